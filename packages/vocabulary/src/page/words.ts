import type { Cell } from "./blocks.js";

/** A code of several words, which nothing else on a page looks like: SW_ROOM_FROZEN, secret_not_found. */
export const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/i;
/** A code in capitals. Small ones can be fields of a body as well: request_id. */
const CAPITALS = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
/** A code of one word, or with other joints. Only in a column of codes, or set as code, is it one. */
export const NAME = /^[A-Z][A-Z0-9]*(?:[-_.:][A-Z0-9]+)*$/i;
/** Words that generators and writers put beside a code. */
const REMARK =
  /^(?:new|beta|alpha|preview|experimental|deprecated|updated|legacy|internal|optional|copy|copied|copied!|link|since|v?\d+(?:\.\d+)+|removed|retired|deleted|dropped|former)$/i;
const JOINT = /^(?:or|and|[,;/|&+\-–—:•·→])$/i;

/** The codes that a cell names; undefined where it says more than that, so that it cannot be told what is a code in it. */
export function codesOf(cell: Cell): readonly string[] | undefined {
  const marked = cell.code.map(trimmed);
  const [first] = marked;
  // `CODE` and a remark about it: what is set as code is clear.
  if (first !== undefined && marked.length === 1 && NAME.test(first) && cell.text.startsWith(first)) {
    return namesOther(cell.text.slice(first.length), first) ? undefined : [first];
  }
  const { outside, inside } = withoutBrackets(cell.text);
  if (inside.some((one) => CODE.test(one))) return undefined;
  const words = wordsOf(outside).filter((word) => !isRemark(word));
  if (words.length === 0) return wordsOf(outside).length === 0 && inside.length === 0 ? [] : undefined;
  if (words.length === 1 && NAME.test(words[0] ?? "")) return words;
  return words.every((word) => CODE.test(word) || (marked.includes(word) && NAME.test(word))) ? words : undefined;
}

/** Whether a word beside a key only joins it to another, or says something about it. */
export function isRemark(word: string): boolean {
  return JOINT.test(word) || REMARK.test(word);
}

/** Whether a code among the words is one of several parts or in the marks of code, and so no common word. */
export function isCodeLike(cell: Cell, code: string): boolean {
  return CODE.test(code) || cell.code.some((one) => trimmed(one) === code);
}

export function isCapitals(code: string): boolean {
  return CAPITALS.test(code);
}

/** The codes of several words in a text, each once. */
export function codesIn(text: string): readonly string[] {
  return [...new Set(wordsOf(text).filter((word) => CODE.test(word)))];
}

/** The words of a text, without the punctuation around them. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s,;/|()[\]]+/)
    .map(trimmed)
    .filter((word) => word !== "");
}

const AROUND = new Set("\"'“”‘’`*†‡§¹²³⁴:.");

/** By index and not by a pattern, which would take a long row of colons square. */
function trimmed(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && AROUND.has(word.charAt(start))) start += 1;
  while (end > start && AROUND.has(word.charAt(end - 1))) end -= 1;
  return word.slice(start, end);
}

function namesOther(text: string, code: string): boolean {
  return codesIn(text).some((one) => one !== code);
}

function withoutBrackets(text: string): { readonly outside: string; readonly inside: readonly string[] } {
  const inside: string[] = [];
  const outside = text.replace(/[([]([^()[\]]*)[)\]]/g, (_, words: string) => {
    inside.push(...wordsOf(words));
    return " ";
  });
  return { outside, inside };
}

/** Behind a number it says that the number is an amount. */
export const UNIT = String.raw`(?:\s*|-)(?:ms|s|sec|seconds?|min|minutes?|hours?|days?|[kmg]i?b|bits?|bytes?|characters?|chars|items?|tokens?|requests|times|by default|at most|at least|or less|or more|%)\b`;
const STATUS = new RegExp(String.raw`(?<![\w.$#])[1-5]\d\d(?![\w%]|\.\d|${UNIT})`, "gi");

/** The HTTP statuses in a text, each once, in order. Numbers with a unit are none. */
export function statusesIn(text: string): readonly number[] {
  return [...new Set(text.replace(/HTTP\/\d(?:\.\d)?/gi, "HTTP").match(STATUS) ?? [])].map(Number);
}

/** The statuses in prose: those of failures only, because prose has other numbers. */
export function failureStatusesIn(text: string): readonly number[] {
  return statusesIn(text).filter((one) => one >= 400);
}

const NO_STATUS = /^(?:[-–—?…]|n\/?a|none|no status|not stated|\.\.\.)?$/i;

/** Whether a cell says that there is no status. */
export function isEmpty(cell: Cell): boolean {
  return NO_STATUS.test(cell.text);
}

const LEADING = new RegExp(String.raw`^\W*(?:(?:http(?:\/\d(?:\.\d)?)?|status|code|returns|error)\W*)*([1-5]\d\d)(?!\w|\.\d|${UNIT})`, "i");
const ANOTHER = /^\s*(?:[/,|]|or|and)\s*[1-5]\d\d\b/i;

/** The status with which a text begins, as it stands behind a code: `(409): taken`, `HTTP 409`; unclear where it goes on with another one. */
export function leadingStatus(text: string): number | "unclear" | undefined {
  const [lead = "", status] = LEADING.exec(text.slice(0, 80)) ?? [];
  if (status === undefined) return undefined;
  return ANOTHER.test(text.slice(lead.length, 120)) ? "unclear" : Number(status);
}

/** What a text says behind the status with which it begins. */
export function withoutStatus(text: string): string {
  const [lead = ""] = LEADING.exec(text.slice(0, 80)) ?? [];
  return text.slice(lead.length).replace(/^[\s:;,.()[\]–—-]+/, "");
}

/** The only one of several statuses. */
export function onlyStatus(statuses: readonly number[]): number | "unclear" | undefined {
  const [status, ...others] = new Set(statuses);
  return others.length > 0 ? "unclear" : status;
}
