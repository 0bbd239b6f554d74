import type { PageRow } from "../page/rows.js";
import { wordsOf } from "../page/words.js";
import type { NamedRow } from "./names.js";

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

/** Whether a service of this sort tells failures apart by what a row is about. */
export function isOwn(like: Like, { by }: PageRow): boolean {
  const keys: readonly PageRow["by"][] = KEYS[like];
  return keys.includes(by);
}

/** Whether a row is about a failure that the service reports: neither a success nor what is gone. */
export function isFailure({ by, key, isGone }: PageRow): boolean {
  return !isGone && !(by === "status" && Number(key) < 400);
}

/** The codes of the rows that have a name. */
export function draftRows(rows: readonly NamedRow[]): readonly DraftRow[] {
  return rows.flatMap(({ row, code }) => {
    if (code === undefined) return [];
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
