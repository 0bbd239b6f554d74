import { styleText } from "node:util";

/** How the parts of the report look. */
export type Style = Readonly<Record<"title" | "quiet" | "good" | "bad", (text: string) => string>>;

function plain(text: string): string {
  return text;
}

/** Colours on a terminal that shows them, nothing but the text elsewhere. */
export function styleFor(stream: NodeJS.WriteStream): Style {
  if (!stream.isTTY || !stream.hasColors()) return { title: plain, quiet: plain, good: plain, bad: plain };
  return {
    title: (text) => styleText("bold", text),
    quiet: (text) => styleText("dim", text),
    good: (text) => styleText("green", text),
    bad: (text) => styleText("red", text),
  };
}
