import type { Parts } from "@scai-errors/core";

/** One field that does not match the schema. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What a rate limiter says about waiting. */
export interface RateLimitHint {
  /** Milliseconds to wait, from the body; undefined where the body does not say. Headers count as well: see `retry.afterMs`. */
  readonly retryAfterMs: number | undefined;
}

/** The fields of a validation failure that have a problem. */
export function fieldProblems(_received: unknown, { issues = [] }: Parts): readonly FieldProblem[] {
  return issues.map(({ path, message }) => ({ field: path.join("."), message }));
}

export function rateLimitHint(_received: unknown, { afterMs: retryAfterMs }: Parts): RateLimitHint {
  return { retryAfterMs };
}
