import { type FieldProblem, type Parts, fieldProblems, isObject } from "@scai-errors/core";

/** The secret that a failure is about. */
export interface SecretPath {
  /** As received; undefined where the answer does not name it. */
  readonly path: string | undefined;
}

/** The policy condition that refused. */
export interface FailedCondition {
  /** As received, such as `mfa_required`; undefined where the answer does not name it. */
  readonly failed_condition: string | undefined;
}

/** The fields that do not match the schema. */
export interface InvalidFields {
  readonly fields: readonly FieldProblem[];
}

function textOf(received: unknown, name: string): string | undefined {
  const value = isObject(received) ? received[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

export function secretPath(received: unknown): SecretPath {
  return { path: textOf(received, "path") };
}

export function failedCondition(received: unknown): FailedCondition {
  return { failed_condition: textOf(received, "failed_condition") };
}

/** The page names `fields` and does not show it: a list of problems is read. */
export function invalidFields(received: unknown, parts: Parts): InvalidFields {
  return { fields: fieldProblems(isObject(received) ? received.fields : received, parts) };
}
