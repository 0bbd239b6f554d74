import { describe, expect, it } from "vitest";
import { compare } from "../src/drift/differences.js";
import { whyNotUnderstood } from "../src/drift/judge.js";
import { understandPage } from "../src/page/understand.js";
import type { CodeRecord, VocabularyRecord } from "../src/record.js";
import { FORMS, HOTEL, type Told } from "./given/forms.js";

function codeRecord(status: number): CodeRecord {
  return {
    status,
    kind: "internal",
    retry: "never",
    source: "status",
    idempotentOnly: false,
    foundBy: "wire",
    details: {},
    meaning: "",
    group: "",
    since: "1.0.0",
  };
}

const RECORD: VocabularyRecord = {
  service: "hotel",
  version: "1.0.0",
  codes: Object.fromEntries(HOTEL.map(({ code, status }) => [code, codeRecord(status)])),
  unrecognized: {},
};

/** What the report would say of a page: why it was not understood, or the differences. */
function report(text: string): readonly string[] {
  const page = understandPage(text);
  const comparison = compare(RECORD, page.rows);
  const reasons = whyNotUnderstood(RECORD, page, comparison);
  return reasons.length > 0
    ? ["not understood", ...reasons]
    : comparison.differences.map(({ what, key, entry }) => `${key}: ${what} (${entry?.status ?? "none"})`);
}

const CHANGED: readonly Told[] = HOTEL.filter(({ code }) => code !== "ROOM_FORBIDDEN")
  .map((row) => (row.code === "ROOM_LOCKED" ? { ...row, status: 409 } : row))
  .concat({ code: "POOL_EMPTY", status: 503, text: "No water." });

const DIFFERENCES = [
  "ROOM_LOCKED: another status (409)",
  "POOL_EMPTY: not in the vocabulary (503)",
  "ROOM_FORBIDDEN: not on the page (none)",
];

describe("every form of a page is read", () => {
  it.each(Object.entries(FORMS))("%s", (_, form) => {
    expect(report(form(HOTEL))).toEqual([]);
    expect([...report(form(CHANGED))].sort()).toEqual([...DIFFERENCES].sort());
  });
});

describe("a new code is seen in every form, whatever it looks like", () => {
  it.each(Object.entries(FORMS))("%s", (_, form) => {
    for (const code of ["POOL_EMPTY", "THROTTLED", "throttled", "pool.empty", "pool-empty"]) {
      expect([code, report(form([...HOTEL, { code, status: 429, text: "No water." }]))]).not.toEqual([code, []]);
    }
  });
});
