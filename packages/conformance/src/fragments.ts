/** A piece of TypeScript that a document shows. */
export interface Fragment {
  /** The line of the document that it begins on. */
  readonly line: number;
  readonly source: string;
  /** Whether its fence says so. */
  readonly isRunnable: boolean;
}

/** The fenced blocks of TypeScript. */
export function fragmentsOf(markdown: string): readonly Fragment[] {
  return [...markdown.matchAll(/^```ts( runnable)?\n(.*?)^```$/gms)].map(({ index, 1: runnable, 2: source = "" }) => ({
    line: markdown.slice(0, index).split("\n").length + 1,
    source,
    isRunnable: runnable !== undefined,
  }));
}

/** A block that shows members of the argument of `defineService`, and no statements. */
const MEMBERS = /^\w+: /;

/** A module of a fragment, with every line where it is in the document, so that the compiler's lines are the document's. */
export function moduleOf({ line, source }: Pick<Fragment, "line" | "source">): string {
  const above = "\n".repeat(line - 1);
  if (!MEMBERS.test(source)) return `${above}${source}export {};\n`;
  const first = 'import type { defineService } from "@scai-errors/core"; export const members = {';
  return `${above.slice(1)}${first}\n${source}} satisfies Partial<Parameters<typeof defineService>[0]>;\n`;
}
