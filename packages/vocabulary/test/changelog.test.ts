import { describe, expect, it } from "vitest";
import { diff } from "../src/diff.js";
import { changelogSections, withSections } from "../src/release/changelog.js";
import { withVersion } from "../src/release/since.js";
import { RULES } from "../src/rules.js";
import type { VocabularyRecord } from "../src/record.js";
import { code, record } from "./given/records.js";

const before = record({
  CHAMBER: code({ meaning: "The chamber." }),
  ROOM_GONE: code({ status: 410, meaning: "It was pulled down." }),
  ROOM_LOCKED: code({ status: 409, kind: "failed_precondition", meaning: "It is locked." }),
  ROOM_BUSY: code({ status: 429, kind: "rate_limited", retry: "backoff", meaning: "Too many ask for it." }),
  ROOM_NAMED: code({ meaning: "Named." }),
});
const after = record(
  {
    PARLOUR: code({ meaning: "The chamber.", since: "2.0.0" }),
    ROOM_LOCKED: code({ status: 409, kind: "failed_precondition", retry: "once", meaning: "It is locked." }),
    ROOM_BUSY: code({
      status: 429,
      kind: "rate_limited",
      retry: "backoff",
      meaning: "Too many ask for it.",
      deprecated: "2.0.0; use ROOM_LOCKED",
    }),
    ROOM_NAMED: code({ meaning: "It has another name." }),
    ROOM_OPEN: code({ status: null, meaning: "Open | unlocked.\nFor all.", since: "2.0.0" }),
  },
  "2.0.0",
);

function sections(one: VocabularyRecord, other: VocabularyRecord): string {
  return changelogSections(one, other, diff(one, other));
}

const CHANGELOG = "# @scai-errors/hotel\n\n## 2.0.0\n\n### Major Changes\n\n- Words of a changeset.\n\n## 1.0.0\n\nFirst.\n";

describe("a changelog", () => {
  it("has sections for codes before the words of the changesets", async () => {
    await expect(withSections(CHANGELOG, "2.0.0", sections(before, after))).toMatchFileSnapshot("golden/changelog.md.txt");
  });

  it("stays as it is where only texts have changed", () => {
    const texts = record({ ...before.codes, ROOM_GONE: code({ status: 410, meaning: "Gone." }) });
    expect(withSections(CHANGELOG, "2.0.0", sections(before, texts))).toBe(CHANGELOG);
  });

  it("says what to do, and why, of every kind of change but of texts, and names the first of many codes", () => {
    const codes = Object.fromEntries(Array.from({ length: 12 }, (_, number) => [`ROOM_${number}`, code({ meaning: `${number}.` })]));
    const [one, other] = [record({ ...codes, OLD: code() }), record({ OLD: code({ meaning: "Other." }) }, "2.0.0")];
    const text = sections(one, other);
    expect(text).toContain(
      "### What to do\n\n- `ROOM_0`, `ROOM_1`, `ROOM_10`, `ROOM_11`, `ROOM_2`, `ROOM_3`, `ROOM_4`, `ROOM_5` and 4 more (major): a code is removed. ",
    );
    expect(text).not.toContain("OLD");
    for (const { id, reason, todo } of RULES)
      expect([id, reason, todo]).toEqual([id, expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
  });

  it("shows a type of details as a program would write it", () => {
    const details = { type: "object", properties: { field: { type: "string" } }, required: ["field"] } as const;
    expect(sections(record({ ROOM: code({ details }) }), record({ ROOM: code() }))).toContain(
      '| `ROOM` | details | { readonly "field": string } | unknown |',
    );
  });

  it("is not confused by a meaning that looks like a replacement pattern", () => {
    const odd = record({ ...before.codes, ODD: code({ meaning: "It costs $1 or $&." }) });
    expect(withSections(CHANGELOG, "2.0.0", sections(before, odd))).toContain("It costs $1 or $&.");
  });
});

it("the version replaces next in since and in deprecated, and nowhere else", () => {
  const source =
    'A: { ...rooms("The next room; since: next."), since: "next" },\nB: { since: "1.0.0", deprecated: "next; use A", meaning: "next" },\n * @deprecated next; use A';
  expect(withVersion(source, "1.4.0")).toBe(
    'A: { ...rooms("The next room; since: next."), since: "1.4.0" },\nB: { since: "1.0.0", deprecated: "1.4.0; use A", meaning: "next" },\n * @deprecated 1.4.0; use A',
  );
});
