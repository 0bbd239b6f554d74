import { describe, expect, it } from "vitest";
import { UNRECOGNIZED, scaigrid } from "../src/index.js";
import { vocabulary } from "./vocabulary.js";

/** The body as ScaiGrid's errors page shows it. */
function bodyOf(code: string, others: object = {}): string {
  return JSON.stringify({ status: "error", error: { code, message: `About ${code}.`, ...others }, meta: { request_id: "req_1" } });
}

const status = 400;

describe("documented answers", () => {
  it("decode to their code, kind and retry advice", async () => {
    const lines = vocabulary.map(({ code, status }) => {
      // Module codes have no documented status. 418 stands for whatever theirs is, and shows that nothing is read from it.
      const error = scaigrid.decode({ status: status ?? 418, body: bodyOf(code) });
      expect(error).toMatchObject({ code, id: `scaigrid/${code}`, receivedCode: code, codeFrom: "wire", service: "scaigrid" });
      expect(error).toMatchObject({ status: status ?? 418, message: `About ${code}.`, requestId: "req_1", name: "ScaigridError" });
      const { policy, idempotentOnly, source } = error.retry;
      return `${[code, status ?? "-", error.kind, policy, source, idempotentOnly ? "idempotent only" : ""].join(" ").trimEnd()}\n`;
    });
    // Read this file when it changes: each line is a promise to callers.
    await expect(lines.join("")).toMatchFileSnapshot("golden/codes.txt");
  });

  it("have the same meaning in every form that an answer can be handed over in", async () => {
    const text = bodyOf("MODEL_NOT_FOUND");
    const json: unknown = JSON.parse(text);
    const expected = scaigrid.decode({ status: 404, body: text }).toJSON();
    expect(scaigrid.decode({ status: 404, body: new TextEncoder().encode(text) }).toJSON()).toEqual(expected);
    expect(scaigrid.decode({ status: 404, body: json }).toJSON()).toEqual(expected);
    expect(scaigrid.describe({ status: 404, body: json })).toEqual(expected);
    expect((await scaigrid.fromResponse(new Response(text, { status: 404 }))).toJSON()).toEqual(expected);
  });
});

describe("details", () => {
  it("of VALIDATION_ERROR list fields as they came, and issues have their paths", () => {
    const fields = [
      { field: "messages.0.content", message: "is required" },
      { field: "body.temperature", message: "is too high" },
    ];
    const error = scaigrid.decode({ status: 422, body: bodyOf("VALIDATION_ERROR", { details: fields }) });
    expect(error.details).toEqual(fields);
    expect(error.issues).toEqual([
      { path: ["messages", 0, "content"], message: "is required" },
      { path: ["body", "temperature"], message: "is too high" },
    ]);
  });

  it.each([
    ["nothing", undefined, []],
    ["null", null, []],
    ["a string", "no", []],
    [
      "entries that are none",
      [1, null, { field: "a" }, { field: 1, message: "b" }, { field: "c", message: "d", input: "secret" }],
      [["c", "d"]],
    ],
    ["FastAPI's entries", [{ loc: ["body", "user", 0], msg: "Field required", type: "missing" }], [["user.0", "Field required"]]],
  ])("of VALIDATION_ERROR are a list even where %s came", (_, received, expected) => {
    const { details } = scaigrid.decode({ status: 422, body: bodyOf("VALIDATION_ERROR", { details: received }) });
    expect(details).toEqual(expected.map(([field, message]) => ({ field, message })));
  });

  it.each(["RATE_LIMITED", "BACKEND_RATE_LIMITED"])("of %s say how many seconds to wait", (code) => {
    const hints = [{}, { retry_after: 15 }, { retry_after: "soon" }, { retry_after: -1 }].map(
      (members) => scaigrid.decode({ status: 429, body: bodyOf(code, members) }).details,
    );
    expect(hints).toEqual([undefined, 15, undefined, undefined].map((retry_after) => ({ retry_after })));
    expect(scaigrid.decode({ status: 429, headers: { "retry-after": "20" }, body: bodyOf(code, { retry_after: 15 }) }).details).toEqual({
      retry_after: 20,
    });
  });

  it("of SCAISKILLS_VALIDATION_FAILED come from context.errors, whole", () => {
    const errors = [{ stage: "manifest", message: "has no version" }, "lint"];
    const error = scaigrid.decode({ status, body: bodyOf("SCAISKILLS_VALIDATION_FAILED", { context: { errors } }) });
    expect(error.details).toEqual({ errors });
    expect(error.issues.map(({ message }) => message)).toEqual(["has no version", "lint"]);
    expect(scaigrid.decode({ status, body: bodyOf("SCAISKILLS_VALIDATION_FAILED", { context: "?" }) }).details).toEqual({ errors: [] });
  });

  it("of other codes are what came", () => {
    expect(scaigrid.decode({ status: 404, body: bodyOf("USER_NOT_FOUND", { details: { id: 7 } }) }).details).toEqual({ id: 7 });
    expect(scaigrid.decode({ status: 404, body: bodyOf("USER_NOT_FOUND") }).details).toBeUndefined();
  });
});

