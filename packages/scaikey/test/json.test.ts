import { describe, expect, it } from "vitest";
import { ScaikeyError, scaikey } from "../src/index.js";
import { vocabulary } from "./vocabulary.js";

/** An answer with something in every place that can hold something. */
function errorOf(code: string, status: number): ScaikeyError {
  return scaikey.decode({
    status,
    headers: { "retry-after": "7", "x-ratelimit-limit": "60", "x-ratelimit-reset": "1713888715" },
    body: {
      error: {
        code,
        message: "What was said.",
        details: { path: "a/b", failed_condition: "mfa_required", fields: [{ field: "a.0.b", message: "is wrong" }] },
        request_id: "req_1",
      },
    },
  });
}

describe("an error's JSON", () => {
  it.each([...vocabulary, { code: "of_a_newer_release", status: 429 }])("of $code becomes the same error again", ({ code, status }) => {
    const error = errorOf(code, status);
    const json: unknown = JSON.parse(JSON.stringify(error));
    const again = scaikey.fromJSON(json);
    expect(again).toBeInstanceOf(ScaikeyError);
    expect(JSON.parse(JSON.stringify(again))).toEqual(json);
    // The reader of the details is handed what it gave before.
    expect(again?.toJSON()).toEqual(error.toJSON());
  });

  it.each(vocabulary)("of $code survives without details as well", ({ code, status }) => {
    const error = scaikey.decode({ status, body: { error: { code } } });
    expect(scaikey.fromJSON(JSON.parse(JSON.stringify(error)))?.toJSON()).toEqual(error.toJSON());
  });

  it("keeps details to the depth to which they were read", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(1000)}${"]".repeat(1000)}`);
    const error = scaikey.decode({ status: 418, body: { error: { code: "of_a_newer_release", details: deep } } });
    expect(JSON.stringify(error.details)).toContain("…");
    expect(scaikey.fromJSON(JSON.parse(JSON.stringify(error)))?.toJSON()).toEqual(error.toJSON());
  });

  it.each([
    ["details of another shape", { details: { fields: "none" } }],
    ["details with a member of another code", { details: { fields: [], path: "a" } }],
    ["a kind that is no text", { kind: 1 }],
    ["another service", { service: "scaigrid" }],
    ["an id that is not its code's", { id: "scaikey/rate_limited" }],
    ["a request id that is no text", { requestId: 1 }],
  ])("with %s is refused", (_, wrong) => {
    const json = { ...errorOf("validation_error", 422).toJSON(), ...wrong };
    expect(scaikey.fromJSON(json)).toBeUndefined();
  });

  it.each([null, undefined, "scaikey", [], {}, { name: "ScaikeyError", code: "rate_limited" }])("is not %j", (value) => {
    expect(scaikey.fromJSON(value)).toBeUndefined();
  });
});
