import { basename } from "node:path";
import { BadInput } from "../bad-input.js";
import { readPage } from "../page/file.js";
import type { Mention, PageRow, Unread } from "../page/rows.js";
import { understandPageOf } from "../page/understand.js";
import { isCapitals } from "../page/words.js";
import type { Like } from "./draft.js";
import type { NamedRow } from "./names.js";

const MEND = "Mend them in a copy of the page, or begin without --page.";

const unreadLine = ({ text, heading, why }: Unread): string => `  under "${heading}": ${text}\n    ${why}`;
const mentionLine = ({ key, text, heading }: Mention): string => `  under "${heading}": ${key}, in: ${text}`;

/** The rows of a page that is understood as a whole. A service that is made from half of one would look complete. */
export function rowsOfPage(page: string, like: Like | undefined): readonly PageRow[] {
  const name = basename(page);
  const { rows, unread, mentions } = understandPageOf(name, readPage(page));
  if (unread.length > 0) throw new BadInput(`${name} has places that cannot be read:\n${unread.map(unreadLine).join("\n")}\n${MEND}`);
  // Who says that the service sends no codes says that such words are none.
  const sendsCodes = like === undefined || like === "scaigrid";
  const missed = sendsCodes ? mentions.filter(({ by, key, isProminent }) => isProminent && by === "code" && isCapitals(key)) : [];
  if (missed.length === 0) return rows;
  throw new BadInput(
    `${name} has words that look like codes, stand where an entry would, and are in no row:\n${missed.map(mentionLine).join("\n")}\n${MEND}`,
  );
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
