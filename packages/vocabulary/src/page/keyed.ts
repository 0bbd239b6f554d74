import { STATUS_CODES } from "node:http";
import type { Cell } from "./blocks.js";
import { saysGone, saysGoneSince } from "./gone.js";
import { joined, NOTHING, type Found, type Mention, type PageRow, type Unread } from "./rows.js";
import type { Place } from "./table.js";
import { UNIT, onlyStatus, withoutStatus } from "./words.js";

/**
 * Lines about failures that have no code: services without codes tell them apart by a status, by the code of a WebSocket close, or by a message.
 * Such rows mean nothing to a service with codes, and are left out when its page is compared.
 */

const NUMBER = String.raw`(?:4\d{3}|[45]\d\d)(?!\w|\.\d|${UNIT})`;
/** The numbers with which a text begins: `409`, `HTTP 502, 503 or 504`, `(4401)`. */
const NUMBERS = new RegExp(
  String.raw`^[^\w$#]*(?:(?:http(?:\/\d(?:\.\d)?)?|status|code|closed?|with|websocket)\W+)*(${NUMBER}(?:\s*(?:[/,|&]|or\b|and\b)\s*${NUMBER})*)`,
  "i",
);

function leadingNumbers(text: string): readonly string[] {
  return NUMBERS.exec(text.slice(0, 200))?.[1]?.match(/\d+/g) ?? [];
}

/** What stands before or around the number of a line. */
interface Phrase {
  readonly text: string;
  /** Whether it is set as code or quoted, as messages are. */
  readonly isMarked: boolean;
  readonly before: string;
  readonly after: string;
}

