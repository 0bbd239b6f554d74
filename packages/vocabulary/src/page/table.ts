import type { Cell, Table } from "./blocks.js";
import { isGoneBy, saysGone, saysGoneOfAll, saysGoneSince, saysOnlyGone } from "./gone.js";
import type { Found, Mention, PageRow, Unread } from "./rows.js";
import {
  CODE,
  codesIn,
  codesOf,
  isCapitals,
  isCodeLike,
  isEmpty,
  leadingStatus,
  isRemark,
  statusesIn,
  withoutStatus,
  wordsOf,
} from "./words.js";

/** Where a part of a page stands. */
export interface Place {
  readonly heading: string;
  readonly isGone: boolean;
}

const CODE_TITLE =
  /^(?:(?:error|machine|api|response)?[ _.-]?codes?(?: name)?|errors?(?:[ _.-](?:id|identifier|name|type|key|constant))?|identifier|slug|symbol)$/i;
const SURE_CODE_TITLE = /\bcode\b|^identifier$|^slug$/i;
const STATUS_TITLE = /^(?:http|status|response|result|returned)\b/i;
/** Titles that leave no doubt about what their cells should be. */
const SURE_STATUS_TITLE = /^http\b|\bhttp status\b|^status codes?$/i;
const MESSAGE_TITLE = /^(?:error )?messages?$|^detail$/i;
const CLOSE_TITLE = /^(?:websocket )?codes?$|\bclose\b/i;
const MEANING_TITLE = /^(?:meaning|description|when|cause|use|explanation|details|message|what|reason|note)/i;

type Cells = readonly Cell[];
const NO_CELL: Cell = { text: "", code: [], badges: [], struck: [] };

/** A table with its columns told apart. */
interface Columns {
  readonly titles: readonly string[];
  readonly body: readonly Cells[];
  readonly key: number;
  readonly by: PageRow["by"];
  /** The column of statuses; undefined where there is none. */
  readonly status: number | undefined;
}

/** What a table says about failures. What its columns hold is told by their cells first, and by their titles where that leaves a choice. */
export function readTable(table: Table, place: Place): Found {
  const { titles, body } = titled(table);
  const columns = columnsOf(titles, body);
  if (typeof columns === "string")
    return {
      rows: [],
      unread: [{ by: "code", text: titles.join(" | "), heading: place.heading, why: columns }],
      mentions: [],
      otherTables: 0,
    };
  if (!columns) return { rows: [], unread: [], mentions: mentionsOf(body, place), otherTables: 1 };
  const found = columns.by === "message" ? messagesOf(columns, table.isBorderless, place) : keyedRows(columns, place);
  return columns.by === "code" ? found : { ...found, mentions: mentionsOf(body, place) };
}

/** The titles of the columns, and the rows. Where no row is marked as titles, the first is it, unless it has a code or a status already. */
function titled({ header, body }: Table): { readonly titles: readonly string[]; readonly body: readonly Cells[] } {
  const [first, ...others] = body;
  if (header.length === 0 && first && !isData(first)) return titled({ header: [first], body: others, isBorderless: false });
  // A page may have its first failure where Markdown wants titles.
  const [only] = header;
  if (header.length === 1 && only && isData(only)) return { titles: only.map(() => ""), body: [only, ...body] };
  const width = Math.max(...header.map(({ length }) => length), body[0]?.length ?? 0);
  const titles = Array.from({ length: width }, (_, column) =>
    [...new Set(header.map((row) => row[column]?.text ?? ""))].filter((one) => one !== ""),
  );
  // Of two rows of titles the lower one says more: "Response" over "HTTP" and "Body".
  return { titles: titles.map((column) => column.at(-1) ?? ""), body };
}

function isData(row: Cells): boolean {
  return row.some(isStatusCell) && row.some((cell) => codesOf(cell)?.some((code) => CODE.test(code)) === true);
}

/** The one status that a cell gives; undefined for a cell with none, with several, or with more than a phrase about it. */
function statusOf(cell: Cell): number | undefined {
  const [status, ...others] = statusesIn(cell.text);
  return others.length === 0 ? status : undefined;
}

function isStatusCell(cell: Cell): boolean {
  return cell.text.length <= 60 && statusOf(cell) !== undefined && leadingStatus(cell.text) !== undefined;
}

