import { describe, expect, it } from "vitest";
import { ScaigridError, UNRECOGNIZED, scaigrid } from "../src/index.js";
import { vocabulary } from "./vocabulary.js";

describe("an error frame of an event stream", () => {
  it.each(vocabulary)("reports $code", ({ code }) => {
    const data = JSON.stringify({ code, message: "The stream broke off." });
    expect(scaigrid.fromEvent({ event: "error", data })).toMatchObject({
      code,
      codeFrom: "wire",
      status: undefined,
      requestId: undefined,
      message: "The stream broke off.",
      kind: scaigrid.codes[code as keyof typeof scaigrid.codes].kind,
    });
  });

  it("may come parsed, or in the envelope that answers have", () => {
    expect(scaigrid.fromEvent({ event: "error", data: { code: "BACKEND_ERROR" } })).toMatchObject({
      code: "BACKEND_ERROR",
      message: "BACKEND_ERROR",
    });
    const data = JSON.stringify({ status: "error", error: { code: "BACKEND_TIMEOUT", retry_after: 2 }, meta: { request_id: "req_9" } });
    expect(scaigrid.fromEvent({ event: "error", data })).toMatchObject({
      code: "BACKEND_TIMEOUT",
      requestId: "req_9",
      retry: { policy: "backoff", afterMs: 2000 },
    });
  });

  it("has the hint of a rate limit", () => {
    expect(scaigrid.fromEvent({ event: "error", data: '{"code":"RATE_LIMITED","retry_after":4}' })?.details).toEqual({ retry_after: 4 });
  });

  it.each(["", "[DONE]", '{"code":"BACKEND', "null", "7", '"BACKEND_ERROR"'])(
    "is an error even where its data says nothing: %j",
    (data) => {
      const error = scaigrid.fromEvent({ event: "error", data });
      expect(error).toBeInstanceOf(ScaigridError);
      expect(error).toMatchObject({ code: UNRECOGNIZED, kind: "unknown", status: undefined, retry: { policy: "never" } });
    },
  );
});

describe("an error object in a frame without a name of its own", () => {
  it.each([
    { event: undefined, data: '{"error":{"code":"BACKEND_ERROR","message":"m"}}' },
    { event: "message", data: '{"choices":[],"error":{"code":"BACKEND_ERROR"}}' },
    { event: "", data: { error: { code: "BACKEND_ERROR" } } },
    { event: "Error", data: '{"code":"BACKEND_ERROR"}' },
    { event: "ERROR", data: '{"error":{"code":"BACKEND_ERROR"}}' },
  ])("is a failure: %j", (frame) => {
    expect(scaigrid.fromEvent(frame)).toMatchObject({ code: "BACKEND_ERROR" });
  });
});

describe("any other frame", () => {
  it.each([
    { data: "[DONE]" },
    { event: "message", data: '{"code":"BACKEND_ERROR"}' },
    { event: "progress", data: '{"error":{"code":"BACKEND_ERROR"}}' },
    { data: '{"error":null,"choices":[]}' },
    { data: '{"error":{}}' },
    { data: '{"error":""}' },
    { event: "error", data: undefined },
  ])("is none: %j", (frame) => {
    expect(scaigrid.fromEvent(frame)).toBeUndefined();
  });
});
