import { describe, expect, it } from "vitest";
import type { Bump } from "../src/bump.js";
import { changesetText } from "../src/changeset-text.js";
import type { Pending } from "../src/changesets.js";
import { diff } from "../src/diff.js";
import { type Compared, type Judgement, isPassed, judge } from "../src/gate.js";
import { gateJson, gateText } from "../src/gate-report.js";
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
  return { name: "hotel", packageName: "@scai-errors/hotel", before: one, after: other, changes: diff(one, other), problems: [] };
}

const untouched: Compared = { ...compared(before, before), name: "garden", packageName: "@scai-errors/garden" };

function judged(compared: readonly Compared[], pending: Pending, problems: readonly string[] = []): Judgement {
  return { verdicts: judge(compared, pending), problems };
}

function judgement(pending?: Bump): Judgement {
  return judged([compared(before, after), untouched], new Map(pending && [["@scai-errors/hotel", pending]]));
}

describe("the gate's answer", () => {
  it.each([
    ["missing", undefined, false],
    ["too-small", "minor", false],
    ["right", "major", true],
  ] as const)("changeset %s", async (name, pending, passes) => {
    const answer = judgement(pending);
    expect(isPassed(answer)).toBe(passes);
    await expect(gateText(answer)).toMatchFileSnapshot(`golden/gate-${name}.txt`);
  });

  it("tells many changed texts in one line, and names each code once in the changeset", () => {
    const codes = ["A", "B", "C", "D", "E"];
    const old = record(Object.fromEntries(codes.map((name) => [name, code()])));
    const texts = { cause: "It was sold.", fix: "Book another.", origin: "caller" } as const;
    const answer = judged([compared(old, record(Object.fromEntries(codes.map((name) => [name, code(texts)]))))], new Map());
    expect(gateText(answer)).toContain("  A, B, C and 2 more: patch, because 15 texts change.\n    Programs do not read it.\n");
    expect(changesetText(answer.verdicts[0]!)).toMatch(
      /\n\n- `A` is described in other words\.\n(?:- `[B-E]` is described in other words\.\n){4}$/,
    );
  });

  it("for machines", async () => {
    await expect(gateJson(judgement())).toMatchFileSnapshot("golden/gate.json.txt");
  });

  it("nothing changed", async () => {
    await expect(gateText(judged([untouched], new Map()))).toMatchFileSnapshot("golden/gate-unchanged.txt");
  });

  it("a larger changeset than needed is enough, and needs no vocabulary to change", () => {
    expect(isPassed(judged([untouched], new Map([["@scai-errors/garden", "major"]])))).toBe(true);
  });

  it("the changeset of another package counts for nothing", () => {
    expect(isPassed(judged([compared(before, after)], new Map([["@scai-errors/garden", "major"]])))).toBe(false);
  });

  it("a new row with a version that somebody guessed is a problem that no changeset solves", () => {
    const guessed = record({ ...before.codes, ROOM_OPEN: code({ since: "1.1.0", meaning: "Nobody locks this room." }) });
    const answer = judged([compared(before, guessed)], new Map([["@scai-errors/hotel", "minor"]]));
    expect(isPassed(answer)).toBe(false);
    expect(gateText(answer)).toContain('ROOM_OPEN says since: "1.1.0". A new row says since: "next"');
  });
});

it("a renamed code is as new as an added one", () => {
  const { ROOM_GONE, ...others } = before.codes;
  const [verdict] = judge([compared(before, record({ ...others, ROOM_LEFT: ROOM_GONE! }))], new Map([["@scai-errors/hotel", "major"]]));
  expect(verdict!.problems).toEqual([expect.stringContaining('ROOM_LEFT says since: "1.0.0".')]);
});

it("the changeset that --write writes", async () => {
  await expect(changesetText(judgement().verdicts[0]!)).toMatchFileSnapshot("golden/changeset.md.txt");
});

it("the changeset of many texts counts the codes, once however often it is written", () => {
  const codes = Array.from({ length: 12 }, (_, number) => `ROOM_${number}`);
  const old = record(Object.fromEntries(codes.map((name) => [name, code()])));
  const [verdict] = judge([compared(old, record(Object.fromEntries(codes.map((name) => [name, code({ meaning: "Other." })]))))], new Map());
  const text = changesetText(verdict!)!;
  expect(text).toContain("\n\n- 12 codes are described in other words.\n");
  expect(changesetText(verdict!, { releases: new Map(), text: text.split("---\n\n")[1]!.trim() })).toBe(text);
});

it("the changeset of texts names the codes", () => {
  const texts = record({ ...before.codes, ROOM_GONE: code({ status: 410, meaning: "The room was pulled down." }) });
  const [verdict] = judge([compared(before, texts)], new Map());
  expect(verdict!.required).toBe("patch");
  expect(changesetText(verdict!)).toContain("- `ROOM_GONE` is described in other words.\n");
});

