import type { Cell } from "./blocks.js";
import { NAME, codesIn, failureStatusesIn, leadingStatus, onlyStatus, statusesIn, withoutStatus, wordsOf } from "./words.js";

/** What a line says that begins with a code: a list item, a paragraph, a heading. */
export interface Line {
  readonly codes: readonly string[];
  readonly status: number | "unclear" | undefined;
  readonly meaning: string | undefined;
  /** Whether nothing but its place says that the code is one: it is a small word that is not set as code. */
  readonly isWord: boolean;
}

/** What may stand before the code of a line: its status, and words that only announce it. */
const BEFORE_CODE = /^(?:http(?:\/[\d.]+)?|status|error|code|[1-5]\d\d)$/i;
/** A word with its joints. A hyphen joins letters only: in `409-ROOM_LOCKED` it parts a status from a code. */
const WORD = /[A-Z_]\w*(?:[/.]\w+|-[A-Z]\w*)*|\w+(?:[/.]\w+)*/gi;

interface Word {
  readonly word: string;
  readonly at: number;
}

/** The first word of a line that does more than announce one. */
function leadingWord(text: string): Word | undefined {
  for (const { 0: word, index: at } of text.slice(0, 200).matchAll(WORD)) if (!BEFORE_CODE.test(word)) return { word, at };
  return undefined;
}

/** The code with which a line begins. A small word is one only where it is set as code and something announces it, or a status stands beside it. */
function leadingCode(cell: Cell, isEntry: boolean): Word | undefined {
  const leading = leadingWord(cell.text);
  if (!leading) return undefined;
  const { word, at } = leading;
  // `ROOM_KEY=42` sets a variable.
  if (cell.text.charAt(at + word.length) === "=") return undefined;
  const isCode = codesIn(word).length > 0;
  const isAnnounced = at > 0 && cell.code.includes(word);
  return isCode || isAnnounced || isNameOfStatus(cell, leading, isEntry) ? leading : undefined;
}

/** The methods and the headers of HTTP stand before statuses, too. */
const OF_HTTP = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|X-.*|[A-Z][a-z]+(?:-[A-Z][a-z]+)+)$/;

/**
 * Whether a single word is a code. Nothing about it says so, so its place must: a status stands beside it. A small word that is not even set as
 * code must stand where only entries do, and apart from the words behind it: `forbidden (403)`, but not `see 403`.
 */
function isNameOfStatus({ text, code, badges }: Cell, { word, at }: Word, isEntry: boolean): boolean {
  if (!NAME.test(word) || OF_HTTP.test(word)) return false;
  const [before, after] = [text.slice(0, at), text.slice(at + word.length)];
  const isPlain = isBare(code, word);
  const isAlone = after === "" && !/[^\w\s]\s*$/.test(before);
  const isApart = isEntry && isLower(word) && (isAlone || /^\s*[-(:|\u2013\u2014]/.test(after));
  if (isPlain && !isApart) return false;
  const status = onlyStatus(statusesIn(before)) ?? leadingStatus(after) ?? onlyStatus(badges.flatMap(statusesIn));
  return status === "unclear" || (status !== undefined && status >= 400);
}

function isBare(code: readonly string[], word: string): boolean {
  return !code.includes(word) && !isUpper(word);
}

function isUpper(word: string): boolean {
  return word.length > 2 && word === word.toUpperCase();
}

function isLower(word: string): boolean {
  return word.length > 2 && word === word.toLowerCase();
}

/** The word of a line that is nothing but one word, which could be a code: `forbidden`, `TIMEOUT`, but not `Overview`. */
export function loneName({ text }: Cell): string | undefined {
  return NAME.test(text) && (isUpper(text) || isLower(text)) ? text : undefined;
}

/** The single word with which a line begins that gives a status somewhere. It may be a code of one word. */
export function possibleName({ text }: Cell): string | undefined {
  const word = leadingWord(text)?.word;
  return word !== undefined && NAME.test(word) && failureStatusesIn(text).length > 0 ? word : undefined;
}

/**
 * Reads a line of the kinds `CODE (409): meaning`, `409 CODE`, `CODE, OTHER_CODE`; undefined for any other. Where lines are entries, as items and
 * headings often are, a small word can be a code.
 */
export function lineOf(cell: Cell, isEntry: boolean): Line | undefined {
  const { text } = cell;
  const code = leadingCode(cell, isEntry);
  if (!code) return undefined;
  const after = text.slice(code.at + code.word.length);
  const codes = /^\s*(?:,|and\b|or\b)/.test(after) ? [...new Set([code.word, ...leadingCodes(text.slice(code.at))])] : [code.word];
  const meaning = withoutStatus(after).trim();
  return {
    codes,
    status: statusBeside(cell, text.slice(0, code.at), after),
    meaning: codes.length > 1 || meaning === "" ? undefined : meaning,
    isWord: codesIn(code.word).length === 0 && isBare(cell.code, code.word),
  };
}

/** The status of a line: before the code, behind it, in a badge; else the only one in the text, which may speak of other numbers too. */
function statusBeside(cell: Cell, before: string, after: string): number | "unclear" | undefined {
  return (
    onlyStatus(statusesIn(before)) ??
    leadingStatus(after) ??
    onlyStatus(cell.badges.flatMap(statusesIn)) ??
    onlyStatus(failureStatusesIn(after))
  );
}

/** The codes with which a text begins, parted by commas and such words. */
export function leadingCodes(text: string): readonly string[] {
  const words = wordsOf(text);
  const end = words.findIndex((word) => codesIn(word).length === 0 && !/^(?:and|or)$/i.test(word));
  return (end < 0 ? words : words.slice(0, end)).filter((word) => codesIn(word).length > 0);
}
