import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Bump, BUMPS, isAtLeast, largest } from "../src/bump.js";
import { bumpOf, diff } from "../src/diff.js";
import type { DetailsSchema } from "../src/details-schema.js";
import type { CodeRecord, VocabularyRecord } from "../src/record.js";
import { code, record } from "./given/records.js";

const schemas: readonly DetailsSchema[] = [
  {},
  { type: "string" },
  { type: "array", items: { type: "string" } },
  { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
  { type: "object", properties: { a: { type: "string" }, b: { type: "number" } }, required: ["a"] },
];

const anyCode: fc.Arbitrary<CodeRecord> = fc
  .record({
    status: fc.constantFrom(null, 400, 404, 410, 500, 503),
    kind: fc.constantFrom("not_found", "internal", "unavailable"),
    retry: fc.constantFrom("never", "once", "backoff", "after_change"),
    source: fc.constantFrom("documented", "status"),
    idempotentOnly: fc.boolean(),
    details: fc.constantFrom(...schemas),
    meaning: fc.constantFrom("One.", "Other."),
  })
  .map((changes) => code(changes));

const anyCodes = fc.dictionary(fc.constantFrom("A", "B", "C", "D", "E"), anyCode);

/** Replaces one code by what it is in the other record, which may be nothing. */
function step(from: VocabularyRecord, to: VocabularyRecord, name: string): VocabularyRecord {
  const { [name]: _, ...others } = from.codes;
  return record({ ...others, ...(to.codes[name] && { [name]: to.codes[name] }) });
}

/** Meanings that tell codes apart, so that no removal and addition look like a renaming: that is one change of two codes. */
function told(codes: Readonly<Record<string, CodeRecord>>): VocabularyRecord {
  return record(Object.fromEntries(Object.entries(codes).map(([name, one]) => [name, { ...one, meaning: `${name}: ${one.meaning}` }])));
}

it("the step of a composed change is the largest of its parts", () => {
  fc.assert(
    fc.property(anyCodes, anyCodes, (one, other) => {
      const [before, after] = [told(one), told(other)];
      const parts = Object.keys({ ...one, ...other }).map((name) => bumpOf(diff(before, step(before, after, name))));
      expect(bumpOf(diff(before, after))).toBe(largest(parts));
    }),
  );
});

it("nothing changed means no step, and a change means one", () => {
  fc.assert(
    fc.property(anyCodes, anyCodes, (one, other) => {
      const [before, after] = [record(one), record(other)];
      expect(bumpOf(diff(before, structuredClone(before)))).toBe("none");
      const isSame = isDeepStrictEqual({ ...one }, { ...other });
      expect(bumpOf(diff(before, after)) === "none").toBe(isSame);
    }),
  );
});

it("going there and back is never smaller than major where a code went away", () => {
  fc.assert(
    fc.property(anyCodes, anyCodes, (one, other) => {
      const isGone = Object.keys(one).some((name) => !(name in other));
      fc.pre(isGone);
      expect(bumpOf(diff(record(one), record(other)))).toBe("major");
    }),
  );
});

it("the largest step is at least as large as each, and one of them", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Bump>(...BUMPS)), (bumps) => {
      const found = largest(bumps);
      expect(bumps.every((one) => isAtLeast(found, one))).toBe(true);
      expect([...bumps, "none"]).toContain(found);
    }),
  );
});
