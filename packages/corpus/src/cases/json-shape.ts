import type { FieldIssue } from "@scai-errors/core";
import type { HostileCase } from "../case.js";

const status = 422;

/** Whatever the body is, this is all that is known. */
const onlyStatus = { status, receivedCode: undefined, requestId: undefined, issues: [] } as const;

/** A body that says nothing. */
function silent(id: string, fault: string, body: unknown): HostileCase {
  return { id, fault, answer: { status, body }, expect: { ...onlyStatus, message: /HTTP 422/ } };
}

/** A body that says one thing: a message. */
function says(id: string, fault: string, body: unknown, message: string): HostileCase {
  return { id, fault, answer: { status, body }, expect: { status, message, receivedCode: undefined } };
}

function listed(id: string, fault: string, detail: unknown, issues: readonly FieldIssue[], message?: string): HostileCase {
  return { id, fault, answer: { status, body: { detail } }, expect: { status, issues, ...(message === undefined ? {} : { message }) } };
}

function strangeCode(id: string, fault: string, code: unknown, receivedCode?: string): HostileCase {
  return {
    id: `D67-${id}`,
    fault,
    answer: { status: 429, body: { error: { code, message: "Said so" } } },
    expect: { message: "Said so", receivedCode, kind: "rate_limited" },
    byFamily: { error: { code: "UNRECOGNIZED" }, detail: {} },
  };
}

const nested = (levels: number, open: string, close: string, inside = ""): string => open.repeat(levels) + inside + close.repeat(levels);

/** Enough to be far beyond every bound. What a hundred thousand cost is measured in `cost.test.ts`. */
const many = 100_000;

