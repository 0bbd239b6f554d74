import { basename } from "node:path";
import { BadInput } from "../bad-input.js";
import { readPage } from "../page/file.js";
import { mentionLine, unreadLine } from "../page/place-lines.js";
import type { PageRow } from "../page/rows.js";
import { understandPageOf } from "../page/understand.js";
import { isCapitals } from "../page/words.js";
import type { Like } from "./draft.js";

const MEND = "Mend them in a copy of the page, or begin without --page.";

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
