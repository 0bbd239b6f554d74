import { describe, expect, it } from "vitest";
import { FORMS, HOTEL, type Told } from "./given/forms.js";
import { recordOf, reportOf } from "./given/report.js";

const RECORD = recordOf("hotel", Object.fromEntries(HOTEL.map(({ code, status }) => [code, { status }])));

/** What the report would say of a page: why it was not understood, or the differences. */
function report(text: string): readonly string[] {
  const { reasons, differences } = reportOf(RECORD, text);
  return reasons === "" ? differences : ["not understood", reasons];
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
