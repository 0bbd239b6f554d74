/** How the cells of a column stand. */
export interface Column {
  readonly title: string;
  readonly align?: "right";
}

/** Rows of text as lines of aligned columns, under a line of titles. The last column is not padded, so that no line ends in blanks. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const titles = columns.map(({ title }) => title);
  const widths = columns.map((_, at) => Math.max(...[titles, ...rows].map((row) => row[at]?.length ?? 0)));
  return [titles, ...rows].map((row) =>
    columns
      .map(({ align }, at) => {
        const cell = row[at] ?? "";
        return align === "right" ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
      })
      .join("  ")
      .trimEnd(),
  );
}
