import { type Fragment, fragmentsOf } from "./fragments.js";

/** An example of a document that is run and compared with what the document says it prints. */
export interface Example extends Pick<Fragment, "line" | "source"> {
  /** What stands behind `//=>` in it, in order. */
  readonly output: readonly string[];
}

/** The fenced blocks that are marked `ts runnable`. */
export function examplesOf(markdown: string): readonly Example[] {
  return fragmentsOf(markdown)
    .filter(({ isRunnable }) => isRunnable)
    .map(({ line, source }) => ({
      line,
      source,
      output: [...source.matchAll(/\/\/=> (.*)$/gm)].map(([, expected = ""]) => expected),
    }));
}
