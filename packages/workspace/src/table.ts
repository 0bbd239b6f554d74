/** A column that is not simply text from the left. */
export interface Column {
  readonly title: string;
  readonly align?: "right";
}

/**
 * Rows of text as lines of aligned columns, under a line of titles. The last column is not padded, so that no line ends in blanks.
 * @param columns their titles, or what else there is to say of one.
 */
export function tableOf(columns: readonly (Column | string)[], rows: readonly (readonly string[])[]): readonly string[] {
  const titles = columns.map((column) => (typeof column === "string" ? column : column.title));
  const widths = columns.map((_, at) => Math.max(...[titles, ...rows].map((row) => row[at]?.length ?? 0)));
  return [titles, ...rows].map((row) =>
    columns
      .map((column, at) => {
        const cell = row[at] ?? "";
        const width = widths[at] ?? 0;
        return typeof column !== "string" && column.align === "right" ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

/** A table in Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
