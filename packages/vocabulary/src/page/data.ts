import { isObject } from "@scai-errors/core";
import { parse } from "yaml";
import { BadInput } from "../bad-input.js";
import { plainCell } from "./blocks.js";
import { isGoneBy, saysOnlyGone } from "./gone.js";
import { rowsOfOpenApi } from "./openapi.js";
import type { Found, Mention, PageRow, Unread } from "./rows.js";
import { isEntryLike, mentionsOfStrings } from "./strings.js";
import { CODE, NAME, isCapitals, isEmpty, statusesIn } from "./words.js";

/** A file of data, read; undefined where a text is none. */
export function rowsOfData(text: string): { readonly form: "JSON" | "YAML" | "OpenAPI"; readonly found: Found } | undefined {
  const start = text.trimStart();
  const isJson = start.startsWith("{") || start.startsWith("[");
  const value = isJson ? jsonOf(text) : yamlOf(text);
  if (value === undefined) return undefined;
  if (isObject(value) && (typeof value.openapi === "string" || typeof value.swagger === "string")) {
    return { form: "OpenAPI", found: rowsOfOpenApi(value) };
  }
  return { form: isJson ? "JSON" : "YAML", found: rowsOfValue(value) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // `[links](…)` and `{{ templates }}` begin pages, too.
    if (!/^\s*(?:\{\s*"|\[\s*[{"])/.test(text)) return undefined;
    throw new BadInput(
      `The page begins as JSON does and is none (${error instanceof Error ? error.message : "unknown"}). Mend it, or name the page itself.`,
    );
  }
}

function yamlOf(text: string): unknown {
  // Only what says so is read as YAML: front matter and prose with colons would pass for it.
  const first = text.split("\n").find((line) => line.trim() !== "" && line !== "---" && !line.startsWith("#"));
  if (first === undefined || !/^(?:openapi|swagger|errors|codes|error_codes|- code|- error|- error_code) *:/.test(first)) return undefined;
  try {
    return parse(text, { maxAliasCount: 100, logLevel: "error" });
  } catch (error) {
    const [reason = "unknown"] = error instanceof Error ? error.message.split("\n", 1) : [];
    throw new BadInput(`The page begins as YAML does and is none (${reason}). Mend it, or name the page itself.`);
  }
}

const CODE_MEMBERS = ["code", "error_code", "errorCode", "error", "identifier", "id", "name", "key", "slug"];
const STATUS_MEMBERS = [
  "status",
  "http_status",
  "httpStatus",
  "http",
  "status_code",
  "statusCode",
  "http_code",
  "httpCode",
  "http_status_code",
];
const MEANING_MEMBERS = ["meaning", "description", "message", "summary", "detail", "title", "text", "when", "cause"];
/** Deeper than this no list of codes stands. */
const MOST_DEPTH = 8;

function memberOf(
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
): { readonly name: string; readonly value: unknown } | undefined {
  const name = names.find((one) => Object.hasOwn(value, one));
  return name === undefined ? undefined : { name, value: value[name] };
}

interface Reading {
  readonly rows: PageRow[];
  readonly unread: Unread[];
  readonly mentions: Mention[];
}

/** The lists and maps of codes, wherever they stand in a value. */
function rowsOfValue(value: unknown): Found {
  const reading: Reading = { rows: [], unread: [], mentions: [] };
  readValue(value, "", 0, reading);
  return { ...reading, otherTables: 0 };
}

function readValue(value: unknown, heading: string, depth: number, reading: Reading): void {
  if (depth > MOST_DEPTH || typeof value === "string") {
    mention(value, heading, true, reading);
    return;
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.filter((item) => codeOf(item) !== undefined).length * 2 >= items.length && items.length > 0)
      for (const item of items) readEntry(codeOf(item), item, heading, depth, reading);
    else for (const item of items) readValue(item, heading, depth + 1, reading);
    return;
  }
  if (!isObject(value)) return;
  const entries = Object.entries(value);
  const isMap = entries.length > 0 && entries.filter(([key, entry]) => CODE.test(key) && isEntry(key, entry)).length * 2 >= entries.length;
  for (const [key, entry] of entries) {
    if (isMap) readEntry(NAME.test(key) ? key : undefined, entry, heading, depth, reading);
    else {
      mention(key, heading, true, reading);
      readValue(entry, key, depth + 1, reading);
    }
  }
}

