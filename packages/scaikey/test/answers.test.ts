import { describe, expect, it } from "vitest";
import { UNRECOGNIZED, scaikey } from "../src/index.js";
import { vocabulary } from "./vocabulary.js";

/** The body as the errors page shows it. */
function bodyOf(code: string, details?: unknown): string {
  return JSON.stringify({ error: { code, message: `About ${code}.`, details, request_id: "req_1" } });
}

describe("documented answers", () => {
  it("decode to their code, kind and retry advice", async () => {
    const lines = vocabulary.map(({ code, status }) => {
      const error = scaikey.decode({ status, body: bodyOf(code) });
      expect(error).toMatchObject({ code, id: `scaikey/${code}`, receivedCode: code, codeFrom: "wire", service: "scaikey" });
      expect(error).toMatchObject({ status, message: `About ${code}.`, requestId: "req_1", name: "ScaikeyError" });
      const { policy, idempotentOnly, source } = error.retry;
      return `${[code, status, error.kind, policy, source, idempotentOnly ? "idempotent only" : ""].join(" ").trimEnd()}\n`;
    });
    // Read this file when it changes: each line is a promise to callers.
    await expect(lines.join("")).toMatchFileSnapshot("golden/codes.txt");
  });

  it("have the same meaning in every form that an answer can be handed over in", async () => {
    const text = bodyOf("secret_not_found", { path: "a/b" });
    const json: unknown = JSON.parse(text);
    const expected = scaikey.decode({ status: 404, body: text }).toJSON();
    expect(scaikey.decode({ status: 404, body: new TextEncoder().encode(text) }).toJSON()).toEqual(expected);
    expect(scaikey.decode({ status: 404, body: json }).toJSON()).toEqual(expected);
    expect(scaikey.describe({ status: 404, body: json })).toEqual(expected);
    expect((await scaikey.fromResponse(new Response(text, { status: 404 }))).toJSON()).toEqual(expected);
  });
});

describe("details", () => {
  const secretCodes = ["secret_not_found", "version_not_found", "secret_exists", "version_conflict", "secret_expired", "invalid_path"];

  it.each(secretCodes)("of %s name the secret", (code) => {
    const detailsOf = (received?: unknown) => scaikey.decode({ status: 404, body: bodyOf(code, received) }).details;
    expect(detailsOf({ path: "environments/production/missing", other: 1 })).toEqual({ path: "environments/production/missing" });
    for (const nothing of [undefined, null, "path", ["path"], {}, { path: 7 }]) expect(detailsOf(nothing)).toEqual({ path: undefined });
  });

  it("that name something are no problems of fields", () => {
    expect(scaikey.decode({ status: 404, body: bodyOf("secret_not_found", { path: "a/b" }) }).issues).toEqual([]);
  });

  it("of access_denied name the condition that was not met", () => {
    const detailsOf = (received?: unknown) => scaikey.decode({ status: 403, body: bodyOf("access_denied", received) }).details;
    expect(detailsOf({ failed_condition: "mfa_required" })).toEqual({ failed_condition: "mfa_required" });
    for (const nothing of [undefined, null, [], { failed_condition: null }])
      expect(detailsOf(nothing)).toEqual({ failed_condition: undefined });
  });

  it.each([
    ["a list of field and message", [{ field: "ttl", message: "too long" }], [["ttl", "too long"]]],
    ["a way to the field", [{ field: "rules.0.path", message: "missing" }], [["rules.0.path", "missing"]]],
    ["an object from field to problem, which no page shows", { ttl: "too long" }, [["ttl", "too long"]]],
    ["FastAPI's list", [{ loc: ["body", "ttl"], msg: "too long", type: "value_error" }], [["ttl", "too long"]]],
    ["nothing that can be read", 42, []],
    ["nothing at all", undefined, []],
  ])("of validation_error are a list of fields, from %s", (_, fields, expected) => {
    const { details, issues } = scaikey.decode({ status: 422, body: bodyOf("validation_error", { fields }) });
    expect(details).toEqual({ fields: expected.map(([field, message]) => ({ field, message })) });
    expect(issues.map(({ path, message }) => [path.join("."), message])).toEqual(expected);
  });

  it("of other codes are what came", () => {
    expect(scaikey.decode({ status: 400, body: bodyOf("invalid_request", { field: "secret_type" }) }).details).toEqual({
      field: "secret_type",
    });
    expect(scaikey.decode({ status: 404, body: bodyOf("lease_not_found") }).details).toBeUndefined();
  });
});

describe("the request id", () => {
  const headers = { "X-Request-ID": "req_of_header" };

  it("is that of the body, which is the same as the header's, or the header's", () => {
    expect(scaikey.decode({ status: 404, headers, body: bodyOf("secret_not_found") }).requestId).toBe("req_1");
    expect(scaikey.decode({ status: 404, headers, body: '{"error":{"code":"secret_not_found"}}' }).requestId).toBe("req_of_header");
    expect(scaikey.decode({ status: 502, headers, body: "<html>" }).requestId).toBe("req_of_header");
    expect(scaikey.decode({ status: 502 }).requestId).toBeUndefined();
  });
});

