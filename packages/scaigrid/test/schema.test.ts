import { cleanLine } from "@scai-errors/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { scaigrid } from "../src/index.js";
import { details, envelope } from "../src/schema.js";
import { vocabulary } from "./vocabulary.js";

/** What arrives after a value went over the wire: the same but for -0, which JSON does not have. */
function sent<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** Whether a text is blank or begins like a document, as it comes or as it is shown. Hardly any such text becomes a message. */
function saysNothing(text: string): boolean {
  return [text, cleanLine(text) ?? ""].some((shown) => /^\s*(?:$|[<{[])/.test(shown));
}

const code = fc.oneof(
  fc.constantFrom(...Object.keys(details)),
  fc.constantFrom(...vocabulary.map(({ code }) => code), "OF_A_NEWER_RELEASE"),
);
const text = fc.string({ unit: "binary", maxLength: 40 });
// A problem whose text says nothing is left out, and which of these do is core's to test.
const problems = fc.array(fc.record({ field: text, message: text.filter((message) => !saysNothing(message)) }), { maxLength: 150 });
// A member called __proto__ is left out by the reader, so that no copy of it can set a prototype.
const errors = fc.array(
  fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes("__proto__")),
  { maxLength: 5 },
);
const seconds = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true }));

const documentedBody = fc.record(
  {
    status: fc.constant("error"),
    error: fc.record(
      { code, message: text, details: problems, context: fc.record({ errors }, { requiredKeys: [] }), retry_after: seconds },
      { requiredKeys: ["code", "message"] },
    ),
    meta: fc.record({ request_id: text }, { requiredKeys: [] }),
  },
  { requiredKeys: ["status", "error"] },
);

describe("what the schema accepts", () => {
  it("is what the page documents", () => {
    fc.assert(fc.property(documentedBody, (body) => z.safeParse(envelope(), sent(body)).success));
  });

  it("the reader reads with the same values", () => {
    fc.assert(
      fc.property(documentedBody, (body) => {
        const { error: wire, meta } = z.parse(envelope(), sent(body));
        const error = scaigrid.decode({ status: 418, body: JSON.stringify(body) });
        const { code, details = [], context, retry_after: seconds } = wire;
        const listed = code === "VALIDATION_ERROR" && wire.details ? details : error.details;
        const expected = {
          receivedCode: code,
          code: Object.hasOwn(scaigrid.codes, code) ? code : "UNRECOGNIZED",
          message: (saysNothing(wire.message) ? undefined : cleanLine(wire.message)) ?? error.message,
          requestId: cleanLine(meta?.request_id),
          afterMs: seconds === undefined ? undefined : seconds * 1000,
          // Of more than a hundred problems the issues only have the first.
          issues: (wire.details ? details.slice(0, 99) : []).flatMap(({ message }) => cleanLine(message) ?? []),
          details: code === "SCAISKILLS_VALIDATION_FAILED" ? { errors: wire.details ?? context?.errors ?? [] } : listed,
        };
        expect({
          ...error,
          message: error.message,
          afterMs: error.retry.afterMs,
          issues: (wire.details ? error.issues : []).map(({ message }) => message).slice(0, expected.issues.length),
        }).toMatchObject(expected);
      }),
    );
  });

  it("includes the details that decoded errors have, which are read again unchanged", () => {
    fc.assert(
      fc.property(documentedBody, (body) => {
        const error = scaigrid.decode({ status: 418, body: sent(body) });
        const schema = Object.hasOwn(details, error.code) ? details[error.code as keyof typeof details] : z.unknown;
        expect(z.safeParse(schema(), error.details).success).toBe(true);
        expect(scaigrid.fromJSON(sent(error))?.toJSON()).toEqual(error.toJSON());
      }),
    );
  });

  it.each([
    ["VALIDATION_ERROR", problems],
    ["SCAISKILLS_VALIDATION_FAILED", fc.record({ errors })],
  ] as const)("as details of %s comes out as it went in", (code, arbitrary) => {
    fc.assert(
      fc.property(fc.oneof(arbitrary), (value) => {
        const received = z.parse(details[code](), sent(value));
        expect(scaigrid.decode({ status: 418, body: { error: { code, details: received } } }).details).toEqual(received);
      }),
    );
  });
});

describe("what the schema refuses", () => {
  it.each([
    ["a body without status", { error: { code: "A", message: "b" } }],
    ["a body without message", { status: "error", error: { code: "A" } }],
    ["details that are no list", { status: "error", error: { code: "A", message: "b", details: {} } }],
    ["a negative pause", { status: "error", error: { code: "A", message: "b", retry_after: -1 } }],
    ["FastAPI's body", { detail: "Not Found" }],
  ])("%s", (_, body) => {
    expect(z.safeParse(envelope(), body).success).toBe(false);
  });
});

it("the schemas are built once, and have a JSON Schema", () => {
  expect(envelope()).toBe(envelope());
  expect(details.RATE_LIMITED()).toBe(details.BACKEND_RATE_LIMITED());
  expect(z.toJSONSchema(envelope())).toMatchObject({
    required: ["status", "error"],
    properties: { error: { required: ["code", "message"] } },
  });
  for (const schema of Object.values(details)) expect(z.toJSONSchema(schema())).toHaveProperty("$schema");
});
