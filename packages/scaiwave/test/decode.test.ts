import { describe, expect, it } from "vitest";
import { answered } from "../src/codes.js";
import { ScaiwaveError, scaiwave } from "../src/index.js";

const answer = (code: string, status: number, more: object = {}) => ({
  status,
  body: JSON.stringify({ error: { code, message: "Kanaal niet gevonden", ...more } }),
});

describe("a documented answer", () => {
  it.each(Object.entries(answered))("of %s gives the code", (code, { status }) => {
    const error = scaiwave.decode(answer(code, status));
    expect(error).toMatchObject({ code, status, codeFrom: "wire", receivedCode: code, message: "Kanaal niet gevonden" });
    expect(error).toBeInstanceOf(ScaiwaveError);
  });

  it("gives the same error whatever its message says, since messages may be localised", () => {
    const { message: _one, ...english } = scaiwave.decode(answer("SW_ROOM_FROZEN", 409, { message: "Token expired" })).toJSON();
    const { message: _other, ...dutch } = scaiwave.decode(answer("SW_ROOM_FROZEN", 409)).toJSON();
    expect(english).toEqual(dutch);
  });

  it.each([
    ["error", { error: { code: "SW_INTERNAL_ERROR", message: "x", request_id: "req_1" } }, {}],
    ["meta", { error: { code: "SW_INTERNAL_ERROR", message: "x" }, meta: { request_id: "req_1" } }, {}],
    ["body", { error: { code: "SW_INTERNAL_ERROR", message: "x" }, request_id: "req_1" }, {}],
    ["headers", { error: { code: "SW_INTERNAL_ERROR", message: "x" } }, { "X-Request-ID": "req_1" }],
  ])("may have its request id in the %s", (_place, body, headers) => {
    expect(scaiwave.decode({ status: 500, body, headers }).requestId).toBe("req_1");
  });
});

describe("validation", () => {
  const issues = [{ in: "body", path: ["displayName"], message: "Field required", type: "missing" }];

  it.each([
    [
      "FastAPI's list in details",
      { error: { code: "SW_VALIDATION_ERROR", message: "x", details: [entry("missing")] } },
      "SW_VALIDATION_ERROR",
    ],
    ["FastAPI's own body", { detail: [entry("missing")] }, "UNRECOGNIZED"],
  ])("in %s gives issues", (_name, body, code) => {
    expect(scaiwave.decode({ status: 422, body })).toMatchObject({ code, issues, details: undefined });
  });

  it("in the older FastAPI's words gives issues", () => {
    const {
      issues: [issue],
    } = scaiwave.decode({ status: 422, body: { detail: [entry("value_error.missing")] } });
    expect(issue).toMatchObject({ path: ["displayName"], type: "value_error.missing" });
  });

  it("in a list of fields gives issues", () => {
    const details = [{ field: "members.0.name", message: "Field required" }];
    const error = scaiwave.decode({ status: 422, body: { error: { code: "SW_VALIDATION_ERROR", message: "x", details } } });
    expect(error.issues).toMatchObject([{ message: "Field required" }]);
  });

  it("in a shape of its own keeps what it says in the details", () => {
    const details = { topic: "must not be empty" };
    const error = scaiwave.decode({ status: 422, body: { error: { code: "SW_VALIDATION_ERROR", message: "x", details } } });
    expect(error).toMatchObject({ code: "SW_VALIDATION_ERROR", details });
  });

  function entry(type: string): object {
    return { loc: ["body", "displayName"], msg: "Field required", type, input: "secret" };
  }
});

describe("what is no code of this vocabulary", () => {
  it("is UNRECOGNIZED, as the models' code is that ScaiWave passes on without its prefix", () => {
    expect(scaiwave.decode(answer("MODEL_NOT_FOUND", 404))).toMatchObject({
      code: "UNRECOGNIZED",
      receivedCode: "MODEL_NOT_FOUND",
      kind: "not_found",
    });
  });

  it("is UNRECOGNIZED where it comes from a newer release", () => {
    expect(scaiwave.decode(answer("SW_STUDIO_EMBARGOED", 403))).toMatchObject({
      code: "UNRECOGNIZED",
      id: "scaiwave/UNRECOGNIZED",
      receivedCode: "SW_STUDIO_EMBARGOED",
      kind: "permission_denied",
      retry: { policy: "never", source: "status" },
    });
  });

  it.each(["CONNECTION_ABORTED", "sw_room_not_found", "constructor", "__proto__", "toString"])("is UNRECOGNIZED for %s", (code) => {
    expect(scaiwave.decode(answer(code, 503))).toMatchObject({ code: "UNRECOGNIZED", receivedCode: code, kind: "unavailable" });
  });

  it.each([
    ["a proxy's page", 502, "<html><h1>502 Bad Gateway</h1></html>", "unavailable"],
    ["nothing", 504, "", "deadline_exceeded"],
    ["plain text", 500, "Internal Server Error", "internal"],
    ["half a document", 418, '{"error":{"code":"SW_ROOM', "invalid_argument"],
    ["the framework's 404", 404, '{"detail":"Not Found"}', "not_found"],
    ["an unheard-of status", 799, "{}", "unknown"],
  ])("is read from the status where there is %s", (_name, status, body, kind) => {
    expect(scaiwave.decode({ status, body })).toMatchObject({
      code: "UNRECOGNIZED",
      codeFrom: "status",
      receivedCode: undefined,
      status,
      kind,
    });
  });

  it("has no limits from headers, since ScaiWave documents none", () => {
    expect(scaiwave.decode({ status: 429, headers: { "x-ratelimit-limit": "5", "retry-after": "7" } })).toMatchObject({
      rateLimit: undefined,
      retry: { policy: "backoff", afterMs: 7000 },
    });
  });
});
