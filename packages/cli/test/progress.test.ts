import { PassThrough } from "node:stream";
import type { WriteStream } from "node:tty";
import { expect, it } from "vitest";
import { progressOn } from "../src/decode/progress.js";

/** A stream that says it is a terminal, with all that was written to it. */
function terminal(isTTY: boolean): { readonly stream: WriteStream; readonly written: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80, cursorTo: () => true, clearLine: () => true });
  let text = "";
  stream.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  // A bar uses nothing else of a terminal.
  return { stream: stream as unknown as WriteStream, written: () => text };
}

it.each([
  ["of a size", 200e6, "50 % of 200 MB"],
  ["of a size that nobody knows", undefined, "100 MB read"],
])("shows on a terminal how far a reading %s is", async (_, size, expected) => {
  const { stream, written } = terminal(true);
  const { advance, end } = await progressOn(stream, size);
  for (let read = 0; read < 100; read++) advance(1e6);
  end();
  expect(written()).toContain(expected);
});

it.each([
  ["no terminal", false, 200e6],
  ["little to read", true, 1e6],
])("shows nothing where there is %s", async (_, isTTY, size) => {
  const { stream, written } = terminal(isTTY);
  const { advance, end } = await progressOn(stream, size);
  advance(size);
  end();
  expect(written()).toBe("");
});
