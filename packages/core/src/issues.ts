import { isObject } from "./json.js";
import { numberOf } from "./numbers.js";
import { cleanLine } from "./text.js";

/** One problem of one field, in one shape for every service. */
export interface FieldIssue {
  /** The part of the request that the field is in, where the service says so. */
  readonly in?: "body" | "query" | "path" | "header" | "cookie";
  /** From the root of that part to the field; empty for the part as a whole. */
  readonly path: readonly (string | number)[];
  /** One clean line of at most 1 kB. */
  readonly message: string;
  /** The validator's name for the problem, such as `missing` or `value_error.missing`. */
  readonly type?: string;
}

const PARTS = ["body", "query", "path", "header", "cookie"] as const satisfies FieldIssue["in"][];

/** The most problems that an error carries. */
const MOST = 100;

/** An entry of FastAPI's list (`loc`, `msg`, `type`), of a list of `field` and `message`, an issue as this package writes it, or a bare string. */
function readIssue(entry: unknown): FieldIssue | [] {
  const { in: given, path, field, loc, msg, message = msg, type: name } = isObject(entry) ? entry : { message: entry };
  const named = cleanLine(field)
    ?.split(".")
    .map((step) => numberOf(step) ?? step);
  const steps: unknown[] = [loc ?? path ?? named ?? []].flat().slice(0, 32);
  // Only FastAPI puts the part in front of the way to the field; elsewhere `path` and `body` may well be names of fields.
  const part = PARTS.find((one) => one === (loc ? steps[0] : given));
  const type = cleanLine(name);
  const text = cleanLine(message) ?? type;
  return text
    ? {
        ...(part && { in: part }),
        path: steps.slice(loc && part ? 1 : 0).flatMap((step) => (Number.isFinite(step) ? (step as number) : (cleanLine(step) ?? []))),
        message: text,
        ...(type && { type }),
      }
    : [];
}

/** The problems of a list; undefined where there are none. Of more than 100 the rest is only counted. */
export function readIssues(list: unknown): readonly FieldIssue[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries = [...(list as readonly unknown[])];
  if (entries.length > MOST) entries.push(`${entries.splice(MOST - 1).length} more`);
  const issues = entries.flatMap(readIssue);
  return issues.length ? issues : undefined;
}

/** The first problem as one line, for an answer that has no message of its own. */
export function summaryOf([first]: readonly FieldIssue[]): string | undefined {
  // A problem of the body as a whole has no way to a field, and a line must not begin with a colon.
  return first && [first.path.join(".") || (first.in ?? []), first.message].flat().join(": ");
}
