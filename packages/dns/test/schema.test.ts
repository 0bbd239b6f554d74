import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rows } from "../src/codes.js";
import { conflict as readConflict } from "../src/details.js";
import { dns } from "../src/index.js";
import { conflict, details, envelope } from "../src/schema.js";

/** Without the one key that copies leave out, since assigning to it sets a prototype. */
const json = fc.jsonValue().filter((value) => !JSON.stringify(value).includes("__proto__"));
const text = fc.oneof(fc.stringMatching(/^[!-~]{1,20}$/), fc.stringMatching(/^[!-~]{1,20}$/), fc.string());
const word = fc.stringMatching(/^\w{1,20}$/);
const entry = fc.record({
  loc: fc.oneof(fc.array(fc.oneof(word, fc.nat())), fc.array(fc.boolean())),
  msg: fc.oneof(word, word, fc.nat()),
  type: word,
});
const object = fc.record(
  { message: word, field: fc.oneof(word, fc.nat()), conflicts: fc.oneof(fc.array(json), word) },
  { requiredKeys: [] },
);

describe("the schema of answers", () => {
  it("accepts nothing that is read otherwise", () => {
    const accepted = { string: 0, list: 0, object: 0 };
    fc.assert(
      fc.property(fc.oneof(word, fc.array(entry, { minLength: 1, maxLength: 3 }), object), (detail) => {
        const { success, data } = envelope().safeParse({ detail });
        if (!success) return;
        const { message, issues, details: read } = dns.decode({ status: 422, body: { detail } });
        if (typeof data.detail === "string") {
          accepted.string += 1;
          assert.equal(message, data.detail);
        } else if (Array.isArray(data.detail)) {
          accepted.list += 1;
          assert.deepEqual(
            issues.map((issue) => [issue.message, issue.type]),
            data.detail.map(({ msg, type }) => [msg, type]),
          );
        } else {
          accepted.object += 1;
          const { field, conflicts = [] } = data.detail;
          assert.deepEqual([message, read], [data.detail.message, { field, conflicts }]);
        }
      }),
    );
    expect(Object.values(accepted)).not.toContain(0);
  });
});

const members = fc.record(
  { field: text, conflicts: fc.oneof(fc.array(json), fc.array(json), text), name: text, type: text, expected: text, permission: text },
  { requiredKeys: ["conflicts", "name", "type", "expected", "permission"] },
);

describe("the schemas of details", () => {
  it("are those of the codes with typed details of their own", () => {
    expect(Object.keys(details)).toEqual(Object.entries(rows).flatMap(([code, row]) => ("details" in row ? code : [])));
  });

  it.each([
    ["every other code", conflict, readConflict],
    ["CNAME_EXISTS", details.CNAME_EXISTS, rows.CNAME_EXISTS.details],
    ["TXT_RECORD_MISSING", details.TXT_RECORD_MISSING, rows.TXT_RECORD_MISSING.details],
    ["TXT_VALUE_MISMATCH", details.TXT_VALUE_MISMATCH, rows.TXT_VALUE_MISMATCH.details],
    ["DOMAIN_NOT_IN_DNS", details.DOMAIN_NOT_IN_DNS, rows.DOMAIN_NOT_IN_DNS.details],
    ["PERMISSION_REQUIRED", details.PERMISSION_REQUIRED, rows.PERMISSION_REQUIRED.details],
  ])("accept for %s nothing that is read otherwise, and readers take back what they gave", (_code, schema, read) => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(members, members, members, json), (value) => {
        const once = read(value);
        expect(read(once)).toEqual(once);
        const { success, data } = schema().safeParse(value);
        if (!success) return;
        accepted += 1;
        expect(once).toEqual(data);
      }),
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it("are built once", () => {
    expect(details.CNAME_EXISTS()).toBe(details.CNAME_EXISTS());
  });
});