describe("headers", () => {
  it("tell the caller's limit and how long to wait", () => {
    const headers = {
      "Retry-After": "45",
      "X-RateLimit-Limit": "100",
      "X-RateLimit-Remaining": "0",
      "X-RateLimit-Reset": "1713888715",
    };
    expect(scaikey.decode({ status: 429, headers, body: bodyOf("rate_limited") })).toMatchObject({
      retry: { policy: "backoff", afterMs: 45_000, idempotentOnly: false, source: "documented" },
      rateLimit: { limit: 100, remaining: 0, resetAt: 1_713_888_715_000 },
    });
  });

  it("do not make a quota retryable", () => {
    expect(scaikey.decode({ status: 429, headers: { "retry-after": "1" }, body: bodyOf("quota_exceeded") })).toMatchObject({
      kind: "quota_exceeded",
      retry: { policy: "never", source: "documented" },
    });
  });

  it("of which Retry-After may be a date", () => {
    const dated = { date: "Fri, 20 Nov 2026 12:00:00 GMT", "retry-after": "Fri, 20 Nov 2026 12:00:30 GMT" };
    expect(scaikey.decode({ status: 503, headers: dated, body: bodyOf("service_unavailable") }).retry.afterMs).toBe(30_000);
  });
});

describe("what the identity side of the service answers", () => {
  it("is FastAPI's text, which has no code", () => {
    const body = { detail: "This endpoint needs the scope admin:read" };
    expect(scaikey.decode({ status: 403, body })).toMatchObject({
      code: UNRECOGNIZED,
      receivedCode: undefined,
      codeFrom: "status",
      kind: "permission_denied",
      message: "This endpoint needs the scope admin:read",
      retry: { policy: "never", source: "status" },
    });
  });

  it("is FastAPI's list of problems, which become issues", () => {
    const detail = [
      { loc: ["body", "email"], msg: "value is not a valid email address", type: "value_error.email", input: "hunter2" },
      { loc: ["path", "tenant", 0], msg: "Field required", type: "missing" },
    ];
    const error = scaikey.decode({ status: 422, body: { detail } });
    expect(error.issues).toEqual([
      { in: "body", path: ["email"], message: "value is not a valid email address", type: "value_error.email" },
      { in: "path", path: ["tenant", 0], message: "Field required", type: "missing" },
    ]);
    // FastAPI repeats what was sent, which may be a password.
    expect(JSON.stringify(error)).not.toContain("hunter2");
  });

  it.each([
    [400, "invalid_grant", UNRECOGNIZED, "invalid_argument"],
    [401, "invalid_client", UNRECOGNIZED, "unauthenticated"],
    [503, "temporarily_unavailable", UNRECOGNIZED, "unavailable"],
    // The two vocabularies share this name and mean the same by it.
    [400, "invalid_request", "invalid_request", "invalid_argument"],
  ])("is OAuth's: %i %s", (status, error, code, kind) => {
    expect(scaikey.decode({ status, body: { error, error_description: "What was said." } })).toMatchObject({
      code,
      receivedCode: error,
      codeFrom: "wire",
      kind,
      message: "What was said.",
    });
    expect(scaikey.decode({ status, body: { error } })).toMatchObject({ code, receivedCode: error });
  });

  it("is a readiness report", () => {
    const body = { status: "not_ready", checks: { redis: false }, errors: { redis: "connection refused" } };
    expect(scaikey.decode({ status: 503, body })).toMatchObject({ code: UNRECOGNIZED, codeFrom: "status", kind: "unavailable" });
  });

  it("is what a proxy or a crashed worker says", () => {
    for (const body of ["Internal Server Error", "", "<html><h1>502 Bad Gateway</h1></html>", '{"error":{"code":"sec']) {
      expect(scaikey.decode({ status: 502, body })).toMatchObject({ code: UNRECOGNIZED, receivedCode: undefined, kind: "unavailable" });
    }
  });
});

describe("bodies with little in them", () => {
  it("a code and nothing else", () => {
    expect(scaikey.decode({ status: 401, body: '{"error":{"code":"token_expired"}}' })).toMatchObject({
      code: "token_expired",
      retry: { policy: "after_change", source: "documented" },
      requestId: undefined,
    });
  });
});

describe("codes of a newer release", () => {
  it("are UNRECOGNIZED, with what came", () => {
    expect(scaikey.decode({ status: 409, body: bodyOf("secret_locked", { path: "a" }) })).toMatchObject({
      code: UNRECOGNIZED,
      id: "scaikey/UNRECOGNIZED",
      receivedCode: "secret_locked",
      codeFrom: "wire",
      kind: "aborted",
      details: { path: "a" },
      retry: { policy: "after_change", source: "status" },
      requestId: "req_1",
    });
  });

  it.each(["constructor", "__proto__", "hasOwnProperty", "UNRECOGNIZED", "SECRET_NOT_FOUND", "secret_not_found "])(
    "even if they read %j",
    (code) => {
      expect(scaikey.decode({ status: 404, body: bodyOf(code) })).toMatchObject({ code: UNRECOGNIZED, receivedCode: code.trim() });
    },
  );

  it("and the same name in another service is another code", () => {
    // ScaiGrid's BACKEND_RATE_LIMITED is a 429 that is worth a retry; this one is a 502 that is not.
    const { status, retry } = scaikey.codes.backend_rate_limited;
    expect([status, retry]).toEqual([502, "never"]);
    expect(scaikey.decode({ status: 429, body: bodyOf("BACKEND_RATE_LIMITED") }).code).toBe(UNRECOGNIZED);
  });
});

describe("wrong use", () => {
  it("is a TypeError that says what was expected, and never a service's failure", async () => {
    for (const value of [undefined, null, "secret_not_found", {}, { status: "404" }]) {
      // @ts-expect-error -- each of these is wrong for the compiler too
      expect(() => scaikey.decode(value)).toThrow(/^scaikey\.decode\(\) expects a response/);
      // @ts-expect-error -- likewise
      await expect(scaikey.fromResponse(value)).rejects.toThrow(/^scaikey\.fromResponse\(\) expects a response/);
    }
  });
});
