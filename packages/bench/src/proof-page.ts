/** A part of the page: its heading, and how its text is measured. */
export interface Section {
  readonly title: string;
  /** What the command calls it. */
  readonly name: string;
  /** Measures, and gives the text below the heading. */
  readonly measure: (progress: Progress) => string | Promise<string>;
}

/** Tells a person what is being measured. */
export type Progress = (text: string) => void;

const HEADING = "## ";

/** The texts of a page by their headings; none of a page that does not exist yet. */
export function readPage(page: string): ReadonlyMap<string, string> {
  const parts = `\n${page}`.split(`\n${HEADING}`).slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf("\n");
      return [part.slice(0, end), part.slice(end + 1).trim()] as const;
    }),
  );
}

/** The page of these sections, in their order; what was not measured says with which command it is. */
export function writePage(sections: readonly Section[], texts: ReadonlyMap<string, string>): string {
  const parts = sections.map(
    ({ title, name }) => `${HEADING}${title}\n\n${texts.get(title) ?? `Not measured yet: \`npm run proof -- ${name}\`.`}\n`,
  );
  return `# Proof\n\nEvery figure below was measured and written by \`npm run proof\`; none is typed. Each part says of which commit it is.\n\n${parts.join("\n")}`;
}

/** Whether a figure is within its target, in a word; nothing where there is none. */
export function verdict(value: number, target: number | undefined): string {
  if (target === undefined) return "";
  return value <= target ? "met" : "**missed**";
}
