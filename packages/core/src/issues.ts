import { isObject } from "./json.js";
import { digits } from "./numbers.js";
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

const PARTS: readonly unknown[] = ["body", "query", "path", "header", "cookie"] satisfies FieldIssue["in"][];

/** The most problems that an error carries. */
const MOST = 100;

/** An entry of FastAPI's list (`loc`, `msg`, `type`), of a list of `field` and `message`, an issue as this package writes it, or a bare string. */
function readIssue(entry: unknown): FieldIssue | [] {
  const issue = isObject(entry) ? entry : { message: entry };
  const field = cleanLine(issue.field)
    ?.split(".")
    .map((step) => digits(step) ?? step);
  const steps: unknown[] = [issue.in ?? [], issue.loc ?? issue.path ?? field ?? []].flat(2).slice(0, 32);
  const part = PARTS.includes(steps[0]) ? (steps.shift() as FieldIssue["in"]) : undefined;
  const type = cleanLine(issue.type);
  const message = cleanLine(issue.msg) ?? cleanLine(issue.message) ?? type;
  return message
    ? {
        ...(part && { in: part }),
        path: steps.flatMap((step) => (Number.isFinite(step) ? (step as number) : (cleanLine(step) ?? []))),
        message,
        ...(type && { type }),
      }
    : [];
}

/** The problems of a list, or of an object from field to problem; undefined where there are none. Of more than 100 the rest is only counted. */
export function readIssues(list: unknown): readonly FieldIssue[] | undefined {
  const entries: unknown = isObject(list) ? Object.entries(list).map(([field, message]) => ({ field, message })) : list;
  if (!Array.isArray(entries)) return undefined;
  const more = entries.length - MOST + 1;
  const issues = (more > 1 ? [...entries.slice(0, MOST - 1), `${more} more`] : entries).flatMap(readIssue);
  return issues.length ? issues : undefined;
}

/** The problems as one line, for an answer that has no message of its own. */
export function summaryOf([first, ...others]: readonly FieldIssue[]): string | undefined {
  return (
    first && `${[first.in ?? [], first.path].flat().join(".")}: ${first.message}${others.length ? ` (and ${others.length} more)` : ""}`
  );
}
