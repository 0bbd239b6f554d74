import { describe, expect, it } from "vitest";
import { DnsError, dns } from "../src/index.js";
import { filled } from "./filled.js";

const NOTHING = { field: undefined, conflicts: [] };
const statuses = Object.entries(dns.codes).flatMap(([code, { status, message }]) =>
  message === undefined && status !== undefined ? [[status, code] as const] : [],
);
const messages = Object.entries(dns.codes).flatMap(([code, { status = 400, message }]) =>
  message === undefined ? [] : [[code, status, filled(message)] as const],
);

describe("a documented answer", () => {
  it.each(messages)("of %s gives the code", (code, status, message) => {
    const error = dns.decode({ status, body: JSON.stringify({ detail: message }) });
    expect(error).toMatchObject({ code, id: `dns/${code}`, status, codeFrom: "message", receivedCode: undefined, message });
    expect(error).toBeInstanceOf(DnsError);
  });

  it.each(statuses)("with %d and any other message is %s", (status, code) => {
    const body = { detail: "Bulk operation too large: 1200 records, at most 1000" };
    expect(dns.decode({ status, body })).toMatchObject({ code, status, codeFrom: "status", details: NOTHING });
  });

  it("may come as an object with what stands in the way", () => {
    const detail = { message: "Record already exists", field: "content", conflicts: ["rec_81", { id: "rec_82", type: "A" }] };
    expect(dns.decode({ status: 409, body: { detail } })).toMatchObject({
      code: "RECORD_EXISTS",
      message: "Record already exists",
      details: { field: "content", conflicts: ["rec_81", { id: "rec_82", type: "A" }] },
      issues: [{ path: ["content"], message: "Record already exists" }],
    });
  });

  it("may come as an object with a message of no code", () => {
    const detail = { message: "Role already assigned", field: "role", conflicts: [] };
    expect(dns.decode({ status: 409, body: { detail } })).toMatchObject({ code: "CONFLICT", details: { field: "role", conflicts: [] } });
  });

  it.each([
    [{ field: 7, conflicts: "rec_81" }, NOTHING],
    [{ field: "\u202e", conflicts: null }, NOTHING],
    [{ field: ["a"], conflicts: { 0: "rec_81" } }, NOTHING],
    [{ conflicts: [null, 1, [2]] }, { field: undefined, conflicts: [null, 1, [2]] }],
  ])("has details of the declared types whatever comes: %j", (members, details) => {
    expect(dns.decode({ status: 409, body: { detail: { message: "Record already exists", ...members } } }).details).toEqual(details);
  });

  it.each([
    ["older", { loc: ["body", "name"], msg: "field required", type: "value_error.missing" }],
    ["newer", { loc: ["body", "name"], msg: "Field required", type: "missing", input: {}, url: "https://errors.example/missing" }],
  ])("of the %s framework has validation problems as issues", (_age, entry) => {
    expect(dns.decode({ status: 422, body: { detail: [entry] } })).toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
      details: NOTHING,
      issues: [{ in: "body", path: ["name"], message: entry.msg, type: entry.type }],
    });
  });

  it.each([
    ["60", 60_000],
    ["Fri, 20 Nov 2026 09:51:58 GMT", 58_000],
    ["Fri, 20 Nov 2026 09:50:00 GMT", 0],
    ["soon", undefined],
  ])("may ask to wait: %s", (value, afterMs) => {
    const headers = {
      "Retry-After": value,
      Date: "Fri, 20 Nov 2026 09:51:00 GMT",
      "X-RateLimit-Limit": "1000",
      "X-RateLimit-Remaining": "0",
    };
    expect(dns.decode({ status: 429, headers, body: { detail: "Rate limit exceeded" }, receivedAt: 0 })).toMatchObject({
      code: "TOO_MANY_REQUESTS",
      retry: { policy: "backoff", afterMs, source: "documented" },
      rateLimit: { limit: 1000, remaining: 0, resetAt: undefined },
    });
  });
});

describe("any other answer", () => {
  it.each([
    ["a proxy's page", "<html><body>502</body></html>"],
    ["nothing", ""],
    ["half a document", '{"detail":"Record already exi'],
    ["another envelope's words", '{"error":{"message":"oops"}}'],
  ])("with %s is read from the status", (_name, body) => {
    expect(dns.decode({ status: 502, body })).toMatchObject({ code: "BAD_GATEWAY", codeFrom: "status", details: NOTHING });
  });

  it("keeps a code that came over the wire, the day that Scai DNS sends some", () => {
    const body = { error: { code: "RECORD_LOCKED", message: "Locked" }, meta: { request_id: "req_1" } };
    expect(dns.decode({ status: 409, body })).toMatchObject({ code: "CONFLICT", receivedCode: "RECORD_LOCKED", requestId: "req_1" });
  });

  it.each([
    [410, "not_found"],
    [418, "invalid_argument"],
    [501, "unimplemented"],
    [200, "unknown"],
  ])("with %d is UNRECOGNIZED", (status, kind) => {
    expect(dns.decode({ status })).toMatchObject({ code: "UNRECOGNIZED", kind, codeFrom: "status", details: NOTHING });
  });

  it("has the code of its message whatever the status, which it keeps", () => {
    expect(dns.decode({ status: 500, body: { detail: "DNS query timed out" } })).toMatchObject({
      code: "DNS_QUERY_TIMED_OUT",
      kind: "deadline_exceeded",
      status: 500,
    });
  });
});
