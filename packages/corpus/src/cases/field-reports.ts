import type { FieldIssue } from "@scai-errors/core";
import { runInNewContext } from "node:vm";
import type { HostileCase, Outcome } from "../case.js";

// What servers, gateways and frameworks around the services send, as people reported it. Every service reads it; which code it is, only those
// know that have it.

function reads(id: string, fault: string, status: number, body: unknown, expect: Outcome): HostileCase {
  return { id: `F${id}`, fault, answer: { status, body }, expect };
}

/** A required field and one that is no address, in whatever way they are written. */
const twoFields: readonly FieldIssue[] = [
  { in: undefined, path: ["name"], message: "required", type: undefined },
  { in: undefined, path: ["email"], message: "not an address", type: undefined },
];
const map = { name: ["required"], email: ["not an address"] };

const limited = { code: "RATE_LIMITED", message: "Slow down", retry_after: 12 };
const limitedOutcome: Outcome = { receivedCode: "RATE_LIMITED", message: "Slow down", afterMs: 12_000 };

const envelopes: readonly HostileCase[] = [
  reads(
    "01-error",
    "FastAPI's HTTPException with the service's envelope",
    404,
    { detail: { error: { code: "GONE_MISSING", message: "No such model" } } },
    { receivedCode: "GONE_MISSING", message: "No such model" },
  ),
  reads(
    "01-whole",
    "the whole envelope under detail, with meta",
    429,
    { detail: { status: "error", error: limited, meta: { request_id: "req_1" } } },
    { ...limitedOutcome, requestId: "req_1" },
  ),
  reads("01-list", "a list of one", 429, [{ error: limited }], limitedOutcome),
  reads(
    "01-errors",
    "a list under errors, of which the first speaks for all",
    429,
    { errors: [limited, { code: "OTHER" }] },
    limitedOutcome,
  ),
  reads("01-error-error", "error under error", 429, { error: { error: limited } }, limitedOutcome),
  reads("01-three", "three envelopes", 429, { detail: { error: { detail: limited } } }, limitedOutcome),
  reads(
    "01-four",
    "more envelopes than are opened: what is in them is not believed",
    429,
    { error: { error: { error: { error: { error: limited } } } } },
    { receivedCode: undefined, afterMs: undefined, message: /HTTP 429/ },
  ),
];

const encoded: readonly HostileCase[] = [
  reads(
    "02-message",
    "a gateway that puts the upstream's body into message",
    502,
    { error: { code: "UPSTREAM", message: '{"error":{"message":"top_p is out of range","code":400}}' } },
    { receivedCode: "UPSTREAM", message: "top_p is out of range" },
  ),
  reads("02-body", "the body encoded twice", 429, JSON.stringify(JSON.stringify({ error: limited })), limitedOutcome),
  reads(
    "02-thrice",
    "the body encoded three times",
    429,
    JSON.stringify(JSON.stringify(JSON.stringify({ error: limited }))),
    limitedOutcome,
  ),
  reads("02-detail", "JSON text under detail", 429, { detail: JSON.stringify({ error: limited }) }, limitedOutcome),
  reads("02-error", "JSON text under error", 429, { error: JSON.stringify(limited) }, limitedOutcome),
  reads(
    "02-cut",
    "JSON text that is cut off is no message",
    502,
    { error: { code: "UPSTREAM", message: '{"error":{"mess' } },
    { receivedCode: "UPSTREAM", message: /^UPSTREAM/ },
  ),
];

const sentences: readonly HostileCase[] = (
  [
    ["bracket", "[400]: Provider returned error"],
    ["errno", "[Errno 28] No space left on device"],
    ["placeholder", "<path> is not a secret"],
    ["less", "value <= 0"],
    ["route", "/v1/files/{id} is unknown"],
    ["brace", "{id} is not a number"],
  ] as const
).flatMap(([id, sentence]) => [
  reads(
    `03-${id}-error`,
    "a sentence that begins like a page or a document, under error",
    500,
    { error: { code: "X_1", message: sentence } },
    { message: sentence },
  ),
  reads(`03-${id}-detail`, "the same under detail", 500, { detail: sentence }, { message: sentence }),
]);