function share(cells: readonly Cell[], test: (cell: Cell) => boolean): number {
  const filled = cells.filter((cell) => !isEmpty(cell));
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

/** Which column holds what; undefined for a table about something else; a sentence's end where that cannot be told. */
function columnsOf(titles: readonly string[], body: readonly Cells[]): Columns | string | undefined {
  const columns = titles.map((title, at) => {
    const cells = body.filter((row) => !isGroup(row)).map((row) => row[at] ?? NO_CELL);
    return {
      at,
      title: title.trim(),
      statuses: share(cells, isStatusCell),
      closes: share(cells, ({ text }) => /^\W*[14]\d{3}(?!\d)/.test(text)),
      severals: share(cells, ({ text }) => /^[1-5]\d\d\b/.test(text) && statusesIn(text).length > 0),
      codes: share(cells, (cell) => codesOf(cell)?.some((code) => isCodeLike(cell, code)) === true),
      names: share(cells, (cell) => codesOf(cell)?.length === 1),
      words: share(cells, ({ text }) => /\p{L}{2}/u.test(text)),
    };
  });
  if (titles.some((title) => codesIn(title).some(isCapitals))) return "has codes in place of titles; one row for each code can be read";

  const numbers = columns.filter(({ statuses }) => statuses >= 0.5);
  // A page may give the status of the version before beside the one of today.
  const [told, ...more] = numbers.filter(({ title }) => STATUS_TITLE.test(title));
  const another = told && more.find(({ at }) => body.some((row) => differ(row[told.at], row[at])));
  if (told && another) return `has two columns of statuses, ${told.title} and ${another.title}, that differ`;

  const sure = columns.filter(({ title, codes, closes }) => SURE_STATUS_TITLE.test(title) && codes < 0.5 && closes < 0.5);
  const status = numbers.find(({ title }) => STATUS_TITLE.test(title)) ?? (numbers.length === 1 ? numbers[0] : undefined) ?? sure[0];
  const others = columns.filter(({ at }) => at !== status?.at);

  const isKey = ({ codes, names }: (typeof columns)[number]): boolean => codes >= 0.5 || (status !== undefined && names >= 0.5);
  const byTitle = others.filter(({ title }) => CODE_TITLE.test(title)).filter(isKey);
  const best = [...byTitle].sort((one, other) => other.codes - one.codes || other.names - one.names)[0];
  const byContent = status ? others.filter(({ codes, names }) => codes >= 0.8 || (codes >= 0.5 && names >= 0.9)) : [];
  const base = { titles, body };
  if (best) return { ...base, key: best.at, by: "code", status: status?.at };
  if (byContent.length > 1) return "has several columns of codes, and none with a title such as Code";
  if (byContent[0]) return { ...base, key: byContent[0].at, by: "code", status: status?.at };

  // What stands under such a title should be a code, whatever it looks like.
  const named = status ? others.find(({ title, words }) => SURE_CODE_TITLE.test(title) && words >= 0.5) : undefined;
  if (named) return { ...base, key: named.at, by: "code", status: status?.at };
  const message = others.find(({ title, words }) => (MESSAGE_TITLE.test(title) || (status && CODE_TITLE.test(title))) && words >= 0.8);
  if (message) return { ...base, key: message.at, by: "message", status: status?.at };
  const closes = columns.find((one) => one.closes >= 0.5 && CLOSE_TITLE.test(one.title));
  if (closes) return { ...base, key: closes.at, by: "close", status: undefined };
  const first = columns.find(({ severals, at }) => severals >= 0.5 && (at === 0 || at === status?.at));
  return first && { ...base, key: first.at, by: "status", status: first.at };
}

function differ(one = NO_CELL, other = NO_CELL): boolean {
  const [status, also] = [statusOf(one), statusOf(other)];
  return status !== undefined && also !== undefined && status !== also;
}

/** Whether a row is a heading within a table: one text that reaches over all columns, or stands alone in the first. */
function isGroup(row: Cells): boolean {
  const [first, ...others] = row;
  if (!first || others.length === 0 || first.text === "") return false;
  const isAlone = others.every((cell) => cell === first || cell.text === "");
  const isName = codesOf(first)?.some((code) => isCodeLike(first, code)) === true;
  const isNumber = statusesIn(first.text).length > 0 || /\d{4}/.test(first.text);
  return isAlone && !isName && !isNumber && codesIn(first.text).length === 0;
}

function keyedRows({ titles, body, key, by, status }: Columns, place: Place): Found {
  const rows: PageRow[] = [];
  const unread: Unread[] = [];
  const mentions: Mention[] = [];
  let { heading, isGone } = place;
  for (const row of body) {
    const cell = row[key] ?? NO_CELL;
    // Long tables repeat their titles.
    if (titles.every((title, at) => title === row[at]?.text)) continue;
    if (isGroup(row)) {
      // A code of one word without anything behind it looks the same.
      const [name] = by === "code" ? (codesOf(cell) ?? []) : [];
      if (name !== undefined) mentions.push({ by, key: name, text: rowText(row), heading, isProminent: true });
      heading = cell.text;
      isGone = place.isGone || saysGoneOfAll(cell);
      continue;
    }
    const refuse = (why: string): void => {
      unread.push({ by, text: rowText(row), heading, why });
    };
    const keys = keysOf(cell, by);
    const number = status === undefined || by !== "code" ? undefined : statusIn(row[status] ?? NO_CELL);
    if (keys === undefined) {
      if (!OTHERS.test(cell.text)) refuse(`"${cell.text}" is not one ${NOUN[by]}`);
    } else if (number === "unclear") refuse(`"${row[status ?? 0]?.text ?? ""}" is not one status of three digits`);
    else if (keys.length === 0 && row.some(({ text }) => codesIn(text).some(isCapitals)))
      refuse("its cell for the code is empty, and another has one");
    else {
      const taken = [key, ...(status === undefined ? [] : [status])];
      const rest = restOf(titles, row, taken);
      const isGoneHere = isGone || saysGone(cell, keys) || isGoneByRest(by, titles, row, taken);
      for (const one of keys) {
        rows.push({
          by,
          key: one,
          status: by === "status" ? Number(one) : number,
          ...rest,
          heading,
          isGone: isGoneHere,
          isOpen: false,
        });
      }
      for (const one of cell.struck.flatMap(codesIn)) {
        rows.push({ by, key: one, status: number, ...rest, heading, isGone: true, isOpen: false });
      }
    }
  }
  return { rows, unread, mentions, otherTables: 0 };
}

/** Cells that are about no failure in particular. */
const OTHERS =
  /^(?:(?:all|any|the|every|anything|everything)\s+)*(?:others?|else|rest|default|[1-5]xx)(?:\s+(?:codes?|errors?|status(?:es)?))?$/i;

/** Whether the columns beside the key say that it is no longer sent. */
function isGoneByRest(by: PageRow["by"], titles: readonly string[], row: Cells, taken: readonly number[]): boolean {
  const says = by === "code" || by === "close" ? saysOnlyGone : saysGoneSince;
  return titles.some((title, at) => {
    const text = row[at]?.text ?? "";
    return !taken.includes(at) && (says(text) || isGoneBy(title, text));
  });
}

const NOUN = { code: "code", message: "message", status: "status", close: "close code" } as const satisfies Readonly<
  Record<PageRow["by"], string>
>;

/** The codes or numbers of a cell; none for an empty one, undefined for one that cannot be read. */
function keysOf(cell: Cell, by: PageRow["by"]): readonly string[] | undefined {
  if (cell.text === "") return [];
  if (by === "code") return codesOf(cell);
  if (by === "close") return closesOf(cell.text);
  const statuses = statusesIn(cell.text);
  return statuses.length > 0 && !isRange(cell.text) ? statuses.map(String) : undefined;
}

/** The close codes of a cell, without remarks about them; undefined where it says more than that. */
function closesOf(text: string): readonly string[] | undefined {
  const words = wordsOf(text.replace(/\([^()]*\)/g, " ")).filter((word) => !isRemark(word));
  return words.length > 0 && !isRange(text) && words.every((word) => /^\d{4}$/.test(word)) ? words : undefined;
}

function isRange(text: string): boolean {
  return /\d\s*(?:[-\u2013\u2014]|to\b)\s*\d/.test(text);
}

function statusIn(cell: Cell): number | "unclear" | undefined {
  if (isEmpty(cell)) return undefined;
  return statusOf(cell) ?? "unclear";
}

/** The message of every row. Its status stands in a column of its own, or begins the text beside it: `409 — the name is taken`. */
function messagesOf({ titles, body, key, status }: Columns, isBorderless: boolean, { heading, isGone }: Place): Found {
  const rows: PageRow[] = [];
  const unread: Unread[] = [];
  for (const row of body) {
    const cell = row[key] ?? NO_CELL;
    const beside = row[key + 1] ?? NO_CELL;
    const leading = leadingStatus(beside.text);
    const own = status === undefined ? leading : statusIn(row[status] ?? NO_CELL);
    const taken = status === undefined ? [key] : [key, status];
    const rest = restOf(titles, row, taken);
    const meaning = status === undefined && leading !== undefined ? withoutStatus(beside.text) : rest.meaning;
    if (cell.text === "") continue;
    if (own === "unclear") unread.push({ by: "message", text: rowText(row), heading, why: "its status is not one of three digits" });
    else {
      const isOpen = isBorderless && beside.text === "";
      rows.push({
        by: "message",
        key: cell.text,
        status: own,
        meaning,
        others: rest.others,
        heading,
        isGone: isGone || saysGone({ ...cell, text: "" }, []) || isGoneByRest("message", titles, row, taken),
        isOpen,
      });
    }
  }
  return { rows, unread, mentions: [], otherTables: 0 };
}

/** The meaning and the cells of the columns that are left. */
function restOf(titles: readonly string[], row: Cells, taken: readonly number[]): Pick<PageRow, "meaning" | "others"> {
  const left = titles.map((title, at) => ({ at, title, text: row[at]?.text ?? "" })).filter(({ at }) => !taken.includes(at));
  const meaning = left.find(({ title }) => MEANING_TITLE.test(title)) ?? left[0];
  const others = left.filter((one) => one !== meaning && one.text !== "").map(({ title, text }) => ({ title, text }));
  return { meaning: meaning === undefined || meaning.text === "" ? undefined : meaning.text, others };
}

function rowText(row: Cells): string {
  return [...new Set(row)]
    .map(({ text }) => text)
    .join(" | ")
    .slice(0, 120);
}

/** The codes that a table about something else names. With a status in the same row, one stands where a row of errors would. */
function mentionsOf(body: readonly Cells[], { heading }: Place): Mention[] {
  return body.flatMap((row) => {
    const hasStatus = row.some(isStatusCell);
    return row.flatMap(({ text }) =>
      codesIn(text).map((key) => ({ by: "code" as const, key, text: rowText(row), heading, isProminent: hasStatus && isCapitals(key) })),
    );
  });
}
