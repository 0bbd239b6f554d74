import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut } from "../src/cut.js";

describe("a text that is cut", () => {
  it("ends between characters, where encoding into so many bytes ends", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(64), (text, bytes) => {
        const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
        expect(cut(text, bytes)).toBe(text.slice(0, read));
      }),
      // More than usual, because the platform's own encoder is there to compare with.
      { numRuns: 5 * (fc.readConfigureGlobal().numRuns ?? 1000) },
    );
  });

  it.each(["\u007f", "\u0080", "\u07ff", "\u0800", "\uffff", "\u{10000}", "\u{10ffff}"])(
    "keeps %j where its bytes fit, and nothing of it where one is missing",
    (character) => {
      const bytes = new TextEncoder().encode(character).length;
      expect(cut(`${character}a`, bytes)).toBe(character);
      expect(cut(`${character}a`, bytes - 1)).toBe("");
      expect(cut(character, bytes)).toBe(character);
    },
  );
});
