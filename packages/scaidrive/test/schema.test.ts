import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rows } from "../src/codes.js";
import { scaidrive } from "../src/index.js";
import { details, envelope } from "../src/schema.js";

const word = fc.stringMatching(/^\w{1,20}$/);
const loc = fc.oneof(fc.array(fc.oneof(word, fc.nat()), { maxLength: 4 }), fc.array(fc.boolean(), { minLength: 1, maxLength: 2 }));
const entry = fc.record(
  { loc, msg: fc.oneof(word, word, word, fc.constant(null)), type: word, input: word },
  { requiredKeys: ["loc", "msg"] },
);
const noText = fc.jsonValue().filter((value) => typeof value !== "string");

describe("the schema of answers", () => {
  it("accepts nothing that is read otherwise", () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(word, fc.array(entry, { minLength: 1, maxLength: 4 }), noText), (detail) => {
        const { success, data } = envelope().safeParse({ detail });
        if (!success || data.detail.length === 0) return;
        accepted += 1;
        const { message, issues } = scaidrive.decode({ status: 422, body: { detail } });
        if (typeof data.detail === "string") assert.equal(message, data.detail);
        else {
          assert.deepEqual(
            issues.map((issue) => [issue.message, issue.type]),
            data.detail.map(({ msg, type }) => [msg, type]),
          );
        }
      }),
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it("refuses the envelope of the older pages", () => {
    expect(envelope().safeParse({ status: "error", error: { code: "RATE_LIMITED", message: "x" } }).success).toBe(false);
  });
});

const hash = fc.oneof(fc.stringMatching(/^[0-9a-f]{64}$/), word);
const facts = fc.record(
  { expectedBytes: fc.oneof(fc.integer(), word), receivedBytes: fc.integer(), expectedSha256: hash, receivedSha256: hash },
  { requiredKeys: [] },
);
const count = fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 60 }), fc.integer(), word);
const scope = fc.record({ dimension: fc.oneof(fc.constantFrom("token", "user", "tenant"), fc.nat()), limit: count, window_seconds: count });

describe("the schemas of details", () => {
  it("are those of the codes with typed details", () => {
    expect(Object.keys(details)).toEqual(Object.entries(rows).flatMap(([code, row]) => ("details" in row ? code : [])));
  });

  it.each([
    ["TOO_MANY_REQUESTS", scope],
    ["DOWNLOAD_TRUNCATED", facts],
    ["CHECKSUM_MISMATCH", facts],
  ] as const)("accept for %s nothing that is read otherwise, and readers take back what they gave", (code, values) => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(values, values, values, fc.jsonValue()), (value) => {
        const read = rows[code].details(value);
        expect(rows[code].details(read)).toEqual(read);
        const { success, data } = details[code]().safeParse(value);
        if (!success) return;
        accepted += 1;
        expect(read).toEqual(data);
      }),
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it("are built once", () => {
    expect(details.TOO_MANY_REQUESTS()).toBe(details.TOO_MANY_REQUESTS());
  });
});