const plain: readonly HostileCase[] = [
  reads("03-text", "plain text with a comparison", 400, "Content-Length must be < 10485760", {
    message: "Content-Length must be < 10485760",
  }),
  reads("03-text-greater", "plain text with an arrow", 400, "expected a -> b, got a > b", { message: "expected a -> b, got a > b" }),
  reads("03-page", "a page under detail is none", 500, { detail: "<!doctype html><p>502" }, { message: /HTTP 500/ }),
  reads("03-xml", "an XML document under error is none", 500, { error: "<?xml version='1.0'?><E/>" }, { message: /HTTP 500/ }),
];

const phrases: readonly HostileCase[] = [
  reads(
    "04-nest",
    "a status phrase under error beside the sentence (Nest, Fastify, Boom, Spring)",
    403,
    { statusCode: 403, error: "Forbidden", message: "Your key lacks inference:run" },
    { message: "Your key lacks inference:run", receivedCode: undefined },
  ),
  reads(
    "04-maintenance",
    "the same of a maintenance",
    503,
    { error: "Service Unavailable", message: "Maintenance until 14:00" },
    { message: "Maintenance until 14:00", receivedCode: undefined },
  ),
  reads(
    "04-detail",
    "the sentence under detail",
    400,
    { error: "Bad Request", detail: "limit must be at least 1" },
    { message: "limit must be at least 1", receivedCode: undefined },
  ),
  reads(
    "04-long",
    "a phrase of many words",
    431,
    { error: "Request Header Fields Too Large", message: "cookie is over 8 kB" },
    { message: "cookie is over 8 kB" },
  ),
  reads(
    "04-alone",
    "a phrase with nothing beside it is the message",
    403,
    { error: "Forbidden" },
    { message: "Forbidden", receivedCode: undefined },
  ),
];

const fields: readonly HostileCase[] = [
  reads(
    "05-errors",
    "a map under errors (RFC 9457 as ASP.NET writes it)",
    400,
    { type: "about:blank", title: "Invalid", status: 400, errors: map },
    { issues: twoFields },
  ),
  reads("05-detail", "a map under detail", 422, { detail: map }, { issues: twoFields }),
  reads("05-body", "the body is the map (Django)", 400, map, { issues: twoFields }),
  reads("05-details", "a map under details", 422, { error: { code: "INVALID", message: "m", details: map } }, { issues: twoFields }),
  reads(
    "05-details-fields",
    "a map under details.fields, of texts",
    422,
    { error: { code: "INVALID", message: "m", details: { fields: { name: "required", email: "not an address" } } } },
    { issues: twoFields },
  ),
  reads(
    "05-two",
    "two problems of one field (Laravel)",
    422,
    { message: "Invalid", errors: { name: ["required", "too short"] } },
    {
      issues: [
        { in: undefined, path: ["name"], message: "required", type: undefined },
        { in: undefined, path: ["name"], message: "too short", type: undefined },
      ],
    },
  ),
  reads(
    "05-readiness",
    "a map in a failure of the service is no problem of the caller's fields",
    503,
    { status: "not_ready", errors: { redis: "no connection" } },
    { issues: [] },
  ),
];

const names: readonly HostileCase[] = [
  reads("06-capital", "Message (API Gateway, IIS)", 403, { Message: "User is not authorized" }, { message: "User is not authorized" }),
  reads("06-lambda", "errorMessage (Lambda)", 500, { errorType: "Error", errorMessage: "Task timed out" }, { message: "Task timed out" }),
  reads(
    "06-fault",
    "a fault with its text (Apigee)",
    429,
    { fault: { faultstring: "Quota violation", detail: { errorcode: "policies.ratelimit.QuotaViolation" } } },
    { message: "Quota violation" },
  ),
  reads("06-detail", "Message within detail", 403, { detail: { Message: "Not yours" } }, { message: "Not yours" }),
  reads("06-empty", "an empty message beside another name", 403, { message: "", Message: "Not yours" }, { message: "Not yours" }),
];

