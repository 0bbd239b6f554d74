import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bumpOf, diff } from "../src/diff.js";
import type { CodeRecord, VocabularyRecord } from "../src/record.js";
import { RULES, type RuleId, ruleOf } from "../src/rules.js";
import { rulesTable } from "../src/rules-table.js";
import { code, record } from "./given/records.js";

const LIST = { type: "array", items: { type: "string" } } as const;
const FIELD = { type: "object", properties: { field: { type: "string" } }, required: ["field"] } as const;
const FIELD_AND_MORE = {
  type: "object",
  properties: { field: { type: "string" }, more: { type: "number" } },
  required: ["field", "more"],
} as const;

/** One code before and after, with the rules that apply. */
const changes: readonly [what: string, before: Partial<CodeRecord>, after: Partial<CodeRecord>, rules: readonly RuleId[]][] = [
  ["nothing", {}, {}, []],
  ["another kind", {}, { kind: "permission_denied" }, ["kind"]],
  ["a status of another class", {}, { status: 503 }, ["statusClass"]],
  ["a status that is withdrawn", {}, { status: null }, ["statusClass"]],
  ["a status of the same class", {}, { status: 410 }, ["status"]],
  ["a status that is now documented", { status: null }, { status: 404 }, ["status"]],
  ["details that were anything and are a list", {}, { details: LIST }, ["details"]],
  ["details with more members", { details: FIELD }, { details: FIELD_AND_MORE }, ["details"]],
  ["details with fewer members", { details: FIELD_AND_MORE }, { details: FIELD }, ["detailsNarrowed"]],
  ["details of another type", { details: FIELD }, { details: LIST }, ["detailsNarrowed"]],
  ["details that may now be absent", { details: FIELD }, { details: { anyOf: [FIELD, { not: {} }] } }, ["detailsNarrowed"]],
  ["details that are now always there", { details: { anyOf: [FIELD, { not: {} }] } }, { details: FIELD }, ["details"]],
  ["retry: never to once", {}, { retry: "once" }, ["retryMore"]],
  ["retry: never to backoff", {}, { retry: "backoff" }, ["retryMore"]],
  ["retry: after_change to once", { retry: "after_change" }, { retry: "once" }, ["retryMore"]],
  ["retry: once to backoff", { retry: "once" }, { retry: "backoff" }, ["retryMore"]],
  ["retry: more often, but only if idempotent", { retry: "once" }, { retry: "backoff", idempotentOnly: true }, ["retryMore"]],
  ["retry: no longer only if idempotent", { retry: "once", idempotentOnly: true }, { retry: "once" }, ["retryMore"]],
  ["retry: backoff to once", { retry: "backoff" }, { retry: "once" }, ["retryLess"]],
  ["retry: backoff to after_change", { retry: "backoff" }, { retry: "after_change" }, ["retryLess"]],
  ["retry: once to never", { retry: "once" }, { retry: "never" }, ["retryLess"]],
  ["retry: now only if idempotent", { retry: "once" }, { retry: "once", idempotentOnly: true }, ["retryLess"]],
  ["retry: never to after_change", {}, { retry: "after_change" }, ["retryAside"]],
  ["retry: after_change to never", { retry: "after_change" }, { retry: "never" }, ["retryAside"]],
  ["the same retry, now documented", {}, { source: "documented" }, ["retrySource"]],
  ["another message", { foundBy: "message", message: "No room" }, { foundBy: "message", message: "No such room" }, ["found"]],
  ["another close code", { foundBy: "close", close: 4001 }, { foundBy: "close", close: 4401 }, ["found"]],
  ["another place of the code", {}, { foundBy: "status" }, ["found"]],
  ["a deprecation", {}, { deprecated: "next; use GONE" }, ["deprecated"]],
  ["other words of a deprecation", { deprecated: "1.1.0" }, { deprecated: "1.1.0; use GONE" }, ["text"]],
  ["a deprecation that is withdrawn", { deprecated: "1.1.0" }, {}, ["text"]],
  ["another meaning", {}, { meaning: "The room is gone." }, ["text"]],
  [
    "a cause, a fix and an origin that were not told before",
    {},
    { cause: "Sold.", fix: "Book.", origin: "caller" },
    ["text", "text", "text"],
  ],
  ["another group", {}, { group: "Houses" }, ["text"]],
  ["several at once", {}, { kind: "internal", status: 500, retry: "once", idempotentOnly: true }, ["kind", "retryMore", "statusClass"]],
];

function rulesOf(before: VocabularyRecord, after: VocabularyRecord): RuleId[] {
  return diff(before, after).map(({ id }) => id);
}

describe("a code that stays", () => {
  it.each(changes)("%s", (_, before, after, rules) => {
    const found = diff(record({ ROOM: code(before) }), record({ ROOM: code(after) }));
    expect(found.map(({ id }) => id)).toEqual(rules);
    expect(found.map(({ bump }) => bump)).toEqual(rules.map((id) => ruleOf(id).bump));
  });
});

describe("codes that come and go", () => {
  const before = record({ ROOM: code() });

  it("an added code", () => expect(rulesOf(before, record({ ROOM: code(), BED: code({ meaning: "No bed." }) }))).toEqual(["added"]));
  it("a removed code", () => expect(rulesOf(before, record({}))).toEqual(["removed"]));
  it("a renamed code is one change, whatever version it says it is of", () => {
    const [change, ...others] = diff(before, record({ CHAMBER: code({ since: "next" }) }));
    expect(change).toMatchObject({ id: "renamed", was: "ROOM", is: "CHAMBER", bump: "major" });
    expect(others).toEqual([]);
  });
  it("a renamed code with another meaning is a removal and an addition", () => {
    expect(rulesOf(before, record({ CHAMBER: code({ meaning: "Other." }) }))).toEqual(["added", "removed"]);
  });
  it("a code with the name of something that every object has", () => {
    expect(rulesOf(before, record({ ROOM: code(), constructor: code({ meaning: "Other." }) }))).toEqual(["added"]);
  });
});

describe("answers without a code", () => {
  const before = record({});
  const other = { kind: "unavailable", retry: "once", source: "status", idempotentOnly: true } as const;

  it("a status that is now classified otherwise", () => {
    const [change, ...others] = diff(before, { ...before, unrecognized: { ...before.unrecognized, "503": other } });
    expect(change).toMatchObject({ id: "kind", subject: "any other 503", was: "internal", is: "unavailable", bump: "major" });
    expect(others).toEqual([]);
  });
  it("a status that is now as its class", () => {
    const { 404: _, ...unrecognized } = before.unrecognized;
    expect(diff(before, { ...before, unrecognized })).toMatchObject([{ id: "kind", subject: "any other 404" }]);
  });
  it("a status that got a code of its own is no change of the others", () => {
    const { 404: _, ...unrecognized } = before.unrecognized;
    const after = { ...record({ NOT_FOUND: code({ foundBy: "status" }) }), unrecognized };
    expect(rulesOf(before, after)).toEqual(["added"]);
  });
});

it("every rule is used by a case above, but for those about whole files", () => {
  const used = new Set<string>([...changes.flatMap(([, , , rules]) => rules), "added", "removed", "renamed", "envelope"]);
  expect(RULES.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});

it("no changes ask for no step", () => expect(bumpOf([])).toBe("none"));

it("docs/semver.md has the table of the rules as they are", () => {
  expect(readFileSync(new URL("../../../docs/semver.md", import.meta.url), "utf8")).toContain(rulesTable());
});
