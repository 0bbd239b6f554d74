import { Help } from "commander";
import pc from "picocolors";
import { supportsHyperlink } from "supports-hyperlinks";

type Style = (text: string) => string;

/** How text is shown where it is read: plain in files and pipes, with colours and links on a terminal. */
export interface Terminal {
  readonly bold: Style;
  readonly dim: Style;
  readonly red: Style;
  readonly yellow: Style;
  readonly green: Style;
  /** An address, which a terminal that can do so opens on a click. */
  readonly link: Style;
  /** The columns that text is broken at. */
  readonly columns: number;
}

/** Wide enough for a table, narrow enough for a sentence to be read. */
const WIDEST = 100;

/** Text as it goes into a file or a pipe. */
export const plain: Terminal = {
  bold: (text) => text,
  dim: (text) => text,
  red: (text) => text,
  yellow: (text) => text,
  green: (text) => text,
  link: (address) => address,
  columns: 80,
};

/** What a stream can show. `NO_COLOR`, `FORCE_COLOR` and `--no-color` are obeyed; see picocolors. */
export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  const { bold, dim, red, yellow, green } = pc.createColors(pc.isColorSupported && (stream.isTTY || "FORCE_COLOR" in process.env));
  return {
    bold,
    dim,
    red,
    yellow,
    green,
    // ECMA-48's operating system command 8, as terminals have agreed on it.
    link: supportsHyperlink(stream) ? (address) => `\u001B]8;;${address}\u0007${address}\u001B]8;;\u0007` : plain.link,
    columns: stream.isTTY ? Math.min(stream.columns, WIDEST) : plain.columns,
  };
}

/** Lines of `Name   text`, with the text broken at the terminal's width and indented beneath itself. Rows without a text are left out. */
export function table(rows: readonly (readonly [name: string, text: string | undefined])[], { columns, dim }: Terminal): string {
  const shown = rows.filter((row): row is readonly [string, string] => row[1] !== undefined);
  const width = Math.max(...shown.map(([name]) => name.length)) + 2;
  const breaker = new Help();
  return shown
    .map(([name, text]) => {
      const lines = breaker.boxWrap(text, Math.max(columns - width, 20)).split("\n");
      return `${dim(name.padEnd(width))}${lines.join(`\n${" ".repeat(width)}`)}`;
    })
    .join("\n");
}