const unusable: readonly HostileCase[] = [
  {
    id: "F07-id",
    fault: "an empty request id in the body, one in the header",
    answer: { status: 500, headers: { "x-request-id": "req_h" }, body: { error: { code: "X_1", message: "m" }, meta: { request_id: "" } } },
    expect: { requestId: "req_h" },
  },
  reads(
    "07-id-number",
    "a number as request id, a text in meta",
    500,
    { error: { code: "X_1", message: "m", request_id: 7 }, meta: { request_id: "req_m" } },
    { requestId: "req_m" },
  ),
  reads(
    "07-code",
    "an empty code in the envelope, one beside it",
    404,
    { error: { code: "", message: "m" }, code: "GONE_MISSING" },
    { receivedCode: "GONE_MISSING" },
  ),
  reads(
    "07-code-number",
    "a number as code, a text beside it",
    404,
    { error: { code: 404, message: "m" }, code: "GONE_MISSING" },
    { receivedCode: "GONE_MISSING" },
  ),
  reads(
    "07-message",
    "a page as message, a sentence beside it",
    502,
    { error: { code: "X_1", message: "<html>502</html>" }, detail: "The upstream is down" },
    { message: "The upstream is down" },
  ),
  reads(
    "07-wait",
    "a wait that is none, one that is",
    429,
    { error: { code: "X_1", message: "m", retry_after: "soon" }, retry_after: 9 },
    { afterMs: 9000 },
  ),
];

/** Bytes of another realm, as an iframe, `vm` or Jest hands them out. */
function otherRealm(kind: string): HostileCase {
  const body: unknown = runInNewContext(
    `const b = new Uint8Array(${JSON.stringify([...Buffer.from(JSON.stringify({ error: limited }))])}); ${kind}`,
  );
  return reads(`08-${kind.replace(/\W+/g, "-")}`, `the body as ${kind} of another realm`, 429, body, limitedOutcome);
}

const forms: readonly HostileCase[] = ["b.buffer", "b", "new DataView(b.buffer)"].map(otherRealm);

export const fieldReports: readonly HostileCase[] = [
  ...envelopes,
  ...encoded,
  ...sentences,
  ...plain,
  ...phrases,
  ...fields,
  ...names,
  ...unusable,
  ...forms,
  // An event stream as the body of a failed answer: only a service with event streams reads it.
  {
    id: "F10-frame",
    fault: "the error frame of an event stream as the body",
    answer: {
      status: 502,
      headers: { "content-type": "text/event-stream" },
      body: 'event: error\ndata: {"code":"BACKEND_ERROR","message":"Provider failed"}\n\ndata: [DONE]\n\n',
    },
    expect: { status: 502 },
    byService: { scaigrid: { code: "BACKEND_ERROR", message: "Provider failed" } },
  },
  {
    id: "F10-data",
    fault: "only a data line",
    answer: { status: 429, body: 'data: {"error":{"code":"RATE_LIMITED","message":"Slow down","retry_after":9}}\n\n' },
    expect: { status: 429 },
    byService: { scaigrid: { code: "RATE_LIMITED", afterMs: 9000 } },
  },
  {
    id: "F10-lines",
    fault: "a frame with carriage returns, a comment before it, and its data on two lines",
    answer: {
      status: 502,
      body: ': ping\r\n\r\nevent: error\r\ndata: {"code":"BACKEND_ERROR",\r\ndata: "message":"Provider failed"}\r\n\r\n',
    },
    expect: { status: 502 },
    byService: { scaigrid: { code: "BACKEND_ERROR", message: "Provider failed" } },
  },
  {
    id: "F10-words",
    fault: "words that begin like a field are words, and no frame",
    answer: { status: 500, body: "error: it broke" },
    expect: { message: "error: it broke", receivedCode: undefined },
  },
];