describe("retry advice", () => {
  it.each([
    ["body", { retry_after: 15 }, undefined, 15_000],
    ["header", {}, "20", 20_000],
    ["header, where it is larger", { retry_after: 15 }, "20", 20_000],
    ["body, where it is larger", { retry_after: 15 }, "10", 15_000],
    ["neither", {}, undefined, undefined],
    ["body, where the header cannot be read", { retry_after: 15 }, "-1", 15_000],
  ])("has the hint of the %s", (_, members, header, afterMs) => {
    const headers = header === undefined ? {} : { "Retry-After": header };
    for (const code of ["RATE_LIMITED", "SERVICE_DRAINING", "BACKEND_TIMEOUT"]) {
      const { retry } = scaigrid.decode({ status: 429, headers, body: bodyOf(code, members) });
      expect(retry).toMatchObject({ policy: "backoff", afterMs, source: "documented" });
    }
  });

  it("reads a Retry-After date against the answer's own clock", () => {
    const headers = { date: "Fri, 20 Nov 2026 12:00:00 GMT", "retry-after": "Fri, 20 Nov 2026 12:00:30 GMT" };
    const receivedAt = Date.UTC(2026, 10, 20, 11, 0, 0);
    expect(scaigrid.decode({ status: 503, headers, receivedAt, body: bodyOf("SERVICE_DRAINING") }).retry.afterMs).toBe(30_000);
  });

  it("is no for a quota, whatever the status and the hint suggest", () => {
    const { retry, kind } = scaigrid.decode({ status: 429, headers: { "retry-after": "1" }, body: bodyOf("QUOTA_EXCEEDED") });
    expect([kind, retry.policy, retry.source]).toEqual(["quota_exceeded", "never", "documented"]);
  });

  it("follows the code where the status that arrived is another", () => {
    expect(scaigrid.decode({ status: 500, body: bodyOf("MODEL_NOT_FOUND") })).toMatchObject({
      status: 500,
      kind: "not_found",
      retry: { policy: "never" },
    });
  });
});

describe("headers", () => {
  it("tell the caller's limit under ScaiGrid's own names", () => {
    const headers = {
      "X-Scaigrid-Ratelimit-Limit": "60",
      "X-Scaigrid-Ratelimit-Remaining": "0",
      "X-Scaigrid-Ratelimit-Reset": "1713888715",
    };
    expect(scaigrid.decode({ status: 429, headers }).rateLimit).toEqual({ limit: 60, remaining: 0, resetAt: 1_713_888_715_000 });
    expect(scaigrid.decode({ status: 429, headers: { "x-ratelimit-limit": "60" } }).rateLimit).toBeUndefined();
  });

  it("give the request id where the body has none", () => {
    const headers = new Headers({ "X-Request-ID": "req_of_header" });
    expect(scaigrid.decode({ status: 500, headers, body: bodyOf("INTERNAL_ERROR") }).requestId).toBe("req_1");
    expect(scaigrid.decode({ status: 500, headers, body: "<html>" }).requestId).toBe("req_of_header");
  });
});

