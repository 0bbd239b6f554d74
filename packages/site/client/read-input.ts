import { isObject, parseJson } from "@scai-errors/core";

/** What pasted text says about a failed response; what it does not say is undefined. */
export interface Received {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text or as the JSON value that was found. */
  readonly body: unknown;
  /** Values that may be the JSON of a thrown error. */
  readonly candidates: readonly Readonly<Record<string, unknown>>[];
  /** In what form it came, for people. */
  readonly form: string;
}

type Members = Readonly<Record<string, unknown>>;

const STATUS_LINE = /^HTTP\/[\d.]+ (\d{3})/;

/** The last of the blocks of `curl -i`: those before it are redirects, proxies and interim answers. */
function readCurl(text: string): Received | undefined {
  const lines = text.split(/\r?\n/);
  // Behind an empty line, so that a body that quotes a status line is no answer of its own.
  const begins = lines.flatMap((line, at) => (STATUS_LINE.test(line) && (at === 0 || lines[at - 1]?.trim() === "") ? [at] : []));
  const begin = begins.at(-1);
  if (begin === undefined) return undefined;
  const rest = lines.slice(begin);
  const end = rest.findIndex((line) => line.trim() === "");
  const head = end < 0 ? rest : rest.slice(0, end);
  const body =
    end < 0
      ? ""
      : rest
          .slice(end + 1)
          .join("\n")
          .trim();
  const headers: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of head.slice(1)) {
    const [, name, value] = /^([\w-]+):(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) headers[name.toLowerCase()] = value.trim();
  }
  const status = Number(STATUS_LINE.exec(rest[0] ?? "")?.[1]);
  return { status, headers, body, candidates: membersWithin(parseJson(body)), form: "the output of curl -i" };
}

/** Where loggers put the status, the headers and the body of an answer. */
const STATUS_NAMES = ["status", "statusCode", "status_code", "http_status", "http.status_code", "http.response.status_code"];
const HEADER_NAMES = ["headers", "responseHeaders", "response_headers"];
const BODY_NAMES = ["body", "responseBody", "response_body", "data"];

const MOST_LEVELS = 6;

/** An object and all objects within it, the outer ones first. */
function membersWithin(value: unknown, level = 0): readonly Members[] {
  if (level > MOST_LEVELS || typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap((one) => membersWithin(one, level + 1));
  return isObject(value) ? [value, ...inner] : inner;
}

function first<Value>(objects: readonly Members[], names: readonly string[], isIt: (value: unknown) => value is Value): Value | undefined {
  for (const object of objects) {
    for (const name of names) {
      const value = Object.hasOwn(object, name) ? object[name] : undefined;
      if (isIt(value)) return value;
    }
  }
  return undefined;
}

function isStatus(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 100 && value <= 599;
}

function isHeaders(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((one) => typeof one === "string");
}

function isBody(value: unknown): value is string | object {
  return typeof value === "string" || (typeof value === "object" && value !== null);
}

function looksLikeBody(value: Members): boolean {
  return isObject(value["error"]) || typeof value["error"] === "string" || value["detail"] !== undefined;
}

function readJson(value: Members, form: string): Received {
  const objects = membersWithin(value);
  const status = first(objects, STATUS_NAMES, isStatus);
  const headers = first(objects, HEADER_NAMES, isHeaders) ?? {};
  const body = looksLikeBody(value) ? value : first(objects, BODY_NAMES, isBody);
  return { status, headers, body: body ?? value, candidates: objects, form };
}

/** At how many closing braces an object is tried, so that text full of them does not hold the page up. */
const MOST_ENDS = 20;

/** The first JSON object in a text, such as a log line with words around it. */
function jsonWithin(text: string): Members | undefined {
  const begin = text.indexOf("{");
  if (begin < 0) return undefined;
  const ends = [...text.slice(begin).matchAll(/\}/g)].slice(-MOST_ENDS).map(({ index }) => begin + index + 1);
  for (const end of ends.toReversed()) {
    const value = parseJson(text.slice(begin, end));
    if (isObject(value)) return value;
  }
  return undefined;
}

/** How many lines of a log are looked at. */
const MOST_LINES = 1000;

/** Of the lines of a log, each of them JSON, the first that is about a failure. */
function failingLine(text: string): Members | undefined {
  const lines = text.split("\n", MOST_LINES);
  if (lines.length < 2) return undefined;
  return lines
    .map(parseJson)
    .filter(isObject)
    .find((line) => {
      const objects = membersWithin(line);
      return (first(objects, STATUS_NAMES, isStatus) ?? 0) >= 400 || objects.some(looksLikeBody);
    });
}

/** Reads what was pasted: `curl -i` output, JSON of a body, a log line or an error, or words with JSON among them. */
export function readInput(text: string): Received {
  const trimmed = text.trim();
  const curl = readCurl(trimmed);
  if (curl) return curl;
  const whole = parseJson(trimmed);
  if (isObject(whole)) return readJson(whole, looksLikeBody(whole) ? "a body" : "JSON");
  const line = failingLine(trimmed);
  if (line) return readJson(line, "the first line of a log that tells of a failure");
  const within = jsonWithin(trimmed);
  if (within) return readJson(within, "a line with JSON in it");
  return { status: undefined, headers: {}, body: trimmed, candidates: [], form: "text" };
}

/** The id that a log line names, such as `scaigrid/RATE_LIMITED` or `ScaigridError [RATE_LIMITED]`. */
export function idIn(text: string): { readonly service: string; readonly code: string } | undefined {
  const [, service, code] = /\b([a-z]+)\/(\w+)\b/.exec(text) ?? [];
  if (service !== undefined && code !== undefined) return { service, code };
  const [, name, inBrackets] = /\b([A-Z][a-z]+)Error \[(\w+)\]/.exec(text) ?? [];
  return name !== undefined && inBrackets !== undefined ? { service: name.toLowerCase(), code: inBrackets } : undefined;
}
