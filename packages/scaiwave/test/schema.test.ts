import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answered, rows } from "../src/codes.js";
import { scaiwave } from "../src/index.js";
import { details, envelope } from "../src/schema.js";

const word = fc.stringMatching(/^[!-~]{1,20}$/);
const error = fc.record(
  {
    code: fc.oneof(fc.constantFrom(...Object.keys(answered)), word, fc.nat()),
    message: fc.oneof(fc.stringMatching(/^\w{1,20}$/), fc.constant(null)),
    request_id: fc.oneof(word, fc.integer()),
    details: fc.jsonValue(),
  },
  { requiredKeys: ["code", "message"] },
);
const body = fc.oneof(fc.record({ error }), fc.jsonValue());

describe("the schema of answers", () => {
  it("accepts nothing that is read otherwise", () => {
    let accepted = 0;
    fc.assert(
      fc.property(body, (value) => {
        const { success, data } = envelope().safeParse(value);
        if (!success) return;
        accepted += 1;
        const error = scaiwave.decode({ status: 400, body: value });
        expect([error.receivedCode, error.message, error.requestId]).toEqual([data.error.code, data.error.message, data.error.request_id]);
      }),
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it("refuses an answer without a code", () => {
    expect(envelope().safeParse({ error: { message: "x" } }).success).toBe(false);
    expect(envelope().safeParse({ detail: "x" }).success).toBe(false);
  });
});

describe("the schemas of details", () => {
  it("are those of the codes with typed details", () => {
    expect(Object.keys(details)).toEqual(Object.entries(rows).flatMap(([code, row]) => ("details" in row ? code : [])));
  });

  it("accept what the reader gives, and it gives what they accept", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom("ping_timeout", "duplicate_connection"), word), (reason) => {
        const read = rows.CONNECTION_ABORTED.details({ reason }, {});
        expect(details.CONNECTION_ABORTED().parse(read)).toEqual(read);
        expect(rows.CONNECTION_ABORTED.details(read, {})).toEqual(read);
        expect(details.CONNECTION_ABORTED().safeParse({ reason }).success).toBe(read.reason === reason);
      }),
    );
  });

  it("are built once", () => {
    expect(details.CONNECTION_ABORTED()).toBe(details.CONNECTION_ABORTED());
    expect(envelope()).toBe(envelope());
  });
});
