import fc from "fast-check";
import { expect, it } from "vitest";
import { cut } from "../src/cut.js";

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
