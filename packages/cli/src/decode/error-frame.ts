import { createParser } from "eventsource-parser";

/** Whether a text begins as an event stream does: with a field or a comment. */
export function looksLikeEventStream(text: string): boolean {
  return /^\s*(?:(?:event|data|id|retry):|: )/.test(text);
}

/** The data of the first error frame of an event stream (server-sent events) in text; undefined where there is none. */
export function errorFrameIn(text: string): string | undefined {
  const found: string[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event === "error") found.push(data);
    },
  });
  // A stream that was cut off may lack the empty line that ends its last frame.
  parser.feed(`${text}\n\n`);
  return found[0];
}
