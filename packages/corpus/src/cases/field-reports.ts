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
  reads("01-list-detail", "three envelopes in a list of one", 429, [{ detail: { error: limited } }], limitedOutcome),
  reads("01-message", "an envelope as an object under message", 429, { message: { error: limited } }, limitedOutcome),
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
  reads(
    "02-deep",
    "JSON text in the innermost of two envelopes",
    429,
    { detail: { error: { message: JSON.stringify({ error: limited }) } } },
    limitedOutcome,
  ),
  reads("02-detail-list", "JSON text of a list of one (Vertex)", 429, { detail: JSON.stringify([{ error: limited }]) }, limitedOutcome),
  reads(
    "02-body-detail",
    "the body encoded twice, and its detail again",
    429,
    JSON.stringify(JSON.stringify({ detail: JSON.stringify({ error: limited }) })),
    limitedOutcome,
  ),
  reads("02-errors", "JSON text as the first of errors", 429, { errors: [JSON.stringify(limited)] }, limitedOutcome),
  reads("02-lambda", "JSON text under errorMessage (Lambda)", 429, { errorMessage: JSON.stringify({ error: limited }) }, limitedOutcome),
  reads(
    "02-words-inside",
    "JSON text whose own message has a word behind a bracket",
    500,
    { error: { code: "X_1", message: '{"message":"use {x} or y"}' } },
    { message: "use {x} or y" },
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
    ["object", '{"a": 1} is not a valid filter'],
    ["list", '["a"] is not allowed here'],
    ["numbers", "[1, 2] is out of range"],
    ["two-placeholders", "<user> cannot be found in group <group>"],
    ["element", "<title> must not be empty"],
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
  ...[
    "List<String> expected",
    "Email <a@b.example> bounced",
    "<stdin>:1: syntax error",
    "No such path '</etc>'",
    "{{name}} must be filled",
    'Invalid header "x": "1"',
    `Expected '{' before "x": 3`,
    'unknown value, expected one of ["a","b"]',
    "<path> is not a secret",
    "{id} is unknown",
  ].map((sentence, at) =>
    reads(`03-body-${at}`, "plain text with a piece of another language in it", 400, sentence, { message: sentence }),
  ),
  ...[
    'sage": "x"}}, {"a"',
    '{"token": "abc"} // end',
    "{'error': 'a dict of Python'}",
    "{error: 1}",
    "{secret",
    "ottom</p></body></html>",
    "<a><b>",
  ].map((document, at) =>
    reads(`03-rest-${at}`, "what is left of a document or a page is no message", 502, document, { message: /HTTP 502/ }),
  ),
  reads("03-hidden", "a page behind a character that nobody sees", 502, { detail: "\u200B<html>502" }, { message: /HTTP 502/ }),
  reads(
    "03-list-page",
    "a page in a list of problems",
    422,
    { detail: [{ loc: ["body", "x"], msg: "<!doctype html><p>502" }] },
    { issues: [] },
  ),
  reads("03-errors-page", "a page under errors", 422, { errors: ["<!doctype html><p>502"] }, { issues: [], message: /HTTP 422/ }),
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
  ...["bad request", "400 Bad Request", "HTTP 400 Bad Request", "invalid"].map((phrase, at) =>
    reads(
      `04-small-${at}`,
      "a phrase in small letters, or with the status, and one word",
      400,
      { error: phrase, detail: "limit must be at least 1" },
      { message: "limit must be at least 1", receivedCode: undefined },
    ),
  ),
  reads(
    "04-word",
    "one word as the message of the envelope",
    400,
    { error: { message: "error" }, detail: "limit is 1" },
    { message: "limit is 1" },
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
  reads(
    "05-nest",
    "several texts as the message (NestJS)",
    400,
    { statusCode: 400, message: ["name must be a string", "age must be positive"], error: "Bad Request" },
    {
      message: "name must be a string",
      receivedCode: undefined,
      issues: ["name must be a string", "age must be positive"].map((message) => ({ in: undefined, path: [], message, type: undefined })),
    },
  ),
  reads(
    "05-nested",
    "a map of maps (Django REST framework), an entry of a list among them, and a field about which nothing is said",
    400,
    { errors: { address: { city: ["required"] }, items: [{}, { name: ["too long"] }], email: [], age: 3 } },
    {
      issues: [
        { in: undefined, path: ["address", "city"], message: "required", type: undefined },
        { in: undefined, path: ["items", 1, "name"], message: "too long", type: undefined },
      ],
    },
  ),
  reads(
    "05-mongoose",
    "a map of objects with a message (Mongoose)",
    400,
    { errors: { name: { message: "required", kind: "required" } } },
    { issues: [{ in: undefined, path: ["name"], message: "required", type: undefined }] },
  ),
  reads(
    "05-scopes",
    "a list of words in the details of another failure",
    403,
    { error: { code: "X_1", message: "m", details: { scopes: ["a"] } } },
    { issues: [] },
  ),
  reads("05-suggestions", "a list of words beside a failure", 404, { suggestions: ["gpt-4o"] }, { issues: [], message: /HTTP 404/ }),
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
    id: "F10-later",
    fault: "a frame that reports no failure before the one that does, behind a byte order mark",
    answer: {
      status: 502,
      body: '\uFEFFdata: {"choices":[]}\n\nevent: error\ndata: {"code":"BACKEND_ERROR","message":"Provider failed"}\n\n',
    },
    expect: { status: 502 },
    byService: { scaigrid: { code: "BACKEND_ERROR", message: "Provider failed" } },
  },
  {
    id: "F10-text",
    fault: "an error frame whose data are words",
    answer: { status: 502, body: "event: error\ndata: Provider failed badly\n\n" },
    expect: { status: 502 },
    byService: { scaigrid: { message: "Provider failed badly" } },
  },
  {
    id: "F10-words",
    fault: "words that begin like a field are words, and no frame",
    answer: { status: 500, body: "error: it broke" },
    expect: { message: "error: it broke", receivedCode: undefined },
  },
];
