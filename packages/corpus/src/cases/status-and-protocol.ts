import type { Kind } from "@scai-errors/core";
import type { HostileCase } from "../case.js";

/** The kinds of the statuses that no page lists, where they are not `internal`. */
const UNLISTED_KINDS: Readonly<Record<number, Kind>> = { 299: "unknown", 418: "invalid_argument", 507: "quota_exceeded" };

const coded = (code: unknown, message: unknown = "Said so"): { readonly error: object } => ({ error: { code, message } });

/** A code that no service has: what is left of it is the text. */
function strangeCode(name: string, fault: string, code: string, receivedCode: string | undefined = code): HostileCase {
  return {
    id: `B28-${name}`,
    fault,
    answer: { status: 429, body: coded(code) },
    expect: { receivedCode, message: "Said so" },
    byFamily: {
      error: { code: "UNRECOGNIZED", kind: "rate_limited", policy: "backoff" },
      detail: { kind: "rate_limited", policy: "backoff" },
    },
  };
}

function inherited(name: string): HostileCase {
  return {
    id: `B29-${name}`,
    fault: `a code that every JavaScript object answers to: ${name}`,
    answer: { status: 404, body: coded(name) },
    expect: { receivedCode: name, message: "Said so", kind: "not_found", policy: "never" },
    byFamily: { error: { code: "UNRECOGNIZED" }, detail: {} },
  };
}

const page = "<!doctype html><html><head><title>Sign in</title></head><body><form action=/login></form></body></html>";

