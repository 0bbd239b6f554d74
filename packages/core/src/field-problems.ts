import type { Parts } from "./envelope.js";
import { isObject } from "./json.js";

/** One field that does not match the schema, as a service's own list of problems has it. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** The most problems that details carry. A list of any length would make an error that its own `fromJSON` refuses as too large. */
const MOST = 1000;

/**
 * The problems of a validation failure, for the details of its code: the received list with the field names as they came, where it is one;
 * else what could be read from a list of another shape.
 */
export function fieldProblems(received: unknown, { issues = [] }: Parts): readonly FieldProblem[] {
  const problems = (Array.isArray(received) ? received : []).slice(0, MOST).flatMap((entry: unknown) => {
    const { field, message } = isObject(entry) ? entry : {};
    return typeof field === "string" && typeof message === "string" ? { field, message } : [];
  });
  return problems.length ? problems : issues.map(({ path, message }) => ({ field: path.join("."), message }));
}
