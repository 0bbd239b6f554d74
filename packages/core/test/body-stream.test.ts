import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { bodyStreamOf } from "../src/body-stream.js";

/** What a body gives until it ends, read as `readBodyText` does. */
async function read(body: unknown): Promise<string[]> {
  const reader = bodyStreamOf(body)!.getReader();
  const texts: string[] = [];
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) return texts;
    texts.push(new TextDecoder().decode(value));
  }
}

/** What can be iterated over: an iterator that notes how it was ended. */
function iterable(members: object = {}): { ended: string[]; body: object } {
  const ended: string[] = [];
  const next = () => Promise.resolve({ done: false, value: Uint8Array.of(97) });
  const iterator = { next, return: () => Promise.resolve(ended.push("return")) };
  const destroy = () => ended.push("destroy");
  return { ended, body: { [Symbol.asyncIterator]: () => iterator, destroy, ...members } };
}

describe("a body as a stream", () => {
  it("is a stream of the web, as it is", () => {
    const stream = new Blob(["a"]).stream();
    expect(bodyStreamOf(stream)).toBe(stream);
  });

  it("is that of a Blob", async () => {
    expect(await read(new Blob(["abc"]))).toEqual(["abc"]);
  });

  it("is that of a Blob whose stream is one of Node, as in node-fetch 2", async () => {
    expect(await read({ stream: () => Readable.from([Buffer.from("abc")]) })).toEqual(["abc"]);
    expect(() => bodyStreamOf({ stream: () => "abc" })?.getReader()).toThrow(TypeError);
  });

  it("is what can be iterated over, as bytes, and without what the iterator returns in the end", async () => {
    const body = (async function* () {
      yield "a";
      yield new TextEncoder().encode("b");
      return await Promise.resolve("c");
    })();
    expect(await read(body)).toEqual(["a", "b"]);
  });

  it("ends by destroying a stream of Node, since its iterator would wait for what is under way", async () => {
    const { body, ended } = iterable();
    await bodyStreamOf(body)?.getReader().cancel();
    expect(ended).toEqual(["destroy"]);
  });

  it("ends by returning, where there is nothing to destroy", async () => {
    const { body, ended } = iterable({ destroy: undefined });
    await bodyStreamOf(body)?.getReader().cancel();
    expect(ended).toEqual(["return"]);
  });

  it("ends, where there is neither", async () => {
    const body = { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }) };
    await expect(bodyStreamOf(body)?.getReader().cancel()).resolves.toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "x"],
    ["bytes", Uint8Array.of(1)],
    ["JSON", { stream: true, getReader: "x" }],
    ["a list", [1]],
    ["an old stream", { pipe: () => undefined }],
    ["a revoked proxy", Proxy.revocable({}, {}).proxy],
    [
      "what cannot be looked at",
      {
        get [Symbol.asyncIterator](): unknown {
          throw new Error("no");
        },
      },
    ],
  ])("is not %s", (_, body) => {
    expect(bodyStreamOf(body)).toBeUndefined();
  });
});