describe("a deprecation", () => {
  const words = (deprecated: string, released?: string) => {
    const was = record({ ...before.codes, ROOM_GONE: code({ status: 410, ...(released && { deprecated: released }) }) });
    const is = record({ ...before.codes, ROOM_GONE: code({ status: 410, deprecated }) });
    return judge([compared(was, is)], new Map())[0]!.problems;
  };

  it.each(["next", "next; use ROOM_LOCKED", "next; ask for another room"])("may say %j", (text) => expect(words(text)).toEqual([]));
  it("may say the version of its release", () => expect(words("1.1.0; use ROOM_LOCKED", "1.1.0; use ROOM_LOCKED")).toEqual([]));

  it.each(["use ROOM_LOCKED", "1.1.0; use ROOM_LOCKED", "next, use ROOM_LOCKED", "soon"])("that is new may not say %j", (text) => {
    expect(words(text)).toEqual([expect.stringMatching(/^ROOM_GONE says deprecated: ".+"\. Write "next", or "next; use "/)]);
  });

  it.each([
    "next; use ROOM_LOKED",
    "next; use ROOM_LOKED instead",
    "next; use ROOM_LOKED.",
    "next; use ROOM_BUSY or ROOM_LOKED",
    "next; ROOM_LOKED says the same",
    "next; use ROOM_LOCKED, ROOM_LOKED or ROOM_BUSY",
  ])("names only codes that there are, unlike %j", (text) => {
    expect(words(text)).toEqual([
      `ROOM_GONE says deprecated: "${text}", and there is no ROOM_LOKED. Name a code of the service in its docs.`,
    ]);
  });

  it.each(["next; use ROOM_LOCKED or ROOM_BUSY instead", "next; use another room", "next; read retry_after of the answer"])(
    "may name several codes, or say how without one: %j",
    (text) => expect(words(text)).toEqual([]),
  );

  it("names codes of one word where nothing but codes stands", () => {
    expect(words("next; use GONE or ROOM_LOCKED")).toEqual([expect.stringContaining("there is no GONE.")]);
  });

  it("names no member that every object has", () => {
    expect(words("1.1.0; use constructor", "1.1.0; use constructor")).toHaveLength(1);
  });

  it("names small codes where the service has such", () => {
    const small = (deprecated?: string) =>
      record({ room_gone: code({ ...(deprecated !== undefined && { deprecated }) }), room_left: code() });
    const problems = (text: string) => judge([compared(small(), small(text))], new Map())[0]!.problems;
    expect(problems("next; room_left says the same")).toEqual([]);
    expect(problems("next; room_lost says the same")).toEqual([expect.stringContaining("there is no room_lost.")]);
  });

  it.each(["next; use ROOM_GONE", "next; as ROOM_GONE"])("does not name itself: %j", (text) => {
    expect(words(text)).toEqual([
      `ROOM_GONE says deprecated: "${text}", which names itself. Name another code in its docs, or write "next" alone.`,
    ]);
  });
});

describe("the changeset of a package, written again", () => {
  const [verdict] = judge([compared(before, record({ ...before.codes, ROOM_OPEN: code({ since: "next", meaning: "Open." }) }))], new Map());
  const line = "- `ROOM_OPEN` is added: 404, not_found, never.";
  const written = (text: string) => ({ releases: new Map([["@scai-errors/hotel", "patch"]] as const), text });
  const opening = "The vocabulary of hotel changes.";

  it("has a step that is large enough, and keeps one that is larger, and the steps of other packages", () => {
    expect(changesetText(verdict!, written(opening))).toContain('---\n"@scai-errors/hotel": minor\n---\n');
    const others = new Map([["@scai-errors/fetch", "minor"], ["@scai-errors/hotel", "major"]] as const); // prettier-ignore
    expect(changesetText(verdict!, { releases: others, text: "" })).toContain('"@scai-errors/fetch": minor\n"@scai-errors/hotel": major\n');
  });

  it("names codes as they are now, and keeps what somebody wrote", () => {
    const text = `${opening}\n\nTell your users.\n\n- \`ROOM_OPN\` is added: 404, not_found, never.\n- \`ROOM_BUSY\` has another kind: a → b.\n\nMore advice.`;
    expect(changesetText(verdict!, written(text))).toMatch(
      new RegExp(`\n${opening}\n\nTell your users\\.\n\n${line}\n\nMore advice\\.\n$`),
    );
  });

  it("leaves a line alone to which somebody added advice", () => {
    const text = `${opening}\n\n${line} Show it as ROOM_GONE is shown.`;
    expect(changesetText(verdict!, written(text))).toContain(`\n${text}\n`);
  });

  it("is written the same a second time", () => {
    const once = changesetText(verdict!)!;
    expect(changesetText(verdict!, written(once.split("---\n\n")[1]!.trim()))).toBe(once);
  });

  it("is no more where all that it said was taken back, and stays where somebody wrote in it", () => {
    const [nothing] = judge([untouched], new Map());
    expect(changesetText(nothing!, written(`The vocabulary of garden changes.\n\n${line}`))).toBeUndefined();
    expect(changesetText(nothing!, written(`The vocabulary of garden changes.\n\nWater it.\n\n${line}`))).toContain("Water it.\n");
  });
});