describe("shapes that only some pages show", () => {
  it("without meta, as on the rate-limit page", () => {
    const body = { status: "error", error: { code: "RATE_LIMITED", message: "Slow down.", retry_after: 15 } };
    expect(scaigrid.decode({ status: 429, body })).toMatchObject({
      code: "RATE_LIMITED",
      message: "Slow down.",
      requestId: undefined,
      retry: { afterMs: 15_000 },
    });
  });

  it("a code and nothing else, as on the operations page", () => {
    expect(scaigrid.decode({ status: 401, body: '{"error":{"code":"AUTH_TOKEN_INVALID"}}' })).toMatchObject({
      code: "AUTH_TOKEN_INVALID",
      message: expect.stringContaining("AUTH_TOKEN_INVALID") as string,
      requestId: undefined,
    });
  });

  it("that of OpenAI's API, whose codes are not ScaiGrid's", () => {
    const error = { message: "Unknown parameter.", type: "invalid_request_error", param: "tools", code: null };
    expect(scaigrid.decode({ status: 400, body: { error } })).toMatchObject({
      code: UNRECOGNIZED,
      receivedCode: undefined,
      kind: "invalid_argument",
      message: "Unknown parameter.",
    });
    expect(scaigrid.decode({ status: 404, body: { error: { ...error, code: "model_not_found" } } })).toMatchObject({
      code: UNRECOGNIZED,
      receivedCode: "model_not_found",
      kind: "not_found",
    });
  });

  it("FastAPI's, which have no code", () => {
    expect(scaigrid.decode({ status: 404, body: '{"detail":"Not Found"}' })).toMatchObject({
      code: UNRECOGNIZED,
      receivedCode: undefined,
      codeFrom: "status",
      kind: "not_found",
      message: "Not Found",
    });
    const detail = [{ loc: ["query", "limit"], msg: "value is not a valid integer", type: "type_error.integer" }];
    expect(scaigrid.decode({ status: 422, body: { detail } })).toMatchObject({
      code: UNRECOGNIZED,
      kind: "invalid_argument",
      issues: [{ in: "query", path: ["limit"], message: "value is not a valid integer", type: "type_error.integer" }],
    });
    const wrapped = { detail: { code: "MODEL_NOT_FOUND", message: "No such model." } };
    expect(scaigrid.decode({ status: 404, body: wrapped })).toMatchObject({ code: "MODEL_NOT_FOUND", message: "No such model." });
  });

  it("a readiness report", () => {
    const body = { status: "degraded", checks: { redis: "down", mariadb: "ok" } };
    expect(scaigrid.decode({ status: 503, body })).toMatchObject({
      code: UNRECOGNIZED,
      codeFrom: "status",
      kind: "unavailable",
      retry: { policy: "backoff", source: "status" },
    });
  });

  it.each(["Internal Server Error", "", "<html><h1>502 Bad Gateway</h1></html>", '{"status":"error","err'])("no JSON: %j", (body) => {
    expect(scaigrid.decode({ status: 502, body })).toMatchObject({ code: UNRECOGNIZED, receivedCode: undefined, kind: "unavailable" });
  });
});

describe("codes of a newer release", () => {
  it("are UNRECOGNIZED, with what came", () => {
    expect(scaigrid.decode({ status: 429, body: bodyOf("TOKENS_EXHAUSTED", { retry_after: 3 }) })).toMatchObject({
      code: UNRECOGNIZED,
      id: "scaigrid/UNRECOGNIZED",
      receivedCode: "TOKENS_EXHAUSTED",
      codeFrom: "wire",
      kind: "rate_limited",
      retry: { policy: "backoff", afterMs: 3000, source: "status" },
      requestId: "req_1",
    });
  });

  it.each(["constructor", "__proto__", "toString", "UNRECOGNIZED", "model_not_found", "MODEL_NOT_FOUND "])(
    "even if they read %j",
    (code) => {
      expect(scaigrid.decode({ status: 404, body: bodyOf(code) })).toMatchObject({ code: UNRECOGNIZED, receivedCode: code.trim() });
    },
  );

  it.each([42, true, null, ["MODEL_NOT_FOUND"], { code: "MODEL_NOT_FOUND" }])("and codes that are no text are none: %j", (code) => {
    const error = scaigrid.decode({ status: 404, body: { error: { code, message: "m" } } });
    expect(error).toMatchObject({ code: UNRECOGNIZED, receivedCode: undefined, codeFrom: "status" });
  });
});

describe("wrong use", () => {
  it("is a TypeError that says what was expected, and never a service's failure", async () => {
    const calls = [undefined, null, "MODEL_NOT_FOUND", {}, { status: "404" }];
    for (const value of calls) {
      // @ts-expect-error -- each of these is wrong for the compiler too
      expect(() => scaigrid.decode(value)).toThrow(/^scaigrid\.decode\(\) expects a response/);
      // @ts-expect-error -- likewise
      await expect(scaigrid.fromResponse(value)).rejects.toThrow(/^scaigrid\.fromResponse\(\) expects a response/);
    }
  });
});
