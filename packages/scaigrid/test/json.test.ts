import { describe, expect, it } from "vitest";
import { ScaigridError, scaigrid } from "../src/index.js";
import { vocabulary } from "./vocabulary.js";

/** An answer with something in every place that can hold something. */
function errorOf(code: string, status = 418): ScaigridError {
  const error = {
    code,
    message: "What was said.",
    retry_after: 7,
    details: [{ field: "a.0.b", message: "is wrong" }],
    context: { errors: ["stage"] },
  };
  return scaigrid.decode({
    status,
    headers: { "x-scaigrid-ratelimit-limit": "60", "x-scaigrid-ratelimit-reset": "1713888715" },
    body: { status: "error", error, meta: { request_id: "req_1" } },
  });
}

describe("an error's JSON", () => {
  it.each([...vocabulary, { code: "OF_A_NEWER_RELEASE", status: 429 }])("of $code becomes the same error again", ({ code, status }) => {
    const error = errorOf(code, status);
    const json: unknown = JSON.parse(JSON.stringify(error));
    const again = scaigrid.fromJSON(json);
    expect(again).toBeInstanceOf(ScaigridError);
    expect(JSON.parse(JSON.stringify(again))).toEqual(json);
    // The reader of the details is handed what it gave before.
    expect(again?.toJSON()).toEqual(error.toJSON());
  });

  it.each(vocabulary)("of $code survives without details as well", ({ code, status = 418 }) => {
    const error = scaigrid.decode({ status, body: { code } });
    expect(scaigrid.fromJSON(JSON.parse(JSON.stringify(error)))?.toJSON()).toEqual(error.toJSON());
  });

  it("of an event frame has no status, and needs none", () => {
    const error = scaigrid.fromEvent({ event: "error", data: { code: "BACKEND_ERROR", message: "m" } });
    expect(scaigrid.fromJSON(JSON.parse(JSON.stringify(error)))?.toJSON()).toEqual(error?.toJSON());
  });

  it("keeps details to the depth to which they were read", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(1000)}${"]".repeat(1000)}`);
    const error = scaigrid.decode({ status: 418, body: { error: { code: "SCAISKILLS_VALIDATION_FAILED", context: { errors: [deep] } } } });
    expect(JSON.stringify(error.details)).toContain("…");
    expect(scaigrid.fromJSON(JSON.parse(JSON.stringify(error)))?.toJSON()).toEqual(error.toJSON());
  });

  it.each([
    ["details of another shape", { details: [{ field: "a" }] }],
    ["a kind that is no text", { kind: 1 }],
    ["a policy that is no text", { retry: { policy: 1, afterMs: 7000, idempotentOnly: true, source: "documented" } }],
    ["another service", { service: "scaikey" }],
    ["an id that is not its code's", { id: "scaigrid/RATE_LIMITED" }],
    ["a request id that is no text", { requestId: 1 }],
  ])("with %s is refused", (_, wrong) => {
    const json = { ...errorOf("VALIDATION_ERROR", 422).toJSON(), ...wrong };
    expect(scaigrid.fromJSON(json)).toBeUndefined();
  });

  it.each([null, undefined, "scaigrid", [], {}, { name: "ScaigridError", code: "RATE_LIMITED" }])("is not %j", (value) => {
    expect(scaigrid.fromJSON(value)).toBeUndefined();
  });
});
