import { CODE, type PageContent, type PageTable, type TableRow } from "./page.js";

/**
 * Pages that were copied out of a browser or an archive as text. Two forms are met. In one a Markdown table has every row broken after its first cell:
 * `CODE |`, then `404 | Meaning |`. In the other a row is a line whose cells only a blank parts: `404 code Meaning`.
 */
export function readFlattened(text: string): PageContent {
  const tables: PageTable[] = [];
  const listed: { code: string; heading: string }[] = [];
  let heading = "";
  let table: Builder | undefined;
  let previous = "";
  const lines = text.split(/\r?\n/).map((one) => one.trim());
  for (const [at, line] of lines.entries()) {
    // Headings keep the mark of the link to themselves.
    const title = /^([^|]*[^|#\s])#$/.exec(line)?.[1];
    const columns = columnsOf(line);
    if (title !== undefined) {
      heading = title;
      table = undefined;
    } else if (/^\|(?:\s*:?-+:?\s*\|)+$/.test(line)) {
      table = new BrokenTable(cellsOf(previous), heading);
      tables.push(table);
    } else if (columns) {
      table = new PlainTable(columns, heading);
      tables.push(table);
    } else if (line === "" && table instanceof PlainTable) table = undefined;
    else if (table) table.add(line, lines[at + 1] ?? "");
    else for (const code of codesOf(line)) listed.push({ code, heading });
    previous = line;
  }
  return { form: "flattened text", tables, listed };
}

/** A table while it is read. */
interface Builder extends PageTable {
  add(line: string, next: string): void;
}

/** A table with all its cells but with its lines broken. */
class BrokenTable implements Builder {
  readonly columns: readonly string[];
  readonly rows: TableRow[] = [];
  readonly #heading: string;

  constructor(columns: readonly string[], heading: string) {
    this.columns = columns;
    this.#heading = heading;
  }

  /** A line whose only cell is a code, or stands before a status, begins a row; any other goes on with it. */
  add(line: string, next: string): void {
    const cell = /^([^|]+)\|$/.exec(line)?.[1]?.trim();
    const begins = cell !== undefined && (CODE.test(cell) || /^\d{3}\b/.test(next)) ? cell : undefined;
    const last = this.rows.at(-1);
    if (begins !== undefined) this.rows.push({ cells: [begins], heading: this.#heading });
    else if (last) this.rows.splice(-1, 1, { ...last, cells: [...last.cells, ...cellsOf(line)] });
  }
}

/** A table of which only the words are left. */
class PlainTable implements Builder {
  readonly columns: readonly string[];
  readonly rows: TableRow[] = [];
  readonly #heading: string;

  constructor(columns: readonly string[], heading: string) {
    this.columns = columns;
    this.#heading = heading;
  }

  add(line: string): void {
    this.rows.push({ cells: this.#cells(line), heading: this.#heading });
  }

  /** Numbers and codes are one word each; where a message ends and its cause begins is only to be seen where the cause begins with a status. */
  #cells(line: string): string[] {
    const [first = "", second] = this.columns;
    if (/^message$/i.test(first)) {
      const [, message, cause] = /^(.+?)\s(\d{3}\s.*)$/.exec(line) ?? [];
      return message !== undefined && cause !== undefined ? [message, cause] : [line];
    }
    const words = line.split(" ");
    // `502, 503, 504 Yes`: one row for several statuses.
    let leading = 1;
    while (words[leading - 1]?.endsWith(",")) leading += 1;
    const key = words.slice(0, leading).join(" ");
    const others = words.slice(leading);
    if (second && /^code$/i.test(second)) return [key, others[0] ?? "", others.slice(1).join(" ")];
    return [key, others.join(" ")];
  }
}

const TITLES = [
  "HTTP",
  "Status",
  "Code",
  "Message",
  "Meaning",
  "Class",
  "When",
  "Use when",
  "Used when",
  "Use",
  "Example",
  "What to do",
  "Cause",
  "Retry?",
  "Notes",
];
const FIRST_TITLES = ["HTTP", "Status", "Code", "Message"];

/** The titles of a line that consists of nothing but titles of columns; undefined for any other line. */
function columnsOf(line: string): readonly string[] | undefined {
  const columns: string[] = [];
  // `HTTP (reported)`: what stands in brackets belongs to its title.
  let rest = line.replace(/ \([a-z ]+\)/g, "");
  while (rest !== "") {
    const title = TITLES.find((one) => rest === one || rest.startsWith(`${one} `));
    if (title === undefined) return undefined;
    columns.push(title);
    rest = rest.slice(title.length).trim();
  }
  const [first] = columns;
  return first !== undefined && columns.length > 1 && FIRST_TITLES.includes(first) ? columns : undefined;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}

/** The codes of a line that begins with one and lists others: `ONE_CODE,OTHER_CODE, etc.` */
function codesOf(line: string): string[] {
  const words = line.split(/[\s,]+/);
  return CODE.test(words[0] ?? "") && (words.length === 1 || /^\w+,/.test(line)) ? words.filter((word) => CODE.test(word)) : [];
}
