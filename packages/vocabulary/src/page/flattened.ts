import type { Block, Cell, Table } from "./blocks.js";
import { plainCell } from "./blocks.js";
import { hasMarks } from "./markdown.js";
import { CODE } from "./words.js";

/**
 * Whether a page has lost its marks: a Markdown table has its rows broken, headings keep the sign of the link to themselves, or the titles of a
 * table are a line of words. A page without any mark is text, too.
 */
export function isFlattened(text: string): boolean {
  if (/^\|[-:| ]+\|\n[^|\n]+\|$/m.test(text)) return true;
  if (hasMarks(text)) return false;
  const lines = text.split("\n");
  const isText = lines.some((line) => isLinkedHeading(line.trim()) || columnsOf(line.trim()) || line.trim().includes("\t"));
  // What is left of Markdown then are lists, definitions and underlined headings.
  return isText || !lines.some((line) => /^(?: *[-*+] |: +\S|=+$|-+$|.*<(?:table|dl|ul)\b)/i.test(line));
}

/** Headings keep the sign of the link to themselves: `Rooms#`. */
function isLinkedHeading(line: string): boolean {
  return line.endsWith("#") && /^[^|#]*[^|#\s]#$/.test(line);
}

/**
 * Pages that were copied out of a browser, a terminal or an archive as text. Tables are met in three forms: a Markdown table with every row broken
 * after its first cell (`CODE |`, then `404 | Meaning |`), cells that a tabulator parts, and cells that only a blank parts (`404 code Meaning`).
 */
export function blocksOfText(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let table: Builder | undefined;
  let previous = "";
  const add = (block: Block | undefined): void => {
    table = undefined;
    if (block) blocks.push(block);
  };
  const begin = (builder: Builder): void => {
    table = builder;
    blocks.push({ type: "table", table: builder });
  };
  const lines = text.split(/\r\n?|\n/);
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    const next = lines[at + 1]?.trim() ?? "";
    const columns = columnsOf(line);
    if (/^\|[-:| ]+\|$/.test(line)) {
      // The line of titles was taken for text.
      if (blocks.at(-1)?.type === "text") blocks.pop();
      begin(new BrokenTable(cellsOf(previous)));
    } else if (isLinkedHeading(line)) add({ type: "heading", level: 2, cell: plainCell(line.slice(0, -1)) });
    else if (raw.includes("\t") && line.includes("\t")) {
      const cells = raw.split("\t").map(plainCell);
      if (table instanceof TabTable) table.add(cells);
      else begin(new TabTable(cells));
    } else if (columns && next !== "") begin(new PlainTable(columns));
    else if (/^[•*·-]\s/.test(line)) add({ type: "item", cell: plainCell(line.slice(2)) });
    else if (table instanceof BrokenTable) table.add(line, next);
    else if (table === undefined && !ROW.test(previous) && isRunOfRows(lines, at)) {
      const rows = new PlainTable(["HTTP", "Code", "Meaning"]);
      begin(rows);
      rows.add(line);
    } else if (table instanceof PlainTable && line !== "") table.add(line);
    else if (line === "") add(undefined);
    else if (isTitle(line, previous, next)) add({ type: "heading", level: 2, cell: plainCell(line) });
    else add({ type: "text", cell: plainCell(line) });
    previous = line;
  }
  return blocks;
}

/** A short line between empty ones is a heading, unless it is a code. */
function isTitle(line: string, previous: string, next: string): boolean {
  return (
    previous === "" && next === "" && line.length <= 60 && !/[.:,;|]$/.test(line) && !line.split(/[\s,]+/).some((word) => CODE.test(word))
  );
}

const ROW = /^[1-5]\d\d [A-Z][\w.-]*(?: |$)/i;

/** Whether a run of lines that begins here is a table without titles: each line has a status and a word, and most of the words are codes. */
function isRunOfRows(lines: readonly string[], at: number): boolean {
  if (!ROW.test(lines[at]?.trim() ?? "")) return false;
  const end = lines.findIndex((line, one) => one > at && line.trim() === "");
  const run = lines.slice(at, end < 0 ? undefined : end).map((line) => line.trim());
  const coded = run.filter((line) => CODE.test(line.split(/\s+/)[1] ?? ""));
  return run.length > 2 && run.every((line) => ROW.test(line)) && coded.length * 2 > run.length;
}

