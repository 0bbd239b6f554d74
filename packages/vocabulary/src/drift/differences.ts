import type { CodeRecord, VocabularyRecord } from "../record.js";
import type { PageRow } from "../page/rows.js";
import { type KnownDifference, reasonOf } from "./known.js";

/** A difference between a page and a vocabulary. */
export interface Difference {
  readonly what: KnownDifference["what"];
  readonly key: string;
  /** What the page says; undefined where it says nothing. */
  readonly entry: PageRow | undefined;
  /** The status in the vocabulary. */
  readonly here: number | undefined;
  /** Why it was left as it is; undefined for drift. */
  readonly why: string | undefined;
}

const FOUND_BY = { code: "wire", message: "message", status: "status", close: "close" } as const satisfies Readonly<
  Record<PageRow["by"], CodeRecord["foundBy"]>
>;

/** The words of a message. A variable part is one word, however it is written: <name>, {name}, `...`. */
function wordsOf(message: string): readonly string[] {
  return message
    .replace(/<[^<>]*>|\{[^{}]*\}|\.{3}|…/g, VARIABLE)
    .replace(/\.$/, "")
    .trim()
    .split(/\s+/);
}

const VARIABLE = "<>";

/** The code of a message; only of the whole of it, because a message that grew by a word is another one to the service's clients. */
export function codeOfMessage(codes: VocabularyRecord["codes"], { key, isOpen }: Pick<PageRow, "key" | "isOpen">): string | undefined {
  const words = wordsOf(key);
  const begun = Object.entries(codes).flatMap(([code, { message }]) => {
    const own = message === undefined ? [] : wordsOf(message);
    // The page may show an example in the place of a variable part.
    const isBegun = own.length > 0 && own.every((word, at) => (word.includes(VARIABLE) ? words.length > at : word === words[at]));
    return isBegun ? [{ code, next: words[own.length], length: own.length }] : [];
  });
  // Where a page has lost its cells, an explanation follows. It begins with a capital letter or a name; a small word goes on with the message.
  const whole = begun.filter(({ next }) => next === undefined || (isOpen && !/^[\p{Ll}-]+$/u.test(next)));
  return whole.sort((one, other) => other.length - one.length)[0]?.code;
}

function codeOf(codes: VocabularyRecord["codes"], row: PageRow): string | undefined {
  if (row.by === "message") return codeOfMessage(codes, row);
  const by = row.by;
  const isIt = (code: string, { status, close }: CodeRecord): boolean => ({ code, status: `${status}`, close: `${close}` })[by] === row.key;
  return Object.keys(codes).find((code) => {
    const record = codes[code];
    return record?.foundBy === FOUND_BY[row.by] && isIt(code, record);
  });
}

/** What a page and a vocabulary have in common, and where they differ. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** The rows of the page whose codes the vocabulary has, by code. */
  readonly matched: ReadonlyMap<string, PageRow>;
}

/** Whether a service tells failures apart by what a row or an unread place has as its key. */
export function isUsed({ codes }: VocabularyRecord, by: PageRow["by"]): boolean {
  return Object.values(codes).some(({ foundBy }) => foundBy === FOUND_BY[by]);
}

/** A row as the service tells failures apart: to one without messages, a message is only what a page says of its status. */
function asTold(record: VocabularyRecord, row: PageRow): PageRow {
  if (row.by !== "message" || row.status === undefined || isUsed(record, "message")) return row;
  return { ...row, by: "status", key: `${row.status}`, meaning: row.meaning ?? row.key };
}

/** Whether a row that the vocabulary lacks can be of the service. */
function isOwn(codes: VocabularyRecord["codes"], { by, key, isWord }: PageRow): boolean {
  // A line of prose can begin like the entry of a code of one small word: `missing: 404`. It is one where the service has such codes.
  if (isWord === true) return Object.keys(codes).some((code) => /^[a-z]+$/.test(code));
  // Closes below 4000 are those of the standard.
  return by !== "close" || Number(key) >= 4000;
}

/** Compares what a page says with a vocabulary. What the service does not identify failures by is left out, and so are successes. */
export function compare(record: VocabularyRecord, rows: readonly PageRow[]): Comparison {
  const { codes, service } = record;
  const found: Difference[] = [];
  const matched = new Map<string, PageRow>();
  const gone = new Map<string, PageRow>();
  const add = (what: KnownDifference["what"], key: string, entry: PageRow | undefined, here: number | undefined): void => {
    found.push({ what, key, entry, here, why: reasonOf(service, what, key) });
  };
  for (const one of rows) {
    const row = asTold(record, one);
    if (!isUsed(record, row.by) || (row.by === "status" && Number(row.key) < 400)) continue;
    const code = codeOf(codes, row);
    if (row.isGone) {
      if (code !== undefined) gone.set(code, row);
    } else if (code === undefined) {
      if (isOwn(codes, row)) add("not in the vocabulary", row.key, row, undefined);
    } else {
      const here = codes[code]?.status ?? undefined;
      if (!matched.has(code) && here !== row.status) add("another status", code, row, here);
      matched.set(code, row);
    }
  }
  for (const [code, { foundBy, status }] of Object.entries(codes)) {
    if (!matched.has(code) && foundBy !== "program") add("not on the page", code, gone.get(code), status ?? undefined);
  }
  return { differences: found, matched };
}
