import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, decodeByHand, encodeByHand } from "../src/utf8.js";

// More than usual, because the platform's own decoder is there to compare with.
const numRuns = 5 * (fc.readConfigureGlobal().numRuns ?? 1000);

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 64 }),
  fc.string({ unit: "binary" }).map((text) => new TextEncoder().encode(text)),
  // Bytes that begin, go on with and end characters, in any order.
  fc
    .array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f, 0xff))
    .map((list) => Uint8Array.from(list)),
);

describe("decoding by hand", () => {
  it("gives what TextDecoder gives, for any bytes", () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(decodeByHand(bytes)).toBe(new TextDecoder().decode(bytes));
      }),
      { numRuns },
    );
  });

  it("leaves a byte order mark out, as TextDecoder does", () => {
    expect(decodeByHand(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe("a");
    expect(decodeByHand(Uint8Array.of(0x61, 0xef, 0xbb, 0xbf))).toBe("a\uFEFF");
  });
});

describe("encoding by hand", () => {
  it("gives what TextEncoder gives, for any text", () => {
    const halves = fc.string({ unit: fc.constantFrom("a", "%", "é", "\ud83d", "\ude00", "\ud83d\ude00", "\u0000", "\uffff") });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), halves), (text) => {
        expect([...encodeByHand(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
      { numRuns },
    );
  });
});

describe("bytes", () => {
  it("of another realm are bytes", () => {
    for (const made of [
      "new Uint8Array([104, 105])",
      "new Uint8Array([104, 105]).buffer",
      "new DataView(new Uint8Array([104, 105]).buffer)",
    ]) {
      expect([...(bytesOf(runInNewContext(made)) ?? [])]).toEqual([104, 105]);
    }
  });

  it("of a view are those that it shows", () => {
    expect([...(bytesOf(Uint8Array.of(1, 2, 3).subarray(1)) ?? [])]).toEqual([2, 3]);
  });

  it.each<unknown>([undefined, null, "hi", 7, {}, [104, 105], { byteLength: 2 }])("are not in %j", (value) => {
    expect(bytesOf(value)).toBeUndefined();
  });
});
