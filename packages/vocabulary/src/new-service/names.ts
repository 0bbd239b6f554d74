import { STATUS_CODES } from "node:http";
import { basename } from "node:path";
import { BadInput } from "../bad-input.js";
import type { PageRow } from "../page/rows.js";
import { wordsOf } from "../page/words.js";

/** A row of the page with the name of its code; undefined where what the page calls it cannot be one. */
export interface NamedRow {
  readonly row: PageRow;
  readonly code: string | undefined;
}

/** What can be a name: the tools that write beside the rows know a row by such a key. */
const NAME = /^[A-Z]\w*$/i;

/** How many words of a message its name has, unless another message begins with the same ones. */
const WORDS = 6;

// RFC 9110 has newer names for two statuses than Node has.
const NEWER_NAMES: Readonly<Record<string, string>> = { "413": "Content Too Large", "422": "Unprocessable Content" };

/** The names that a row could have, the best one first: NOT_FOUND for 404, RECORD_IS_LOCKED for "Record is locked". */
function* candidates({ by, key }: PageRow): Generator<string> {
  if (by === "code" || by === "close") {
    yield by === "code" ? key : `CONNECTION_CLOSED_${key}`;
    return;
  }
  const text = by === "status" ? (NEWER_NAMES[key] ?? STATUS_CODES[key] ?? `STATUS ${key}`) : key.replace(/<[^<>]*>/g, " ");
  const words = wordsOf(text.replace(/[^\w\s-]/g, "").replaceAll("-", " ")).map((word) => word.toUpperCase());
  const name = words.slice(0, WORDS).join("_");
  yield name;
  for (let size = WORDS + 1; size <= words.length; size += 1) yield words.slice(0, size).join("_");
  for (let number = 2; ; number += 1) yield `${name}_${number}`;
}

/** Gives every row a name of its own. */
export function withNames(rows: readonly PageRow[]): readonly NamedRow[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    for (const code of candidates(row)) {
      if (!NAME.test(code)) break;
      if (taken.has(code)) continue;
      taken.add(code);
      return { row, code };
    }
    return { row, code: undefined };
  });
}

/** Says which rows of a page have got no name, and what to do about them. */
export function refuseNameless(page: string, rows: readonly NamedRow[]): void {
  const nameless = rows.flatMap(({ row, code }) => (code === undefined ? row : []));
  if (nameless.length === 0) return;
  const lines = nameless.map(({ key, heading }) => `  under "${heading}": ${key}`);
  throw new BadInput(
    `${basename(page)} has entries that give a code no name. A name has letters, digits and underscores, and begins with a letter:\n${lines.join("\n")}\n` +
      "Take them out of a copy of the page, and add each by hand once the package is there: in codes.ts a row under a name of your own, and in index.ts a " +
      "findCode that gives this name for what the service sends.",
  );
}
