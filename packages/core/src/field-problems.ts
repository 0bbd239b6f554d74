import type { Parts } from "./parts.js";

/** One field that does not match the schema, as a service's own list of problems has it. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * The problems of a validation failure, for the details of its code: the received list with its field names, if it is one, or else what could be read
 * from a list of another shape.
 */
export function fieldProblems(received: unknown, { issues = [] }: Parts): readonly FieldProblem[] {
  const problems = [received].flat().flatMap((entry) => {
    const { field, message } = Object(entry) as Readonly<Record<string, unknown>>;
    return typeof field === "string" && typeof message === "string" ? { field, message } : [];
  });
  return problems.length ? problems : issues.map(({ path, message }) => ({ field: path.join("."), message }));
}