/** Section B: statuses, codes and what surrounds them. */
export const statusAndProtocol: readonly HostileCase[] = [
  {
    id: "B24-quota",
    fault: "a 429 that slowing down does not help, in ScaiGrid's spelling",
    answer: { status: 429, body: coded("QUOTA_EXCEEDED") },
    expect: { status: 429, receivedCode: "QUOTA_EXCEEDED" },
    byService: { scaigrid: { code: "QUOTA_EXCEEDED", kind: "quota_exceeded", policy: "never" }, scaikey: { code: "UNRECOGNIZED" } },
  },
  {
    id: "B24-budget",
    fault: "a 429 that waits for the next accounting period",
    answer: { status: 429, headers: { "retry-after": "1" }, body: coded("BUDGET_EXCEEDED") },
    expect: { afterMs: 1000 },
    byService: { scaigrid: { code: "BUDGET_EXCEEDED", kind: "quota_exceeded", policy: "never" } },
  },
  {
    id: "B24-quota-lower",
    fault: "a 429 that slowing down does not help, in ScaiKey's spelling",
    answer: { status: 429, body: coded("quota_exceeded") },
    expect: { receivedCode: "quota_exceeded" },
    byService: { scaikey: { code: "quota_exceeded", kind: "quota_exceeded", policy: "never" }, scaigrid: { code: "UNRECOGNIZED" } },
  },
  {
    id: "B24-wave",
    fault: "a spent budget of ScaiWave's",
    answer: { status: 429, body: coded("SW_AI_BUDGET_EXCEEDED") },
    expect: { receivedCode: "SW_AI_BUDGET_EXCEEDED" },
    byService: { scaiwave: { code: "SW_AI_BUDGET_EXCEEDED", kind: "quota_exceeded" } },
  },
  {
    id: "B25-upper",
    fault: "a name that two services have: ScaiGrid's is a 429 to wait for",
    answer: { status: 429, body: coded("BACKEND_RATE_LIMITED") },
    expect: {},
    byService: { scaigrid: { code: "BACKEND_RATE_LIMITED", kind: "rate_limited", policy: "backoff" }, scaikey: { code: "UNRECOGNIZED" } },
  },
  {
    id: "B25-lower",
    fault: "a name that two services have: ScaiKey's is a 502",
    answer: { status: 502, body: coded("backend_rate_limited") },
    expect: { status: 502 },
    byService: { scaikey: { code: "backend_rate_limited" }, scaigrid: { code: "UNRECOGNIZED", kind: "unavailable" } },
  },
  {
    id: "B26-mismatch",
    fault: "a 502 that comes again every time",
    answer: { status: 502, body: coded("UPSTREAM_SHAPE_MISMATCH") },
    expect: {},
    byService: { scaigrid: { code: "UPSTREAM_SHAPE_MISMATCH", policy: "never" } },
  },
  {
    id: "B26-feature",
    fault: "a 503 that waiting does not help",
    answer: { status: 503, body: coded("feature_disabled") },
    expect: {},
    byService: { scaikey: { code: "feature_disabled", policy: "never" } },
  },
  {
    id: "B26-once",
    fault: "a 502 worth exactly one more try",
    answer: { status: 502, body: coded("BACKEND_ERROR") },
    expect: {},
    byService: { scaigrid: { code: "BACKEND_ERROR", policy: "once" } },
  },
  ...[299, 418, 507, 520, 521, 522, 523, 524, 525, 526, 527, 530, 529, 599].map((status): HostileCase => ({
    id: `B27-${status}`,
    fault: `a status that no page lists, with a code that no version knows: ${status}`,
    answer: { status, body: coded("NEW_FAILURE") },
    expect: { receivedCode: "NEW_FAILURE", message: "Said so" },
    byFamily: {
      error: {
        code: "UNRECOGNIZED",
        kind: UNLISTED_KINDS[status] ?? "internal",
      },
      detail: {},
    },
  })),
  strangeCode("lower", "a known code in other letters: near is not the same", "Rate_Limited"),
  strangeCode("spaces", "a known code with a blank behind it", "RATE_LIMITED ", "RATE_LIMITED"),
  strangeCode("nul", "a known code with a NUL behind it", "rate_limited\0", "rate_limited"),
  strangeCode("newline", "a known code with a line break behind it", "RATE_LIMITED\n", "RATE_LIMITED"),
  strangeCode("homoglyph", "a known code with a Cyrillic letter in it", "RATE_LIMIT\u0415D"),
  ...["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf", "prototype", "isPrototypeOf"].map(inherited),
  {
    id: "B30-body-200",
    fault: "a body that claims 200 on a 500",
    answer: { status: 500, body: { status: 200, code: 200, ok: true, error: { message: "Said so", status: 200 } } },
    expect: { status: 500, kind: "internal", message: "Said so" },
  },
  {
    id: "B30-body-error",
    fault: "a body that claims an error of its own number on a 404",
    answer: { status: 404, body: { status: "error", error: { status: 500, message: "Said so" } } },
    expect: { status: 404, kind: "not_found" },
  },
  {
    id: "B31-envelope",
    fault: "an error envelope under HTTP 200, handed in by a caller who looked",
    answer: { status: 200, body: { status: "error", ...coded("INTERNAL_ERROR") } },
    expect: { status: 200, message: "Said so", receivedCode: "INTERNAL_ERROR" },
    byService: { scaigrid: { code: "INTERNAL_ERROR" } },
  },
  {
    id: "B31-success-false",
    fault: "a webhook receiver that reports its failure with 200",
    answer: { status: 200, body: { success: false, message: "Processing failed" } },
    expect: { status: 200, message: "Processing failed" },
  },
  ...[204, 205, 304].map((status): HostileCase => ({
    id: `B32-${status}`,
    fault: "a status that has no body, with one all the same",
    answer: { status, body: "{}" },
    expect: { status },
  })),
  { id: "B32-null", fault: "a body that is null, as fetch gives it for 204", answer: { status: 204, body: null }, expect: { status: 204 } },
  { id: "B32-empty", fault: "200 with nothing in it", answer: { status: 200, body: "" }, expect: { status: 200 } },
  {
    id: "B33",
    fault: "a redirect that was not followed",
    answer: { status: 302, headers: { location: "https://user:pw@elsewhere.test/?token=t" }, body: "" },
    expect: { status: 302, kind: "unknown", policy: "never" },
  },
  {
    id: "B34",
    fault: "a sign-in page with status 200 at the end of a redirect",
    answer: { status: 200, headers: { "content-type": "text/html" }, body: page },
    expect: { status: 200, kind: "unknown", policy: "never", message: /HTTP 200/, excerpt: page },
  },
  {
    id: "B35",
    fault: "an opaque response, whose status reads 0",
    answer: { status: 0, body: null },
    expect: { status: 0, kind: "unknown", policy: "never" },
  },
  {
    id: "B36",
    fault: "an informational status handed in as if it were the answer",
    answer: { status: 103 },
    expect: { status: 103, kind: "unknown" },
  },
  {
    id: "B37-list",
    fault: "two content types in one field",
    answer: { status: 400, headers: { "content-type": "application/json, text/html" }, body: '{"error":{"message":"Said so"}}' },
    expect: { message: "Said so" },
  },
  {
    id: "B37-twice",
    fault: "the content type sent twice, the false one first",
    answer: {
      status: 400,
      headers: [
        ["Content-Type", "text/html"],
        ["content-type", "application/json"],
      ],
      body: '{"error":{"message":"Said so"}}',
    },
    expect: { message: "Said so" },
  },
  {
    id: "B38-long",
    fault: "a request id of 70 kB in a header",
    answer: () => ({ status: 500, headers: { "x-request-id": "r".repeat(70_000) } }),
    expect: { status: 500, requestId: "r".repeat(1024) },
  },
  {
    id: "B38-latin1",
    fault: "a request id with bytes beyond ASCII in a header",
    answer: { status: 500, headers: { "x-request-id": "r\u00E9q\u0085-1" } },
    expect: { requestId: "r\u00E9q -1" },
  },
  {
    id: "B39",
    fault: "a readiness probe's 503, which has no envelope",
    answer: { status: 503, body: { status: "degraded", checks: { database: "ok", cache: "failed" } } },
    expect: { status: 503, kind: "unavailable", policy: "backoff", receivedCode: undefined, message: /HTTP 503|^[A-Z].*/ },
  },
  ...["true", "false", "TRUE", "maybe", "true, false"].map((value): HostileCase => ({
    id: `B40-${value.replace(/\W+/g, "-")}`,
    fault: "another vendor's retry header, which no service of the platform documents",
    answer: { status: 400, headers: { "x-should-retry": value }, body: coded("NEW_FAILURE") },
    expect: { policy: "never", kind: "invalid_argument" },
  })),
];