/** A table while it is read. */
abstract class Builder implements Table {
  readonly header: Cell[][];
  readonly body: Cell[][] = [];
  abstract readonly isBorderless: boolean;

  constructor(titles: readonly Cell[]) {
    this.header = [[...titles]];
  }

  protected get width(): number {
    return this.header[0]?.length ?? 0;
  }
}

/** A table whose cells a tabulator parts. */
class TabTable extends Builder {
  readonly isBorderless = false;

  add(cells: readonly Cell[]): void {
    this.body.push([...cells]);
  }
}

/** A table with all its cells but with its lines broken. */
class BrokenTable extends Builder {
  readonly isBorderless = false;

  constructor(titles: readonly string[]) {
    super(titles.map(plainCell));
  }

  /** A line whose only cell is a code, or stands before a status, begins a row; any other goes on with it. */
  add(line: string, next: string): void {
    const cell = line.endsWith("|") && line.indexOf("|") === line.length - 1 ? line.slice(0, -1).trim() : "";
    const row = this.body.at(-1);
    if (CODE.test(cell) || (cell !== "" && /^\d{3}\b/.test(next))) this.body.push([plainCell(cell)]);
    else row?.push(...cellsOf(line).map(plainCell));
  }
}

/** A table of which only the words are left. */
class PlainTable extends Builder {
  readonly isBorderless: boolean;
  readonly #titles: readonly string[];
  /** How many columns at the beginning hold one word each. */
  readonly #words: number;

  constructor(titles: readonly string[]) {
    super(titles.map(plainCell));
    this.#titles = titles;
    this.isBorderless = /^message$/i.test(titles[0] ?? "");
    const first = titles.findIndex((title) => !ONE_WORD.test(title));
    this.#words = first < 0 ? titles.length : first;
  }

  add(line: string): void {
    this.body.push(this.#cells(line).map(plainCell));
  }

  /** Numbers and codes are one word each; where a message ends and its cause begins is only to be seen where the cause begins with a status. */
  #cells(line: string): string[] {
    if (this.isBorderless) {
      const at = line.search(/\s[1-5]\d\d\s/);
      return at < 0 ? [line] : [line.slice(0, at), line.slice(at + 1)];
    }
    const words = line.split(/\s+/);
    const cells: string[] = [];
    let at = 0;
    while (cells.length < this.#words) {
      const start = at;
      at += 1;
      // `502, 503, 504 Yes`: one row for several statuses.
      while (words[at - 1]?.endsWith(",") && /^[1-5]\d\d\b/.test(words[at] ?? "")) at += 1;
      const isLast = cells.length === this.#titles.length - 1;
      cells.push(words.slice(start, isLast ? words.length : at).join(" "));
    }
    return this.#words < this.#titles.length ? [...cells, words.slice(at).join(" ")] : cells;
  }
}

const ONE_WORD = /^(?:http|status|code|error code|identifier|name|http status|status code|http code|http status code)$/i;
/** Titles as they are written: "HTTP Code" are two columns, "HTTP code" is one. */
const TITLES = [
  "HTTP status code",
  "HTTP status",
  "HTTP code",
  "HTTP",
  "Status code",
  "Status",
  "Error code",
  "Code",
  "Identifier",
  "Name",
  "Error",
  "Message",
  "Meaning",
  "Description",
  "Class",
  "When",
  "Use when",
  "Used when",
  "Use",
  "Example",
  "What to do",
  "Cause",
  "Retryable",
  "Retry?",
  "Retry",
  "Notes",
  "Extra",
  "Details",
  "Fix",
];
const FIRST_TITLES = /^(?:http.*|status.*|code|error code|identifier|name|error|message)$/i;

/** The titles of a line that consists of nothing but titles of columns; undefined for any other line. */
function columnsOf(line: string): readonly string[] | undefined {
  if (line.length > 200) return undefined;
  const columns: string[] = [];
  // `HTTP (reported)`: what stands in brackets belongs to its title.
  let rest = line.replace(/ \([a-z ]+\)/g, "").replace(/\s+/g, " ");
  while (rest !== "") {
    const title = TITLES.find((one) => rest === one || rest.startsWith(`${one} `));
    if (title === undefined) return undefined;
    columns.push(title);
    rest = rest.slice(title.length).trim();
  }
  const [first] = columns;
  return first !== undefined && columns.length > 1 && FIRST_TITLES.test(first) ? columns : undefined;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split("|")
    .map((cell) => cell.trim());
}
