import type { Block, Cell } from "./blocks.js";
import type { Found, Mention, PageRow, Unread } from "./rows.js";
import type { Place } from "./table.js";
import {
  codesIn,
  codesOf,
  failureStatusesIn,
  isCapitals,
  leadingStatus,
  onlyStatus,
  saysGone,
  statusesIn,
  withoutStatus,
  wordsOf,
} from "./words.js";

/** What a line says that begins with a code: a list item, a paragraph, a heading. */
interface Line {
  readonly codes: readonly string[];
  readonly status: number | "unclear" | undefined;
  readonly meaning: string | undefined;
}

/** What may stand before the code of a line: its status, and words that only announce it. */
const BEFORE_CODE = /^(?:http(?:\/[\d.]+)?|status|error|code|[1-5]\d\d)$/i;

/** The code with which a line begins. A small word is one only where it is set as code and something announces it. */
function leadingCode({ text, code }: Cell): { readonly word: string; readonly at: number } | undefined {
  for (const { 0: word, index: at } of text.slice(0, 200).matchAll(/\w+(?:[/.]\w+)*/g)) {
    const isCode = codesIn(word).length > 0 && text.charAt(at + word.length) !== "=";
    const isAnnounced = at > 0 && code.includes(word) && !BEFORE_CODE.test(word);
    if (isCode || isAnnounced) return { word, at };
    if (!BEFORE_CODE.test(word)) return undefined;
  }
  return undefined;
}

