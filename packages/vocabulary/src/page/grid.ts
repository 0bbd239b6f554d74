import { BadInput } from "../bad-input.js";
import type { Cell, Table } from "./blocks.js";

/** A row as it is written: cells that may stand for several columns and rows. */
export interface WrittenRow {
  readonly cells: readonly { readonly cell: Cell; readonly columns: number; readonly rows: number }[];
  /** Whether it holds titles of columns. */
  readonly isTitles: boolean;
}

/** No table of error codes is nearly as wide or as long. More columns are left out. */
const MOST_COLUMNS = 20;
const MOST_ROWS = 5000;
const EMPTY: Cell = { text: "", code: [], badges: [], struck: [] };

/** Gives every row a cell for every column: a cell that reaches over several stands in each of them. */
export function gridOf(written: readonly WrittenRow[]): Table {
  if (written.length > MOST_ROWS) {
    throw new BadInput(
      `A table of the page has ${written.length} rows; one of error codes has less than ${MOST_ROWS}. Name the page itself.`,
    );
  }
  const grid: Cell[][] = [];
  /** For each column the cell that reaches down into the rows to come, and for how many. */
  const reaching: { cell: Cell; rows: number }[] = [];
  for (const { cells } of written) {
    const row: Cell[] = [];
    const fill = (): void => {
      for (let above = reaching[row.length]; above !== undefined && above.rows > 0; above = reaching[row.length]) {
        above.rows -= 1;
        row.push(above.cell);
      }
    };
    for (const { cell, columns, rows } of cells) {
      fill();
      const end = Math.min(row.length + Math.max(1, columns), MOST_COLUMNS);
      while (row.length < end) {
        reaching[row.length] = { cell, rows: rows === 0 ? Number.POSITIVE_INFINITY : rows - 1 };
        row.push(cell);
      }
    }
    fill();
    grid.push(row);
  }
  const width = grid.reduce((most, { length }) => Math.max(most, length), 0);
  const whole = grid.map((row) => [...row, ...Array.from({ length: width - row.length }, () => EMPTY)]);
  const firstOfBody = written.findIndex(({ isTitles }) => !isTitles);
  const titles = firstOfBody < 0 ? whole.length : firstOfBody;
  return { header: whole.slice(0, titles), body: whole.slice(titles), isBorderless: false };
}
