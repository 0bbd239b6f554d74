import { describe, expect, it } from "vitest";
import { type Content, type WireFormat, bodyOf, detailFirst, errorFirst, writeBody } from "../src/index.js";

const plain: WireFormat = { layers: errorFirst, sendsCodes: true };
const withId: WireFormat = { ...plain, requestId: "error" };
const withMeta: WireFormat = { ...plain, requestId: "meta" };
const detail: WireFormat = { layers: detailFirst, sendsCodes: false };

/** As little as an answer can say. */
const little: Content = {
  code: "SOLD_OUT",
  message: "No tea",
  details: undefined,
  issues: [],
  requestId: undefined,
  retryAfter: undefined,
};
const issues = [
  { in: "body", path: ["items", 0, "name"], message: "Field required", type: "missing" },
  { path: ["size"], message: "Too large" },
] as const;
const all: Content = { ...little, details: { item: "tea" }, issues, requestId: "req_7", retryAfter: 3 };

describe("an envelope with a code", () => {
  it("has no more than is known", () => {
    for (const wire of [plain, withId]) expect(bodyOf(wire, little)).toEqual({ error: { code: "SOLD_OUT", message: "No tea" } });
    expect(bodyOf(withMeta, little)).toEqual({ status: "error", error: { code: "SOLD_OUT", message: "No tea" } });
    expect(Object.keys(bodyOf(plain, little))).toEqual(["error"]);
    expect(Object.keys(bodyOf(withMeta, little))).toEqual(["status", "error"]);
    expect(Object.keys(bodyOf(withMeta, little)["error"] as object)).toEqual(["code", "message"]);
  });

  it("has the request id where the service has it, and the wait only beside `meta`", () => {
    expect(bodyOf(plain, all)).toEqual({ error: { code: "SOLD_OUT", message: "No tea", details: { item: "tea" } } });
    expect(bodyOf(withId, all)).toEqual({ error: { code: "SOLD_OUT", message: "No tea", details: { item: "tea" }, request_id: "req_7" } });
    expect(bodyOf(withMeta, all)).toEqual({
      status: "error",
      error: { code: "SOLD_OUT", message: "No tea", retry_after: 3, details: { item: "tea" } },
      meta: { request_id: "req_7" },
    });
  });

  it("has the problems of fields where there are no other details", () => {
    const problems = [
      { field: "items.0.name", message: "Field required" },
      { field: "size", message: "Too large" },
    ];
    expect(bodyOf(plain, { ...little, issues })).toEqual({ error: { code: "SOLD_OUT", message: "No tea", details: { fields: problems } } });
    expect(bodyOf(withMeta, { ...little, issues })).toEqual({
      status: "error",
      error: { code: "SOLD_OUT", message: "No tea", details: problems },
    });
  });

  it("has details that are a number, too", () => {
    expect(bodyOf(plain, { ...little, details: 0 })).toEqual({ error: { code: "SOLD_OUT", message: "No tea", details: 0 } });
  });
});

describe("FastAPI's envelope", () => {
  it("is the message alone, or with what else there is to say", () => {
    expect(bodyOf(detail, little)).toEqual({ detail: "No tea" });
    expect(bodyOf(detail, { ...little, details: { item: "tea" } })).toEqual({ detail: { message: "No tea", item: "tea" } });
    expect(bodyOf(detail, { ...little, details: ["tea"] })).toEqual({ detail: ["tea"] });
    expect(bodyOf(detail, { ...little, details: "tea" })).toEqual({ detail: "tea" });
  });

  it("is the list of problems where there are some, with the part of the request in front of the way", () => {
    expect(bodyOf(detail, all)).toEqual({
      detail: [
        { loc: ["body", "items", 0, "name"], msg: "Field required", type: "missing" },
        { loc: ["size"], msg: "Too large", type: "value_error" },
      ],
    });
  });
});

describe("a body", () => {
  it("is JSON, and says so", () => {
    expect(writeBody(plain, little)).toEqual({
      headers: { "content-type": "application/json" },
      body: '{"error":{"code":"SOLD_OUT","message":"No tea"}}',
    });
  });

  it("is what the service writes itself, where it does", () => {
    const written = { headers: { "content-type": "application/xml" }, body: "<error/>" };
    expect(writeBody({ ...plain, write: ({ code }) => ({ ...written, body: `<error>${code}</error>` }) }, little)).toEqual({
      ...written,
      body: "<error>SOLD_OUT</error>",
    });
  });
});
