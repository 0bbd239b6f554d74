import { STATUS_CODES } from "node:http";
import type { PageRow } from "../page/rows.js";
import { wordsOf } from "../page/words.js";

/** The service that a new one is most like: with codes on the wire, with nothing but statuses, or with messages. */
export type Like = "scaigrid" | "scaidrive" | "dns";

/** One code of the new service, as far as its page tells. */
export interface DraftRow {
  readonly code: string;
  readonly status: number | undefined;
  readonly close: number | undefined;
  /** The message that identifies it, for a service without codes. */
  readonly message: string | undefined;
  /** What the page says about it. */
  readonly says: string | undefined;
  readonly group: string;
  /** The members of its details that the page names. */
  readonly fields: readonly string[];
}

/** A new service before it is written. */
export interface Draft {
  /** The name of the folder, the package and the export: scaiflow. */
  readonly name: string;
  /** As people write it: ScaiFlow. */
  readonly title: string;
  /** As types write it: Scaiflow. */
  readonly typeName: string;
  readonly like: Like;
  readonly rows: readonly DraftRow[];
}

const FIELD_TITLE = /^(?:extra|details|fields|members|also)\b/i;

/** The name of a code that the page gives none: NOT_FOUND for 404, RECORD_IS_LOCKED for "Record is locked". */
function nameOf({ by, key }: PageRow): string {
  if (by === "code") return key;
  if (by === "close") return `CONNECTION_CLOSED_${key}`;
  // RFC 9110 has newer names for two statuses than Node has.
  const renamed: Readonly<Record<string, string>> = { "413": "Content Too Large", "422": "Unprocessable Content" };
  const words = by === "status" ? (renamed[key] ?? STATUS_CODES[key] ?? `STATUS ${key}`) : key.replace(/<[^<>]*>/g, " ");
  return wordsOf(words.replace(/[^\w\s-]/g, "").replaceAll("-", " "))
    .slice(0, 6)
    .join("_")
    .toUpperCase();
}

function fieldsOf({ others, by, key }: PageRow): readonly string[] {
  const told = others.filter(({ title }) => FIELD_TITLE.test(title)).flatMap(({ text }) => wordsOf(text));
  const variable = by === "message" ? [...key.matchAll(/<(\w+)>/g)].flatMap(([, name]) => name ?? []) : [];
  const fields = [...new Set([...told, ...variable])].filter((field) => /^[a-z]\w*$/i.test(field));
  // They are not of the details: the error has them itself.
  return fields.filter((field) => !["code", "message", "error", "detail", "request_id"].includes(field));
}

const KEYS = { scaigrid: ["code"], scaidrive: ["status", "close"], dns: ["message", "status"] } as const satisfies Readonly<
  Record<Like, readonly PageRow["by"][]>
>;

/** Which service a page's service is most like. */
export function likeOf(rows: readonly PageRow[]): Like {
  const has = (by: PageRow["by"]): boolean => rows.some((row) => row.by === by);
  if (has("code")) return "scaigrid";
  return has("message") ? "dns" : "scaidrive";
}

/** The codes of a page: those by which a service of this sort tells failures apart, without successes and without what is gone. */
export function draftRows(like: Like, rows: readonly PageRow[]): readonly DraftRow[] {
  const keys: readonly PageRow["by"][] = KEYS[like];
  const own = rows.filter(({ by, key, isGone }) => keys.includes(by) && !isGone && !(by === "status" && Number(key) < 400));
  const taken = new Set<string>();
  return own.flatMap((row) => {
    const code = nameOf(row);
    if (!/^[A-Z]\w*$/i.test(code) || taken.has(code)) return [];
    taken.add(code);
    return {
      code,
      status: row.status,
      close: row.by === "close" ? Number(row.key) : undefined,
      message: row.by === "message" ? row.key : undefined,
      says: row.meaning,
      group: row.heading === "" ? "Errors" : row.heading,
      fields: fieldsOf(row),
    };
  });
}

/** ScaiFlow for scaiflow. */
export function titleOf(name: string): string {
  const [, rest] = /^scai(\w+)$/.exec(name) ?? [];
  return rest === undefined ? capitalized(name) : `Scai${capitalized(rest)}`;
}

export function capitalized(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** What reads the details of a code: missingScaigridCredentials. */
export function readerOf(code: string): string {
  const [first = "", ...others] = code.toLowerCase().split("_");
  return [first, ...others.map(capitalized)].join("");
}
