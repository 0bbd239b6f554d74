import type { Block, Cell } from "./blocks.js";
import { saysGone, saysGoneOfAll, saysOnlyGone } from "./gone.js";
import { leadingCodes, lineOf, loneName, possibleName, type Line } from "./line.js";
import { mentionsOfText, readKeyed, readKeyedDefinition, readKeyedHeading } from "./keyed.js";
import { joined, NOTHING, type Found, type Mention, type PageRow, type Unread } from "./rows.js";
import type { Place } from "./table.js";
import {
  CODE,
  codesIn,
  codesOf,
  failureStatusesIn,
  isCapitals,
  leadingStatus,
  onlyStatus,
  statusesIn,
  withoutStatus,
  wordsOf,
} from "./words.js";

function row(code: string, place: Place, more: Partial<PageRow>): PageRow {
  return { by: "code", key: code, status: undefined, meaning: undefined, others: [], isOpen: false, ...place, ...more };
}

/** The codes of a text in no row. A single word may be one where a status stands in the line; whether the service has it is not known here. */
function mentioned(cell: Cell, { heading }: Place, isProminent: boolean): readonly Mention[] {
  const base = { by: "code", text: cell.text.slice(0, 120), heading } as const;
  const name = possibleName(cell);
  const codes = codesIn(cell.text).map((key) => ({ ...base, key, isProminent: isProminent && isCapitals(key) }));
  return name === undefined ? codes : [...codes, { ...base, key: name, isProminent: true }];
}

function readLine(cell: Cell, place: Place, isEntry: boolean, accepts: (line: Line) => boolean): Found {
  const line = lineOf(cell, isEntry);
  if (!line || !accepts(line)) {
    // `CODE — 409`, told in a way that is not read, may be an entry all the same.
    return { ...NOTHING, mentions: mentioned(cell, place, line !== undefined || failureStatusesIn(cell.text).length > 0) };
  }
  const { codes, status, meaning, isWord } = line;
  const { heading } = place;
  if (status === "unclear")
    return { ...NOTHING, unread: [{ by: "code", text: cell.text.slice(0, 120), heading, why: "it names several statuses" }] };
  const isGone = place.isGone || saysGone({ ...cell, text: "" }, []) || saysOnlyGone(meaning ?? "");
  return { ...NOTHING, rows: codes.map((code) => row(code, { heading, isGone }, { status, meaning, isWord })) };
}

/** A line that is no entry of a code may be one of a failure without codes. So may one whose code is a common word: `404 missing`. */
function orKeyed(found: Found, keyed: () => Found): Found {
  const isClear = found.unread.length > 0 || (found.rows.length > 0 && found.rows.every(({ key }) => CODE.test(key)));
  return isClear ? found : joined([found, keyed()]);
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
    const isGone = place.isGone || saysGoneOfAll({ ...cell, text: label });
    return { ...NOTHING, rows: codes.map((code) => row(code, { ...place, isGone }, {})) };
  }
  const found = readLine(cell, place, true, ({ codes: own, status }) => status !== undefined || own.every(isCapitals));
  return orKeyed(found, () => readKeyed(cell, place));
}

/** A paragraph: an entry only with a status, or where it is nothing but a list of codes. */
export function readText(cell: Cell, place: Place): Found {
  const found = readLine(
    cell,
    place,
    false,
    ({ status, codes, meaning }) => status !== undefined || (meaning === undefined && codes.every(isCapitals)) || isList(cell.text),
  );
  return orKeyed(found, () => ({ ...NOTHING, mentions: mentionsOfText(cell, place) }));
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
    const line = lineOf(term, true);
    const plain = codesOf(term);
    const own = line?.status;
    const status = own ?? statuses;
    const codes = line?.codes ?? (status !== undefined && plain?.length === 1 ? plain : []);
    const isEntry = codes.length > 0 && (status !== undefined || codes.every(isCapitals));
    if (!isEntry) continue;
    if (status === "unclear") unread.push({ by: "code", text: all.slice(0, 120), heading, why: "it names several statuses" });
    else {
      const meaning = texts.map(({ text }) => withoutStatus(text)).find((text) => text !== "");
      rows.push(
        ...codes.map((code) =>
          row(code, { heading, isGone: isGone || saysGone({ ...term, text: "" }, []) || saysOnlyGone(meaning ?? "") }, { status, meaning }),
        ),
      );
    }
  }
  const isRead = rows.length > 0 || unread.length > 0;
  const mentions = isRead
    ? []
    : [...terms.flatMap((term) => mentioned(term, place, true)), ...texts.flatMap((text) => mentioned(text, place, false))];
  return orKeyed({ ...NOTHING, rows, unread, mentions }, () => readKeyedDefinition(terms, texts, place));
}

