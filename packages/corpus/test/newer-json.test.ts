import { KINDS, type Service, UNRECOGNIZED } from "@scai-errors/core";
import { services } from "@scai-errors/workspace/services";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** A word of a newer vocabulary, or one of this one's. */
const wordOr = (...known: readonly string[]): fc.Arbitrary<string> => fc.oneof(fc.constantFrom(...known), fc.string());

/** What only a newer version writes of an error: its words are others, and its lists may be left out by who stored them. */
const newerFields = fc.record({
  kind: wordOr(...KINDS),
  codeFrom: wordOr("wire", "message", "status", "trailer"),
  retry: fc.record({
    policy: wordOr("never", "once", "backoff", "after_change"),
    afterMs: fc.option(fc.nat(1e6), { nil: undefined }),
    idempotentOnly: fc.boolean(),
    source: wordOr("documented", "status", "guessed"),
  }),
  issues: fc.option(
    fc.array(fc.record({ in: wordOr("body", "query", "trailer"), path: fc.array(fc.nat(9)), message: fc.constant("Said so") })),
  ),
});

/** A code as pages have them, which the installed version may have or not. */
const anyCode = fc.stringMatching(/^[A-Z][A-Z_]{2,20}$/);

/** The JSON of an error of the service, with a code of its own or another. */
function jsonOf(service: Service, code: string): Record<string, unknown> {
  const headers = { "retry-after": "3", "x-request-id": "req_1" };
  const body = { error: { code, message: "Said so", details: { a: 1 } }, detail: "Said so" };
  return JSON.parse(JSON.stringify(service.decode({ status: 409, headers, body }))) as Record<string, unknown>;
}

for (const service of services) {
  describe(`JSON that a newer ${service.name} wrote`, () => {
    it("of a code that this version does not have is an error of this version, whatever its details are", () => {
      const newerCode = anyCode.filter((code) => !Object.hasOwn(service.codes, code) && code !== UNRECOGNIZED);
      fc.assert(
        fc.property(newerCode, newerFields, fc.option(fc.jsonValue(), { nil: undefined }), (code, fields, details) => {
          const { details: _, ...json } = jsonOf(service, code);
          const id = `${service.name}/${code}`;
          const newer = { ...json, ...fields, ...(details !== undefined && { details }), code, id, receivedCode: code };
          const error = service.fromJSON(newer);
          expect(error).toMatchObject({
            code: UNRECOGNIZED,
            receivedCode: code,
            message: "Said so",
            status: 409,
            requestId: "req_1",
            retry: { afterMs: fields.retry.afterMs },
          });
          expect(error?.issues.map(({ path }) => path)).toEqual((fields.issues ?? []).map(({ path }) => path));
          // What it was read as is JSON of this version, and comes back as it is.
          expect(JSON.stringify(service.fromJSON(JSON.parse(JSON.stringify(error))))).toBe(JSON.stringify(error));
        }),
      );
    });

    it("of a code that both have is an error of this version, whatever words it has", () => {
      fc.assert(
        fc.property(newerFields, (fields) => {
          const json = jsonOf(service, "X");
          expect(service.fromJSON({ ...json, ...fields })).toMatchObject({ code: json["code"], message: "Said so", status: 409 });
        }),
      );
    });
  });
}
