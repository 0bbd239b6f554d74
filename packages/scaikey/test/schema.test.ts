import { cleanLine } from "@scai-errors/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { scaikey } from "../src/index.js";
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

const text = fc.string({ unit: "binary", maxLength: 40 });
const secretPath = fc.record({ path: text }, { requiredKeys: [] });

const detailsOf = {
  secret_not_found: secretPath,
  version_not_found: secretPath,
  secret_exists: secretPath,
  version_conflict: secretPath,
  secret_expired: secretPath,
  invalid_path: secretPath,
  access_denied: fc.record({ failed_condition: text }, { requiredKeys: [] }),
  validation_error: fc.record({ fields: fc.array(fc.record({ field: text, message: text }), { maxLength: 150 }) }),
} satisfies Record<keyof typeof details, fc.Arbitrary<object>>;

const ownDetails = Object.entries(detailsOf);
// A member called __proto__ is left out by the reader, so that no copy of it can set a prototype.
const anyDetails = fc
  .dictionary(text, fc.jsonValue({ maxDepth: 3 }))
  .filter((value) => !JSON.stringify(value).includes("__proto__") && !("fields" in value));

/** A code, and the details that it has. */
const failure: fc.Arbitrary<{ code: string; details: object }> = fc.oneof(
  ...ownDetails.map(([code, arbitrary]) => fc.record({ code: fc.constant(code), details: arbitrary as fc.Arbitrary<object> })),
  fc.record({
    code: fc.constantFrom(...vocabulary.map(({ code }) => code).filter((code) => !Object.hasOwn(detailsOf, code)), "of_a_newer_release"),
    details: anyDetails,
  }),
);

const documentedBody = fc
  .tuple(failure, fc.record({ message: text, request_id: text }, { requiredKeys: ["message"] }))
  .map(([one, others]) => ({ error: { ...one, ...others } }));

describe("what the schema accepts", () => {
  it("is what the page documents", () => {
    fc.assert(fc.property(documentedBody, (body) => z.safeParse(envelope(), sent(body)).success));
  });

  it("the reader reads with the same values", () => {
    fc.assert(
      fc.property(documentedBody, (body) => {
        const { error: wire } = z.parse(envelope(), sent(body));
        const error = scaikey.decode({ status: 418, body: JSON.stringify(body) });
        expect({ ...error, message: error.message }).toMatchObject({
          receivedCode: wire.code,
          code: Object.hasOwn(scaikey.codes, wire.code) ? wire.code : "UNRECOGNIZED",
          message: (saysNothing(wire.message) ? undefined : cleanLine(wire.message)) ?? error.message,
          requestId: cleanLine(wire.request_id),
        });
        expect(sent(error.details)).toEqual(wire.details);
      }),
    );
  });

  it("includes the details that decoded errors have, which are read again unchanged", () => {
    fc.assert(
      fc.property(documentedBody, fc.jsonValue(), ({ error: { code } }, received) => {
        const error = scaikey.decode({ status: 418, body: { error: { code, details: sent(received) } } });
        const schema = Object.hasOwn(details, error.code) ? details[error.code as keyof typeof details] : z.unknown;
        expect(z.safeParse(schema(), error.details).success).toBe(true);
        expect(scaikey.fromJSON(sent(error))?.toJSON()).toEqual(error.toJSON());
      }),
    );
  });
});

describe("what the schema refuses", () => {
  it.each([
    ["a body without a code", { error: { message: "b" } }],
    ["a body without message", { error: { code: "a" } }],
    ["details that are a list", { error: { code: "a", message: "b", details: [] } }],
    ["a request id that is no text", { error: { code: "a", message: "b", request_id: 1 } }],
    ["FastAPI's body", { detail: "Not Found" }],
    ["OAuth's body", { error: "invalid_grant", error_description: "b" }],
  ])("%s", (_, body) => {
    expect(z.safeParse(envelope(), body).success).toBe(false);
  });
});

it("the schemas are built once, and have a JSON Schema", () => {
  expect(envelope()).toBe(envelope());
  expect(details.secret_not_found()).toBe(details.secret_exists());
  expect(z.toJSONSchema(envelope())).toMatchObject({ required: ["error"], properties: { error: { required: ["code", "message"] } } });
  for (const schema of Object.values(details)) expect(z.toJSONSchema(schema())).toHaveProperty("$schema");
});
