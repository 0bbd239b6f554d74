import { describe, expect, it } from "vitest";
import type { Bump } from "../src/bump.js";
import { diff } from "../src/diff.js";
import { type Compared, type Verdict, isPassed, judge } from "../src/gate.js";
import { changesetText, gateJson, gateText } from "../src/gate-report.js";
import type { VocabularyRecord } from "../src/record.js";
import { code, record } from "./given/records.js";

const before = record({
  ROOM_GONE: code({ status: 410 }),
  ROOM_LOCKED: code({ status: 409, kind: "failed_precondition", retry: "after_change", meaning: "The room is locked." }),
  ROOM_BUSY: code({ status: 429, kind: "rate_limited", retry: "backoff", meaning: "Too many ask for it." }),
});

const after = record({
  ROOM_LOCKED: code({ status: 409, kind: "aborted", retry: "backoff", idempotentOnly: true, meaning: "The room is locked." }),
  ROOM_BUSY: code({
    status: 429,
    kind: "rate_limited",
    retry: "backoff",
    meaning: "Too many ask for it.",
    deprecated: "next; use ROOM_LOCKED",
  }),
  ROOM_OPEN: code({ since: "next", meaning: "Nobody locks this room." }),
});

function compared(one: VocabularyRecord, other: VocabularyRecord): Compared {
  return { name: "hotel", packageName: "@scai-errors/hotel", before: one, after: other, changes: diff(one, other) };
}

const untouched: Compared = { ...compared(before, before), name: "garden", packageName: "@scai-errors/garden" };

function verdicts(pending?: Bump): readonly Verdict[] {
  return judge([compared(before, after), untouched], new Map(pending && [["@scai-errors/hotel", pending]]));
}

describe("the gate's answer", () => {
  it.each([
    ["missing", undefined, false],
    ["too-small", "minor", false],
    ["right", "major", true],
  ] as const)("changeset %s", async (name, pending, passes) => {
    const judged = verdicts(pending);
    expect(isPassed(judged)).toBe(passes);
    await expect(gateText(judged)).toMatchFileSnapshot(`golden/gate-${name}.txt`);
  });

  it("tells many changed texts in one line, and names each code once in the changeset", () => {
    const codes = ["A", "B", "C", "D", "E"];
    const old = record(Object.fromEntries(codes.map((name) => [name, code()])));
    const texts = { cause: "It was sold.", fix: "Book another.", origin: "caller" } as const;
    const judged = judge([compared(old, record(Object.fromEntries(codes.map((name) => [name, code(texts)]))))], new Map());
    expect(gateText(judged)).toContain("  A, B, C and 2 more: patch, because 15 texts change.\n    Programs do not read it.\n");
    expect(changesetText(judged[0]!)).toContain("Texts changed: A; B; C; D; E.");
  });

  it("for machines", async () => {
    await expect(gateJson(verdicts())).toMatchFileSnapshot("golden/gate.json.txt");
  });

  it("nothing changed", async () => {
    await expect(gateText(judge([untouched], new Map()))).toMatchFileSnapshot("golden/gate-unchanged.txt");
  });

  it("a larger changeset than needed is enough, and needs no vocabulary to change", () => {
    expect(isPassed(judge([untouched], new Map([["@scai-errors/garden", "major"]])))).toBe(true);
  });

  it("the changeset of another package counts for nothing", () => {
    expect(isPassed(judge([compared(before, after)], new Map([["@scai-errors/garden", "major"]])))).toBe(false);
  });

  it("a new row with a version that somebody guessed is a problem that no changeset solves", () => {
    const guessed = record({ ...before.codes, ROOM_OPEN: code({ since: "1.1.0", meaning: "Nobody locks this room." }) });
    const judged = judge([compared(before, guessed)], new Map([["@scai-errors/hotel", "minor"]]));
    expect(isPassed(judged)).toBe(false);
    expect(gateText(judged)).toContain('ROOM_OPEN says since: "1.1.0". A new row says since: "next"');
  });
});

it("a renamed code is as new as an added one", () => {
  const { ROOM_GONE, ...others } = before.codes;
  const judged = judge([compared(before, record({ ...others, ROOM_LEFT: ROOM_GONE! }))], new Map([["@scai-errors/hotel", "major"]]));
  expect(judged[0]!.problems).toEqual([expect.stringContaining('ROOM_LEFT says since: "1.0.0".')]);
});

it("the changeset that --write writes", async () => {
  await expect(changesetText(verdicts()[0]!)).toMatchFileSnapshot("golden/changeset.md.txt");
});

it("the changeset of texts names the codes", () => {
  const texts = record({ ...before.codes, ROOM_GONE: code({ status: 410, meaning: "The room was pulled down." }) });
  const [verdict] = judge([compared(before, texts)], new Map());
  expect(verdict!.required).toBe("patch");
  expect(changesetText(verdict!)).toContain("Texts changed: ROOM_GONE.");
});