/** Reads a line of the kinds `CODE (409): meaning`, `409 CODE`, `CODE, OTHER_CODE`; undefined for any other. */
function lineOf(cell: Cell): Line | undefined {
  const { text } = cell;
  const code = leadingCode(cell);
  if (!code) return undefined;
  const after = text.slice(code.at + code.word.length);
  const codes = /^\s*(?:,|and\b|or\b)/.test(after) ? leadingCodes(text.slice(code.at)) : [code.word];
  const meaning = withoutStatus(after).trim();
  return {
    codes,
    status: statusBeside(cell, text.slice(0, code.at), after),
    meaning: codes.length > 1 || meaning === "" ? undefined : meaning,
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

function leadingCodes(text: string): readonly string[] {
  const words = wordsOf(text);
  const end = words.findIndex((word) => codesIn(word).length === 0 && !/^(?:and|or)$/i.test(word));
  return (end < 0 ? words : words.slice(0, end)).filter((word) => codesIn(word).length > 0);
}

function row(code: string, place: Place, more: Partial<PageRow>): PageRow {
  return { by: "code", key: code, status: undefined, meaning: undefined, others: [], isOpen: false, ...place, ...more };
}

const NOTHING: Found = { rows: [], unread: [], mentions: [], otherTables: 0 };

function mentioned(cell: Cell, { heading }: Place, isProminent: boolean): readonly Mention[] {
  return codesIn(cell.text).map((code) => ({ code, text: cell.text.slice(0, 120), heading, isProminent: isProminent && isCapitals(code) }));
}

function readLine(cell: Cell, place: Place, accepts: (line: Line) => boolean): Found {
  const line = lineOf(cell);
  if (!line || !accepts(line)) {
    // `CODE — 409`, told in a way that is not read, may be an entry all the same.
    return { ...NOTHING, mentions: mentioned(cell, place, line !== undefined || failureStatusesIn(cell.text).length > 0) };
  }
  const { codes, status, meaning } = line;
  const { heading } = place;
  if (status === "unclear")
    return { ...NOTHING, unread: [{ by: "code", text: cell.text.slice(0, 120), heading, why: "it names several statuses" }] };
  const isGone = place.isGone || saysGone({ ...cell, text: "" });
  return { ...NOTHING, rows: codes.map((code) => row(code, { heading, isGone }, { status, meaning })) };
}

/** An item of a list: an entry, or a group with its codes (`Kitchen: KITCHEN_COLD, KITCHEN_CLOSED`). */
export function readItem(cell: Cell, place: Place): Found {
  const struck = cell.struck.flatMap(codesIn).map((code) => row(code, { ...place, isGone: true }, {}));
  if (struck.length > 0 && cell.text === "") return { ...NOTHING, rows: struck };
  const colon = cell.text.indexOf(":");
  const label = colon > 0 && colon <= 60 ? cell.text.slice(0, colon) : undefined;
  const list = label === undefined ? undefined : cell.text.slice(colon + 1);
  const codes = list === undefined ? [] : codesIn(list);
  const isGroup = label !== undefined && codesIn(label).length === 0 && statusesIn(label).length === 0 && codes.length > 0;
  if (isGroup && codes.every(isCapitals) && list !== undefined && leadingCodes(list).length > 0) {
    return { ...NOTHING, rows: codes.map((code) => row(code, place, {})) };
  }
  return readLine(cell, place, ({ codes: own, status }) => status !== undefined || own.every(isCapitals));
}

/** A paragraph: an entry only with a status, or where it is nothing but a list of codes. */
export function readText(cell: Cell, place: Place): Found {
  return readLine(
    cell,
    place,
    ({ status, codes, meaning }) => status !== undefined || (meaning === undefined && codes.every(isCapitals)) || isList(cell.text),
  );
}

/** `ONE_CODE,OTHER_CODE, etc.` */
function isList(text: string): boolean {
  const codes = leadingCodes(text);
  return codes.length > 1 && codes.every(isCapitals) && wordsOf(text).length <= codes.length + 2;
}

/** A definition: the term is the code, or code and status; the texts begin with the status, or one of them is it. */
export function readDefinition(terms: readonly Cell[], texts: readonly Cell[], place: Place): Found {
  const { heading, isGone } = place;
  const all = [...terms, ...texts].map(({ text }) => text).join(" ");
  const rows: PageRow[] = [];
  const unread: Unread[] = [];
  const statuses = statusesOf(texts);
  for (const term of terms) {
    const line = lineOf(term);
    const plain = codesOf(term);
    const own = line?.status;
    const status = own ?? statuses;
    const codes = line?.codes ?? (status !== undefined && plain?.length === 1 ? plain : []);
    const isEntry = codes.length > 0 && (status !== undefined || codes.every(isCapitals));
    if (!isEntry) continue;
    if (status === "unclear") unread.push({ by: "code", text: all.slice(0, 120), heading, why: "it names several statuses" });
    else {
      const meaning = texts.map(({ text }) => withoutStatus(text)).find((text) => text !== "");
      rows.push(...codes.map((code) => row(code, { heading, isGone: isGone || saysGone({ ...term, text: "" }) }, { status, meaning })));
    }
  }
  const isRead = rows.length > 0 || unread.length > 0;
  const mentions = isRead
    ? []
    : [...terms.flatMap((term) => mentioned(term, place, true)), ...texts.flatMap((text) => mentioned(text, place, false))];
  return { ...NOTHING, rows, unread, mentions };
}

const LABELLED = /\b(?:http|status)\b[^.;\d]{1,20}\b([1-5]\d\d)\b/gi;

/** The status that texts give: the one that is called so, else the one that stands first, else the only one of a failure. */
function statusesOf(cells: readonly Cell[]): number | "unclear" | undefined {
  const labelled = cells.flatMap(({ text }) => [...text.slice(0, 2000).matchAll(LABELLED)].map(([, status]) => Number(status)));
  const leading = cells.map(({ text }) => leadingStatus(text)).filter((one) => one !== undefined);
  const texts = cells.flatMap(({ text, badges }) => [...failureStatusesIn(text.slice(0, 2000)), ...badges.flatMap(statusesIn)]);
  return (
    onlyStatus(labelled) ??
    (leading.includes("unclear") ? "unclear" : onlyStatus(leading.filter((one) => one !== "unclear"))) ??
    onlyStatus(texts)
  );
}

/** The entry of a heading that names a code, with the blocks beneath it; undefined for a heading that names none. */
export function readHeading(cell: Cell, body: readonly Block[], place: Place): Found | undefined {
  const line = lineOf(cell);
  const marked = cell.code.length === 1 && cell.text === cell.code[0] ? codesOf(cell) : undefined;
  const codes = line?.codes ?? marked ?? [];
  const [code] = codes;
  if (code === undefined || codes.length > 1) return undefined;
  const { heading } = place;
  const texts = body.flatMap(cellsOf);
  const status = line?.status ?? statusesOf(texts);
  // Small words with joints are fields, too: `request_id`.
  if (status === undefined && !isCapitals(code)) return undefined;
  if (status === "unclear")
    return { ...NOTHING, unread: [{ by: "code", text: cell.text, heading, why: "several statuses stand under it" }] };
  const [first] = body;
  const meaning = line?.meaning ?? (first?.type === "text" ? first.cell.text : undefined);
  return { ...NOTHING, rows: [row(code, { heading, isGone: place.isGone || saysGone({ ...cell, text: "" }) }, { status, meaning })] };
}

/** The texts of a block. Of a table the rows, so that `HTTP | 409` is a status with its label. */
function cellsOf(block: Block): readonly Cell[] {
  if (block.type === "table") {
    return [...block.table.header, ...block.table.body].map((cells) => ({
      text: cells.map(({ text }) => text).join(" "),
      code: [],
      badges: [],
      struck: [],
    }));
  }
  if (block.type === "definition") return [...block.terms, ...block.texts].length === 0 ? [] : [joined([...block.terms, ...block.texts])];
  return [block.cell];
}

function joined(cells: readonly Cell[]): Cell {
  return { text: cells.map(({ text }) => text).join(" "), code: [], badges: cells.flatMap(({ badges }) => badges), struck: [] };
}
