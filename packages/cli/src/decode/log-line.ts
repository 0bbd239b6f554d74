import { isObject, parseJson } from "@scai-errors/core";
import { type RecordedAnswer, headersOf, isFailure } from "./answer.js";
import { type LogMembers, errorMembers, nginxHeader, wrappers } from "./log-members.js";
import { timeOf } from "./log-time.js";

type Line = Readonly<Record<string, unknown>>;

/** The value at the end of a way; the way as one name comes first, because some loggers write it flat. */
function at(line: Line, way: string): unknown {
  if (Object.hasOwn(line, way)) return line[way];
  let value: unknown = line;
  for (const step of way.split(".")) {
    if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

function firstOf<T>(line: Line, ways: readonly string[], read: (value: unknown) => T | undefined): T | undefined {
  for (const way of ways) {
    const value = read(at(line, way));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A status as a number or in digits; nginx writes `502, 200` where several servers were tried. */
function statusOf(value: unknown): number | undefined {
  const [digits] = /^\d{3}(?![\d.])/.exec(typeof value === "number" || typeof value === "string" ? `${value}`.trim() : "") ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A body that says something: text or an object. */
function bodyOf(value: unknown): unknown {
  return (typeof value === "string" && value !== "") || (typeof value === "object" && value !== null) ? value : undefined;
}

function headersIn(line: Line, ways: readonly string[]): Readonly<Record<string, string>> {
  const logged = firstOf(line, ways, (value) => (isObject(value) ? Object.entries(value) : undefined)) ?? [];
  const single = Object.entries(line).flatMap(([member, value]) => {
    const [, name] = nginxHeader.exec(member) ?? [];
    return name === undefined ? [] : [[name.replaceAll("_", "-"), value] as const];
  });
  return headersOf([...logged, ...single]);
}

/** The value itself where it is one of our errors, by the fields that only they have. */
function ownError(value: unknown): Line | undefined {
  if (!isObject(value)) return undefined;
  const { service, code, id } = value;
  return typeof service === "string" && typeof code === "string" && id === `${service}/${code}` ? value : undefined;
}

/** The error of ours that a line is about: in a member, else the line itself. */
function errorOf(line: Line): Line | undefined {
  return firstOf(line, errorMembers, ownError) ?? ownError(line);
}

/** A line of another log that stands in a member of this one. */
function wrappedIn(line: Line): Line | undefined {
  return firstOf(line, wrappers, (value) => (typeof value === "string" ? objectIn(value) : undefined));
}

/** The JSON object of a line, which may have a time or a name in front of it; undefined where there is none. */
export function objectIn(text: string): Line | undefined {
  const start = text.indexOf("{");
  const value = start < 0 ? undefined : parseJson(text.slice(start));
  return isObject(value) ? value : undefined;
}

/** When a line was written, by its members; undefined where none says so. */
export function timeIn(line: Line, members: LogMembers): number | undefined {
  return firstOf(line, members.time, timeOf);
}

/** Members that a line of a log has and no body. */
const LEVELS = ["level", "severity"];

/** Members by which a body says what is wrong. It may say its status as well, as those of RFC 9457 and of many frameworks do. */
const WORDS = ["title", "detail", "message", "error", "errors", "code"];

/** Whether an object is a line of a log, failed or not, and not a body that holds its own status, or an error of ours by itself. */
export function isLogLine(line: Line, members: LogMembers): boolean {
  const error = errorOf(line);
  if (error !== undefined) return error !== line;
  const wrapped = wrappedIn(line);
  if (firstOf(line, members.status, statusOf) === undefined)
    return wrapped !== undefined && (errorOf(wrapped) !== undefined || isLogLine(wrapped, members));
  return isRecorded(line, members) || LEVELS.some((name) => Object.hasOwn(line, name)) || !WORDS.some((name) => Object.hasOwn(line, name));
}

/** Whether a line has what only who recorded an answer can add to its status. */
function isRecorded(line: Line, members: LogMembers): boolean {
  const hasHeaders = Object.keys(headersIn(line, members.headers)).length > 0;
  return hasHeaders || timeIn(line, members) !== undefined || firstOf(line, members.body, bodyOf) !== undefined;
}

/** The failed answer that a line of a log is about; undefined where it is about something else. */
export function readLogLine(line: Line, members: LogMembers): RecordedAnswer | undefined {
  const time = timeIn(line, members);
  const error = errorOf(line);
  if (error !== undefined) return { error, at: time };
  const status = firstOf(line, members.status, statusOf);
  if (status === undefined) {
    const wrapped = wrappedIn(line);
    const answer = wrapped && readLogLine(wrapped, members);
    return answer && { ...answer, at: answer.at ?? time };
  }
  if (!isFailure(status)) return undefined;
  return { status, headers: headersIn(line, members.headers), body: firstOf(line, members.body, bodyOf), at: time };
}
