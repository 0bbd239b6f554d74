/** An example of a document that is run and compared with what the document says it prints. */
export interface Example {
  /** The line of the document that it begins on. */
  readonly line: number;
  readonly source: string;
  /** What stands behind `//=>` in it, in order. */
  readonly output: readonly string[];
}

/** The fenced blocks that are marked `ts runnable`. */
export function examplesOf(markdown: string): readonly Example[] {
  return [...markdown.matchAll(/^```ts runnable\n(.*?)^```$/gms)].map(({ index, 1: source = "" }) => ({
    line: markdown.slice(0, index).split("\n").length + 1,
    source,
    output: [...source.matchAll(/\/\/=> (.*)$/gm)].map(([, expected = ""]) => expected),
  }));
}