/** Section D, first half: JSON that is well formed and not what anyone expects. */
export const jsonShape: readonly HostileCase[] = [
  ...[40, 5000, 100_000].flatMap((levels): HostileCase[] => [
    {
      ...silent(`D58-lists-${levels}`, `${levels} lists inside each other`, ""),
      answer: () => ({ status, body: nested(levels, "[", "]") }),
    },
    {
      ...silent(`D58-objects-${levels}`, `${levels} objects inside each other`, ""),
      answer: () => ({ status, body: nested(levels, '{"a":', "}", "1") }),
    },
    {
      id: `D58-details-${levels}`,
      fault: `${levels} levels inside the details: printing, cloning and comparing have to survive them`,
      answer: () => ({
        status,
        body: `{"error":{"code":"NEW_FAILURE","message":"Said so","details":${nested(levels, '{"a":[', "]}", "1")}}}`,
      }),
      expect: { status, message: "Said so", receivedCode: "NEW_FAILURE" },
    },
    {
      id: `D58-loc-${levels}`,
      fault: `a path of ${levels} levels`,
      answer: () => ({ status, body: `{"detail":[{"loc":${nested(levels, "[", "]", '"x"')},"msg":"Wrong"}]}` }),
      expect: { status, issueCount: 1 },
    },
    {
      id: `D58-error-${levels}`,
      fault: `${levels} envelopes inside each other: only the outermost counts`,
      answer: () => ({ status, body: nested(levels, '{"error":', "}", '{"code":"NEW_FAILURE","message":"Said so"}') }),
      expect: { status, receivedCode: undefined },
    },
  ]),
  {
    id: "D59-keys",
    fault: "a hundred thousand keys in the details",
    answer: () => ({
      status,
      body: `{"error":{"message":"Said so","details":{${Array.from({ length: many }, (_, at) => `"k${at}":${at}`).join()}}}}`,
    }),
    expect: { status, message: "Said so" },
  },
  {
    id: "D59-issues",
    fault: "a hundred thousand problems",
    answer: () => ({
      status,
      body: `{"detail":[${Array.from({ length: many }, (_, at) => `{"loc":["body",${at}],"msg":"Wrong"}`).join()}]}`,
    }),
    expect: { status, issueCount: 100 },
  },
  {
    id: "D59-key",
    fault: "a key of a hundred thousand characters",
    answer: () => ({ status, body: `{"error":{"message":"Said so","${"k".repeat(many)}":1}}` }),
    expect: { status, message: "Said so" },
  },
  {
    id: "D59-key-details",
    fault: "a key of a hundred thousand characters in the details",
    answer: () => ({ status, body: `{"error":{"message":"Said so","details":{"${"k".repeat(many)}":1}}}` }),
    expect: { status, message: "Said so" },
  },
  {
    id: "D59-loc",
    fault: "a path of a hundred thousand steps",
    answer: () => ({ status, body: `{"detail":[{"loc":[${Array.from({ length: many }, () => '"a"').join()}],"msg":"Wrong"}]}` }),
    expect: { status, issueCount: 1 },
  },
  {
    id: "D59-field",
    fault: "a field name with a hundred thousand dots",
    answer: () => ({ status, body: { error: { message: "Said so", details: [{ field: ".".repeat(many), message: "Wrong" }] } } }),
    expect: { status, message: "Said so" },
  },
  {
    id: "D60-proto",
    fault: "a member that would set the prototype of whatever it is copied to",
    answer: {
      status,
      body: '{"__proto__":{"polluted":1},"error":{"__proto__":{"code":"X","polluted":1},"message":"Said so","details":{"__proto__":{"polluted":1},"a":1}}}',
    },
    expect: { message: "Said so", receivedCode: undefined },
  },
  {
    id: "D60-constructor",
    fault: "a path to the prototype of all objects",
    answer: {
      status,
      body: '{"error":{"constructor":{"prototype":{"polluted":1}},"message":"Said so","details":{"constructor":{"prototype":{"polluted":1}}}}}',
    },
    expect: { message: "Said so" },
  },
  {
    id: "D60-issue",
    fault: "the same as the name of a field",
    answer: { status, body: '{"detail":[{"loc":["body","__proto__","polluted"],"msg":"Wrong"}]}' },
    expect: { issues: [{ in: "body", path: ["__proto__", "polluted"], message: "Wrong" }] },
  },
  {
    id: "D60-own",
    fault: "members named like the error's own fields",
    answer: {
      status,
      body: '{"error":{"message":"Said so","name":"TypeError","stack":"at evil","status":200,"service":"other","kind":"internal","retry":{"policy":"backoff"},"cause":"x","toJSON":1,"is":1}}',
    },
    expect: { status, message: "Said so", policy: "never", kind: "invalid_argument" },
  },
  ...["message", "code", "request_id", "retry_after", "details"].map((field): HostileCase => ({
    id: `D61-${field}`,
    fault: `an object that throws when it is made a string, as ${field}`,
    answer: { status, body: { error: { [field]: { toString: null, valueOf: null } } } },
    expect: { status, receivedCode: undefined, requestId: undefined, afterMs: undefined, message: /HTTP 422/ },
  })),
  {
    id: "D61-issue",
    fault: "the same inside a list of problems",
    answer: {
      status,
      body: {
        detail: [
          { loc: [{ toString: null }], msg: { toString: null }, type: { toString: null } },
          { loc: null, msg: "Wrong" },
        ],
      },
    },
    expect: { status, issues: [{ path: [], message: "Wrong" }] },
  },
  silent("D62-null", "null as the whole body", "null"),
  silent("D62-true", "true as the whole body", "true"),
  silent("D62-number", "a number as the whole body", "42"),
  silent("D62-empty-string", "an empty string as the whole body", '""'),
  silent("D62-list", "an empty list as the whole body", "[]"),
  silent("D62-numbers", "a list of numbers as the whole body", "[1,2]"),
  silent("D62-object", "an empty object", "{}"),
  silent("D62-blank", "nothing but blanks", " \r\n\t "),
  says("D62-string", "a string as the whole body", '"boom"', "boom"),
  silent("D63-error-null", "an envelope without its content", { error: null }),
  silent("D63-error-list", "an envelope that is an empty list", { error: [] }),
  silent("D63-error-number", "an envelope that is a number", { error: 42 }),
  silent("D63-detail-null", "a detail that is null", { detail: null }),
  silent("D63-detail-empty", "a detail that is an empty string", { detail: "" }),
  {
    id: "D63-detail-object",
    fault: "envelopes that are empty objects",
    answer: { status, body: { detail: {}, error: {} } },
    expect: { receivedCode: undefined, issues: [], message: /HTTP 422/ },
  },
  says("D63-error-text", "an envelope that is a text", { error: "It broke" }, "It broke"),
  says("D63-detail-text", "a detail that is a text", { detail: "Not Found" }, "Not Found"),
  listed(
    "D64-v1",
    "a problem as pydantic 1 writes it",
    [{ loc: ["body", "name"], msg: "field required", type: "value_error.missing" }],
    [{ in: "body", path: ["name"], message: "field required", type: "value_error.missing" }],
    "name: field required",
  ),
  listed(
    "D64-v2",
    "problems as pydantic 2 writes them, with what the caller sent",
    [
      { type: "missing", loc: ["query", "q"], msg: "Field required", input: null, url: "https://errors.test/missing" },
      { type: "int_parsing", loc: ["body", "items", 0, "n"], msg: "Input should be a valid integer", input: "secret", ctx: { error: {} } },
    ],
    [
      { in: "query", path: ["q"], message: "Field required", type: "missing" },
      { in: "body", path: ["items", 0, "n"], message: "Input should be a valid integer", type: "int_parsing" },
    ],
    "q: Field required",
  ),
  listed(
    "D64-no-message",
    "a problem that says only its type",
    [{ loc: ["body"], type: "missing" }],
    [{ in: "body", path: [], message: "missing", type: "missing" }],
  ),
  listed("D64-nothing", "a problem that says nothing", [{ loc: ["body", "a"] }, {}], []),
  listed(
    "D64-strings",
    "problems that are bare texts",
    ["First", "Second"],
    [
      { path: [], message: "First" },
      { path: [], message: "Second" },
    ],
  ),
  listed(
    "D64-mixed",
    "a list of anything",
    [null, 1, [], "Text", { msg: "Wrong", loc: "name" }],
    [
      { path: [], message: "Text" },
      { path: ["name"], message: "Wrong" },
    ],
  ),
  listed(
    "D64-numbers",
    "steps that are numbers, text that looks like a number, and no step at all",
    [{ loc: ["path", 3, "4", null, {}, 1.5], msg: "Wrong" }],
    [{ in: "path", path: [3, "4", 1.5], message: "Wrong" }],
  ),
  {
    id: "D64-object",
    fault: "a detail that is an object with a text of its own",
    answer: { status: 409, body: { detail: { message: "Record already exists", field: "name", conflicts: ["r1", "r2"] } } },
    expect: { message: "Record already exists" },
  },
  {
    id: "D65",
    fault: "both shapes at once: the service's own counts, and the other fills in what it leaves out",
    answer: { status: 404, body: { error: { code: "NEW_FAILURE", message: "From error" }, detail: "From detail" } },
    expect: { receivedCode: "NEW_FAILURE" },
    byOrder: { error: { message: "From error" }, detail: { message: "From detail" } },
  },
  ...Object.entries({
    list: [{ field: "a", message: "Wrong" }],
    object: { dimension: "token", limit: 1000 },
    string: "see the log",
    number: 42,
    null: null,
    boolean: false,
  }).map(([name, details]): HostileCase => ({
    id: `D66-${name}`,
    fault: "details of one of the shapes that services send",
    answer: { status, body: { error: { code: "NEW_FAILURE", message: "Said so", details } } },
    expect: { message: "Said so", issueCount: name === "list" ? 1 : 0 },
  })),
  strangeCode("number", "a code that is a number", 429),
  strangeCode("boolean", "a code that is a boolean", true),
  strangeCode("object", "a code that is an object", { name: "RATE_LIMITED" }),
  strangeCode("list", "a code that is a list of one", ["RATE_LIMITED"]),
  strangeCode("empty", "an empty code", ""),
  strangeCode("blank", "a code of blanks", "  "),
  {
    id: "D67-huge",
    fault: "a code of 100 kB",
    answer: () => ({ status: 429, body: { error: { code: "C".repeat(many), message: "Said so" } } }),
    expect: { receivedCode: "C".repeat(1024), message: "Said so" },
  },
  ...["429", "429 Too Many", 429.5, Infinity, null, {}].map((claimed, at): HostileCase => ({
    id: `D68-${at}`,
    fault: "a status in the body, of a type that no status has",
    answer: { status: 503, body: { status: claimed, error: { status: claimed, message: "Said so" } } },
    expect: { status: 503, kind: "unavailable" },
  })),
  {
    id: "D69",
    fault: "a key that is there twice: the last one counts, as in every JavaScript engine",
    answer: { status, body: '{"error":{"code":"FIRST","code":"SECOND","message":"a","message":"b"}}' },
    expect: { receivedCode: "SECOND", message: "b" },
  },
  {
    id: "D70",
    fault: "a request id that is a number too large to be exact: a wrong id would be worse than none",
    answer: {
      status,
      body: '{"error":{"message":"Said so","request_id":12345678901234567890},"meta":{"request_id":12345678901234567890}}',
    },
    expect: { requestId: undefined },
  },
  {
    id: "D70-header",
    fault: "the same, with a readable one in the headers",
    answer: { status, headers: { "x-request-id": "req_2" }, body: '{"error":{"message":"Said so"},"meta":{}}' },
    expect: { requestId: "req_2" },
  },
  {
    id: "D71-lines",
    fault: "a request id with line breaks",
    answer: { status, body: { error: { request_id: "req_1\r\nX-Evil: 1" }, meta: { request_id: "req_1\r\nX-Evil: 1" } } },
    expect: { requestId: "req_1 X-Evil: 1" },
  },
  {
    id: "D71-huge",
    fault: "a request id of 100 kB",
    answer: () => ({ status, body: { error: { request_id: "r".repeat(many) }, meta: { request_id: "r".repeat(many) } } }),
    expect: { requestId: "r".repeat(1024) },
  },
  {
    id: "D71-markup",
    fault: "a request id with markup: text, and whoever shows it has to show it as text",
    answer: { status, body: { error: { request_id: "<b>1</b>" } } },
    expect: { requestId: "<b>1</b>" },
  },
];
