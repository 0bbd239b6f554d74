/** What a reader sees of a cell, a heading or an item. White space is one space. */
export interface Cell {
  readonly text: string;
  /** The pieces of the text that are set as code. */
  readonly code: readonly string[];
  /** What stands beside the text and is not of it: badges, marks of footnotes. */
  readonly badges: readonly string[];
  /** What is struck through, and so no longer said. */
  readonly struck: readonly string[];
}

/** A table with its spans resolved: every row has a cell for every column. */
export interface Table {
  readonly header: readonly (readonly Cell[])[];
  readonly body: readonly (readonly Cell[])[];
  /** Whether the borders of cells were lost, so that nothing shows where a text ends. */
  readonly isBorderless: boolean;
}

/** A part of a page. Whatever the form of a page is, it is read into these first. */
export type Block =
  | { readonly type: "heading"; readonly level: number; readonly cell: Cell }
  | { readonly type: "table"; readonly table: Table }
  | { readonly type: "item"; readonly cell: Cell }
  | { readonly type: "definition"; readonly terms: readonly Cell[]; readonly texts: readonly Cell[] }
  | { readonly type: "text"; readonly cell: Cell }
  /** The title of a box, a tab or a table. */
  | { readonly type: "title"; readonly cell: Cell }
  /** Text that is shown as it is written: an example, or a list that somebody has set by hand. */
  | { readonly type: "pre"; readonly text: string };

/** A cell of plain text, as text files and CSV have it. Words between backticks are code. */
export function plainCell(text: string): Cell {
  const code = [...text.matchAll(/`([^`]+)`/g)].flatMap(([, one]) => one ?? []);
  return { text: visible(text.replaceAll("`", "")), code, badges: [], struck: [] };
}

/** A text as a reader sees it: soft hyphens and marks of no width are gone, and white space is one space. */
export function visible(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