/** Notes what a part of the data may name that is no entry. */
function mention(value: unknown, heading: string, isProminent: boolean, { mentions }: Reading): void {
  const found = mentionsOfStrings(
    value,
    heading,
    () => isProminent,
    (text) => isProminent && isEntryLike(text),
  );
  for (const one of found) mentions.push(one);
}

/** Whether a member of a map is an entry of a code: it has a status, or its name is in capitals, which those of fields are not. */
function isEntry(key: string, entry: unknown): boolean {
  if (isObject(entry)) return memberOf(entry, STATUS_MEMBERS) !== undefined || isCapitals(key);
  return typeof entry === "number" || (typeof entry === "string" && isCapitals(key));
}

function codeOf(item: unknown): string | undefined {
  if (typeof item === "string") return isCapitals(item) ? item : undefined;
  if (!isObject(item)) return undefined;
  const code = memberOf(item, CODE_MEMBERS)?.value;
  const isNamed = typeof code === "string" && NAME.test(code);
  // A single small word is a code where a status stands beside it.
  return isNamed && (CODE.test(code) || memberOf(item, STATUS_MEMBERS)) ? code : undefined;
}

function readEntry(code: string | undefined, item: unknown, heading: string, depth: number, reading: Reading): void {
  const { rows, unread } = reading;
  const refuse = (why: string): void => {
    unread.push({ by: "code", text: JSON.stringify(item).slice(0, 120), heading, why });
  };
  if (code === undefined) {
    refuse("it has no code");
    return;
  }
  const entry = isObject(item) ? item : {};
  const status = memberOf(entry, STATUS_MEMBERS);
  const meaning = memberOf(entry, MEANING_MEMBERS);
  const number = statusOf(isObject(item) ? status?.value : item, typeof item === "string");
  if (number === "unclear") refuse(`"${status?.name ?? "its value"}" is not one status of three digits`);
  else {
    const taken = [status?.name, meaning?.name];
    const others = Object.entries(entry)
      .filter(([name, one]) => !taken.includes(name) && one !== code)
      .map(([title, one]) => ({ title, text: typeof one === "string" ? one : JSON.stringify(one) }));
    for (const [name, one] of Object.entries(entry)) {
      // A group can look like an entry, and has its codes in it; other members name codes by the way.
      if (Array.isArray(one) && one.some(isObject)) readValue(one, name, depth + 1, reading);
      else if (name !== meaning?.name) mention(one, heading, false, reading);
    }
    const isGone =
      Object.entries(entry).some(([name, one]) => isGoneBy(wordsOfMember(name), typeof one === "string" ? one : JSON.stringify(one))) ||
      (typeof meaning?.value === "string" && saysOnlyGone(meaning.value));
    rows.push({
      by: "code",
      key: code,
      status: number,
      meaning: typeof meaning?.value === "string" ? meaning.value : undefined,
      others,
      heading,
      isGone,
      isOpen: false,
    });
  }
}

/** The name of a member as the title of a column: removed in, for `removedIn` and `removed_in`. */
function wordsOfMember(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ");
}

function statusOf(value: unknown, isMeaning: boolean): number | "unclear" | undefined {
  if (value === undefined || value === null || isMeaning) return undefined;
  if (typeof value !== "string" && typeof value !== "number") return isObject(value) && !Array.isArray(value) ? undefined : "unclear";
  const text = String(value);
  if (isEmpty(plainCell(text))) return undefined;
  const [status, ...others] = statusesIn(text);
  return status === undefined || others.length > 0 ? "unclear" : status;
}
