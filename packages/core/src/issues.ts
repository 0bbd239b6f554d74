import { isObject } from "./json.js";
import { numberOf } from "./numbers.js";
import { sentenceOf } from "./sentence.js";
import { cleanLine } from "./text.js";

/** One problem of one field, in one shape for every service. */
export interface FieldIssue {
  /** The part of the request that contains the field, if the service says so. */
  readonly in?: "body" | "query" | "path" | "header" | "cookie" | undefined;
  /** The path from the root of that part to the field; empty for the part as a whole. */
  readonly path: readonly (string | number)[];
  /** One clean line of at most 1 kB. */
  readonly message: string;
  /** The validator's name for the problem, such as `missing` or `value_error.missing`. */
  readonly type?: string | undefined;
}

/** Every value of `in`. */
export const REQUEST_PARTS = ["body", "query", "path", "header", "cookie"] as const satisfies FieldIssue["in"][];

/** Maximum number of problems in an error. */
const MOST = 100;

/** Maximum number of steps in a field's path. */
const MOST_STEPS = 32;

/** A step of a field's name: a list index or a name. `007` is a name, because no index is written so. */
function stepOf(text: string): string | number {
  const place = numberOf(text);
  return place !== undefined && `${place}` === text ? place : text;
}

/** A field's name as a path: `items.0.name`. */
function stepsOfName(name: unknown): readonly unknown[] {
  return cleanLine(name)?.split(".").map(stepOf) ?? [];
}

/** The path of the field with the part of the request in front, as FastAPI writes it; elsewhere `path` and `body` may be field names. */
function stepsOf({ loc, in: part, path, field }: Readonly<Record<string, unknown>>): readonly unknown[] {
  if (Array.isArray(loc)) return loc;
  if (loc) return [loc];
  if (path === undefined) return [part, ...stepsOfName(field)];
  // A list stays one, and anything else becomes one.
  return [part].concat(path);
}

/** The steps that are names or list indexes; anything else is left out. */
function cleanSteps(steps: readonly unknown[]): readonly (string | number)[] {
  const way: (string | number)[] = [];
  for (const step of steps) {
    if (way.length === MOST_STEPS) break;
    const clean = typeof step === "number" && Number.isFinite(step) ? step : cleanLine(step);
    if (clean !== undefined) way.push(clean);
  }
  return way;
}

/** A problem's text as one clean line; undefined if it is not a sentence, because the first problem may become the message of the whole error. */
function lineOf(value: unknown): string | undefined {
  return cleanLine(sentenceOf(value));
}

/** An entry of FastAPI's list (`loc`, `msg`, `type`), of a list of `field` and `message`, an issue as this package writes it, or a bare string. */
function readIssue(entry: unknown, lineIn: (value: unknown) => string | undefined): FieldIssue | undefined {
  const members: Readonly<Record<string, unknown>> = isObject(entry) ? entry : { message: entry };
  const type = lineIn(members["type"]);
  const message = lineIn(members["message"]) ?? lineIn(members["msg"]) ?? type;
  if (message === undefined) return undefined;
  const steps = stepsOf(members);
  const part = REQUEST_PARTS.find((one) => one === steps[0]);
  return { in: part, path: cleanSteps(part ? steps.slice(1) : steps), message, type };
}

/**
 * The problems of a list; undefined if there are none. Beyond 100, the rest is only counted.
 * @param lineIn reads a problem's text as one clean line. Returns undefined if it is not usable.
 */
export function issuesOfList(list: unknown, lineIn = lineOf): readonly FieldIssue[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const isTooLong = list.length > MOST;
  const given: readonly unknown[] = list;
  const entries = isTooLong ? [...given.slice(0, MOST - 1), `${given.length - MOST + 1} more`] : given;
  const issues = entries.flatMap((entry) => readIssue(entry, lineIn) ?? []);
  return issues.length > 0 ? issues : undefined;
}

/** How many levels of maps and lists inside a map are read: `{"address": {"city": ["required"]}}` has two. */
const MOST_LEVELS = 5;

/** A problem with the name of its field, as most lists have it. */
interface NamedProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * The problems of one field: a text, an object with a `message`, a list of these, or a map of the fields inside it. Anything else is no problem, and
 * does not affect other fields.
 */
function problemsOfField(field: string, said: unknown, levels: number): readonly NamedProblem[] {
  if (typeof said === "string") return [{ field, message: said }];
  // A list within a list, a thousand times, would end in an overflow of the stack, and cost the code and the message with it.
  if (levels <= 0) return [];
  if (Array.isArray(said)) {
    const several: readonly unknown[] = said;
    return several.flatMap((one, at) => problemsOfField(isObject(one) ? `${field}.${at}` : field, one, levels - 1));
  }
  if (!isObject(said)) return [];
  const { message } = said;
  if (typeof message === "string") return [{ field, message }];
  return Object.keys(said).flatMap((name) => problemsOfField(`${field}.${name}`, said[name], levels - 1));
}

/**
 * The problems of a map from fields to what is wrong with them, as Django, Rails, Laravel, ASP.NET and Mongoose write them; undefined if there are
 * none.
 */
export function issuesOfMap(map: unknown): readonly FieldIssue[] | undefined {
  if (!isObject(map)) return undefined;
  return issuesOfList(Object.keys(map).flatMap((field) => problemsOfField(field, map[field], MOST_LEVELS)));
}

/** Whether a value is a map of lists of texts and of nothing else, which hardly anything but a map of problems is. */
export function isMapOfLists(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.keys(value).every((name) => {
    const texts: unknown = value[name];
    return Array.isArray(texts) && texts.every((text) => typeof text === "string");
  });
}

/** The first problem as one line, for a response without a message of its own. */
export function summaryOf([first]: readonly FieldIssue[]): string | undefined {
  if (!first) return undefined;
  // A problem of the body as a whole has no way to a field, and a line must not begin with a colon.
  const place = first.path.join(".") || first.in;
  return place ? `${place}: ${first.message}` : first.message;
}