const LABELLED = /\b(?:http|status)\b[^.;\d]{1,20}\b([1-5]\d\d)\b/gi;

/** The status that texts give: the one that is called so, else the one that stands first, else the only one of a failure. */
function statusesOf(cells: readonly Cell[]): number | "unclear" | undefined {
  const texts = cells.flatMap(({ text, badges }) => [...failureStatusesIn(text.slice(0, 2000)), ...badges.flatMap(statusesIn)]);
  return clearStatusOf(cells) ?? onlyStatus(texts);
}

/** The status that texts give in so many words: the one that is called so, else the one that stands first. */
function clearStatusOf(cells: readonly Cell[]): number | "unclear" | undefined {
  const labelled = cells.flatMap(({ text }) => [...text.slice(0, 2000).matchAll(LABELLED)].map(([, status]) => Number(status)));
  const leading = cells.map(({ text }) => leadingStatus(text)).filter((one) => one !== undefined);
  return onlyStatus(labelled) ?? (leading.includes("unclear") ? "unclear" : onlyStatus(leading.filter((one) => one !== "unclear")));
}

/** The entry of a heading that names a failure, with the blocks beneath it; what it may name, else. */
export function readHeading(cell: Cell, body: readonly Block[], place: Place): Found {
  const texts = body.flatMap(cellsOf);
  return orKeyed(readCodeHeading(cell, body, texts, place), () => readKeyedHeading(cell, texts, place));
}

function readCodeHeading(cell: Cell, body: readonly Block[], texts: readonly Cell[], place: Place): Found {
  const line = lineOf(cell, true);
  const marked = cell.code.length === 1 && cell.text === cell.code[0] ? codesOf(cell) : undefined;
  // A lone word is the title of a section, too: it is an entry where a status stands under it in so many words, and no codes do.
  const name = loneName(cell);
  const isSection = name === undefined || texts.some(({ text }) => codesIn(text).length > 0);
  const codes = line?.codes ?? marked ?? (isSection ? [] : [name]);
  const isNamed = line !== undefined || marked !== undefined;
  const status = line?.status ?? (isNamed ? statusesOf(texts) : clearStatusOf(texts));
  const { heading } = place;
  const isEntry = codes.length === 1 ? status !== undefined || codes.every(isCapitals) : line?.status !== undefined;
  // Small words with joints are fields, too: `request_id`. Whether the service has such a code is seen later.
  if (!isEntry || (status === "unclear" && !isNamed)) {
    const mentions =
      name === undefined ? mentioned(cell, place, line?.status !== undefined || failureStatusesIn(cell.text).length > 0) : [];
    const words = name === undefined ? codes : [name];
    const base = { by: "code", text: cell.text.slice(0, 120), heading, isProminent: true } as const;
    return { ...NOTHING, mentions: [...mentions, ...words.map((key) => ({ ...base, key }))] };
  }
  if (status === "unclear")
    return { ...NOTHING, unread: [{ by: "code", text: cell.text, heading, why: "several statuses stand under it" }] };
  const [first] = body;
  const meaning = line?.meaning ?? (first?.type === "text" ? first.cell.text : undefined);
  const isGone = place.isGone || saysGone({ ...cell, text: "" }, []) || saysOnlyGone(meaning ?? "");
  return {
    ...NOTHING,
    rows: codes.map((code) => row(code, { heading, isGone }, { status, meaning, isWord: line?.isWord ?? marked === undefined })),
  };
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
  if (block.type === "definition") return [...block.terms, ...block.texts].length === 0 ? [] : [oneCell([...block.terms, ...block.texts])];
  return block.type === "pre" ? [] : [block.cell];
}

function oneCell(cells: readonly Cell[]): Cell {
  return { text: cells.map(({ text }) => text).join(" "), code: [], badges: cells.flatMap(({ badges }) => badges), struck: [] };
}