/** A sentence of a service: it begins with a capital letter or a variable part, and has two words or more. */
function isMessage(text: string): boolean {
  const isSentence = /^[<{\p{Lu}]/u.test(text) && (text.match(/\p{L}{2,}/gu) ?? []).length > 1;
  // `DELETE /rooms` and `Retry-After: 60` are other things that pages set as code.
  return isSentence && !/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s|^\S+:|^\S*\//.test(text);
}

function phraseOf({ text, code }: Cell): Phrase | undefined {
  const start = NUMBERS.exec(text.slice(0, 200))?.[0].length ?? 0;
  const quoted = /["“](.{3,200}?)["”]/.exec(text)?.[1];
  for (const one of quoted === undefined ? code : [...code, quoted]) {
    const at = text.indexOf(one);
    if (isMessage(one) && at >= 0 && /^\W*$/.test(text.slice(start, Math.max(at, start)))) {
      return { text: one, isMarked: true, before: text.slice(0, at), after: text.slice(at + one.length) };
    }
  }
  if (start > 0) return undefined;
  const plain = /^([^\d(:–—]{3,100}?)\s*[(:–—]/.exec(text.slice(0, 200))?.[1];
  return plain === undefined ? undefined : { text: plain, isMarked: false, before: "", after: text.slice(plain.length) };
}

/** Whether a phrase may be the message of a failure, and is neither the name of its status nor the title of a section about errors. */
function mayBeMessage(phrase: string, numbers: readonly string[]): boolean {
  const isReason = numbers.some((one) => STATUS_CODES[one]?.toLowerCase() === phrase.toLowerCase());
  return isMessage(phrase) && !isReason && !/\b(?:errors?|codes?|status(?:es)?|failures?)\b/i.test(phrase);
}

function rowOf(by: PageRow["by"], key: string, status: number | undefined, meaning: string, { heading, isGone }: Place): PageRow {
  const said = meaning === "" ? undefined : meaning;
  const gone = isGone || (said !== undefined && saysGoneSince(said));
  return { by, key, status, meaning: said, others: [], heading, isGone: gone, isOpen: false };
}

/** The rows of numbers: three digits are a status, four a close code. */
function rowsOfNumbers(numbers: readonly string[], meaning: string, place: Place): readonly PageRow[] {
  return numbers.map((one) =>
    one.length === 3 ? rowOf("status", one, Number(one), meaning, place) : rowOf("close", one, undefined, meaning, place),
  );
}

function mention(by: PageRow["by"], key: string, text: string, { heading }: Place): Mention {
  return { by, key, text: text.slice(0, 120), heading, isProminent: true };
}

/** Reads an item or a heading: `409 – taken`, `4401: shut`, `Bed is full (409)`. */
export function readKeyed(cell: Cell, above: Place): Found {
  const place = { ...above, isGone: above.isGone || saysGone({ ...cell, text: "" }, []) };
  const leading = leadingNumbers(cell.text);
  const phrase = phraseOf(cell);
  const behind = phrase ? leadingNumbers(phrase.after) : [];
  const numbers = [leading, behind, cell.badges.flatMap(leadingNumbers)].find(({ length }) => length > 0) ?? [];
  if (!phrase) return { ...NOTHING, rows: rowsOfNumbers(numbers, withoutNumbers(cell.text), place) };
  const meaning = withoutNumbers(phrase.after);
  if (!phrase.isMarked) {
    const mentions = numbers.length > 0 && mayBeMessage(phrase.text, numbers) ? [mention("message", phrase.text, cell.text, place)] : [];
    return { ...NOTHING, rows: rowsOfNumbers(numbers, meaning, place), mentions };
  }
  if (numbers.length === 0) return { ...NOTHING, mentions: [mention("message", phrase.text, cell.text, place)] };
  return messageFound(phrase.text, numbers, meaning, cell.text, place);
}

/** The row of a message, and those of its close codes. Its status is a row of its own only to a service without messages. */
function messageFound(key: string, numbers: readonly string[], meaning: string, text: string, place: Place): Found {
  const closes = rowsOfNumbers(
    numbers.filter(({ length }) => length > 3),
    meaning,
    place,
  );
  const status = onlyStatus(numbers.filter(({ length }) => length === 3).map(Number));
  if (status !== "unclear") return { ...NOTHING, rows: [rowOf("message", key, status, meaning, place), ...closes] };
  const unread: Unread = { by: "message", text: text.slice(0, 120), heading: place.heading, why: "it names several statuses" };
  return { ...NOTHING, unread: [unread] };
}

function withoutNumbers(text: string): string {
  const lead = NUMBERS.exec(text.slice(0, 200))?.[0] ?? "";
  return withoutStatus(text.slice(lead.length)).replace(/^[\s:;,.()[\]"”`–—-]+/, "");
}

/** What a paragraph may say of such a failure. Prose has numbers and phrases too, so that none is a row. */
export function mentionsOfText(cell: Cell, place: Place): readonly Mention[] {
  const { rows } = readKeyed(cell, place);
  const isLeading = leadingNumbers(cell.text).length > 0 || phraseOf(cell)?.isMarked === true;
  if (!isLeading) return [];
  return rows.flatMap(({ by, key, status }) => [
    mention(by, key, cell.text, place),
    ...(status === undefined ? [] : [mention("status", `${status}`, cell.text, place)]),
  ]);
}

/** Reads a heading. Its status may stand beneath it, in a line that begins with `Status` or `HTTP`. */
export function readKeyedHeading(cell: Cell, body: readonly Cell[], place: Place): Found {
  const own = readKeyed(cell, place);
  const numbers = body.flatMap(({ text }) => (/^\W*(?:http|status)\b/i.test(text) ? leadingNumbers(text) : []));
  if (own.rows.length > 0 || numbers.length === 0) return own;
  const mentions = rowsOfNumbers(numbers, "", place).map(({ by, key }) => mention(by, key, cell.text, place));
  const phrase = phraseOf(cell);
  if (phrase?.isMarked) return messageFound(phrase.text, numbers, "", cell.text, place);
  return {
    ...NOTHING,
    mentions: mayBeMessage(cell.text, numbers) ? [...mentions, mention("message", cell.text, cell.text, place)] : mentions,
  };
}

/** Reads a definition: the term is the number, or a phrase whose number stands behind it or begins a text. */
export function readKeyedDefinition(terms: readonly Cell[], texts: readonly Cell[], place: Place): Found {
  const said = texts.flatMap(({ text, badges }) => [...leadingNumbers(text), ...badges.flatMap(leadingNumbers)]);
  const meaning = texts.map(({ text }) => withoutNumbers(text)).find((text) => text !== "") ?? "";
  return joined(
    terms.map((term) => {
      const own = readKeyed(term, place);
      if (own.rows.length > 0) return own;
      const key = phraseOf(term)?.text ?? term.text;
      const isSaid = said.length > 0 && isMessage(key);
      return isSaid ? messageFound(key, said, meaning, key, place) : { ...NOTHING, rows: rowsOfNumbers(said, meaning, place) };
    }),
  );
}
