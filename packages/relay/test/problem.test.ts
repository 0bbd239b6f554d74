import { readFileSync } from "node:fs";
import { KINDS, transport, transportError } from "@scai-errors/core";
import { answer } from "@scai-errors/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relay } from "../src/index.js";
import { WHOLE, answeredCodes, contents, words } from "./answers.js";

// Our own file; ajv itself refuses what is no schema.
const schema = JSON.parse(readFileSync(new URL("../problem.schema.json", import.meta.url), "utf8")) as {
  readonly properties: { readonly kind: { readonly enum: unknown } };
};
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

function problemsWith(body: string): unknown {
  return validate(JSON.parse(body)) ? [] : validate.errors;
}

describe("the schema", () => {
  it("knows every kind", () => {
    expect(schema.properties.kind.enum).toEqual(KINDS);
  });

  it("accepts the problem of every code, closed and open", () => {
    for (const { service, code } of answeredCodes) {
      const error = service.decode(answer(service, code));
      for (const options of [{}, WHOLE]) {
        const { headers, body } = relay(error, { ...options, format: "problem" });
        expect(headers["content-type"]).toBe("application/problem+json");
        expect(problemsWith(body), body).toEqual([]);
      }
    }
  });

  it("accepts the problem of every failure of the connection", () => {
    for (const code of Object.keys(transport.codes) as (keyof typeof transport.codes)[]) {
      expect(problemsWith(relay(transportError(code), { format: "problem" }).body), code).toEqual([]);
    }
  });

  it("accepts whatever a failure says", () => {
    fc.assert(
      fc.property(fc.constantFrom(...answeredCodes), contents, words, fc.boolean(), ({ service, code }, content, message, isOpen) => {
        const error = service.decode(answer(service, code, { ...content, message }));
        expect(problemsWith(relay(error, { ...(isOpen && WHOLE), format: "problem" }).body)).toEqual([]);
      }),
    );
  });

  it.each([
    {},
    { type: "about:blank", title: "Bad Gateway", status: 200, kind: "unavailable" },
    { type: "about:blank", title: "Bad Gateway", status: 502, kind: "broken" },
    { type: "about:blank", title: "Bad Gateway", status: 502, kind: "unavailable", stack: "at …" },
    { type: "about:blank", title: "Bad Gateway", status: 502, kind: "unavailable", retry_after: -1 },
    { type: "elsewhere", title: "Bad Gateway", status: 502, kind: "unavailable" },
  ])("refuses what is none: %o", (body) => {
    expect(validate(body)).toBe(false);
  });
});
