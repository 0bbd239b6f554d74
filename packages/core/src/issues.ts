import { isObject } from "./json.js";
import { numberOf } from "./numbers.js";
import { cleanLine } from "./text.js";

/** One problem of one field, in one shape for every service. */
export interface FieldIssue {
  /** The part of the request that the field is in, where the service says so. */
  readonly in?: "body" | "query" | "path" | "header" | "cookie" | undefined;
  /** From the root of that part to the field; empty for the part as a whole. */
  readonly path: readonly (string | number)[];
  /** One clean line of at most 1 kB. */
  readonly message: string;
  /** The validator's name for the problem, such as `missing` or `value_error.missing`. */
  readonly type?: string | undefined;
}

const PARTS = ["body", "query", "path", "header", "cookie"] as const satisfies FieldIssue["in"][];

/** The most problems that an error carries. */
const MOST = 100;

/** An entry of FastAPI's list (`loc`, `msg`, `type`), of a list of `field` and `message`, an issue as this package writes it, or a bare string. */
function readIssue(entry: unknown): FieldIssue | undefined {
  const { in: given, path, field, loc, msg, message = msg, type: name } = isObject(entry) ? entry : { message: entry };
  const named = cleanLine(field)
    ?.split(".")
    .map((step) => numberOf(step) ?? step);
  // FastAPI puts the part in front of the way to the field, so that is where it is put for all; elsewhere `path` and `body` may be names of fields.
  const steps: unknown[] = Array.isArray(loc) ? loc : (loc ? [loc] : [given, path ?? named]).flat();
  const part = PARTS.find((one) => one === steps[0]);
  const type = cleanLine(name);
  const text = cleanLine(message) ?? type;
  if (!text) return undefined;
  const way: (string | number)[] = [];
  for (let at = part ? 1 : 0; at < steps.length && way.length < 32; at++) {
    const step = Number.isFinite(steps[at]) ? (steps[at] as number) : cleanLine(steps[at]);
    if (step !== undefined) way.push(step);
  }
  return { in: part, path: way, message: text, type };
}

/** The problems of a list; undefined where there are none. Of more than 100 the rest is only counted. */
export function readIssues(list: unknown): readonly FieldIssue[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const issues: FieldIssue[] = [];
  for (let at = 0; at < list.length && at < MOST; at++) {
    const issue = readIssue(at === MOST - 1 && list.length > MOST ? `${list.length - at} more` : list[at]);
    if (issue) issues.push(issue);
  }
  return issues.length ? issues : undefined;
}

/** The first problem as one line, for an answer that has no message of its own. */
export function summaryOf([first]: readonly FieldIssue[]): string | undefined {
  if (!first) return undefined;
  // A problem of the body as a whole has no way to a field, and a line must not begin with a colon.
  const place = first.path.join(".") || first.in;
  return place ? `${place}: ${first.message}` : first.message;
}
