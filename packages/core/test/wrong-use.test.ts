import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  type CloseFrame,
  type EventFrame,
  type ReadOptions,
  type ResponseLike,
  errorFrom,
  partsOfClose,
  partsOfEvent,
} from "../src/index.js";
import { depotRows, shop } from "./example.js";

/** What no type checker would let through, as JavaScript does. */
const decode = (answer: unknown): unknown => shop.decode(answer as Answer);
const body = '{"error":{"code":"NO_SUCH_ITEM"}}';

describe("decode is given", () => {
  it.each<[string, unknown, RegExp]>([
    ["a Response", new Response(body, { status: 404 }), /was given a Response.*Call await shop\.fromResponse\(response\)\.$/],
    ["a stream as body", { status: 404, body: new Response(body).body }, /was given a stream as body.*fromResponse/],
    ["a stream of Node as body", { status: 404, body: Readable.from([body]) }, /was given a stream as body/],
    ["a Blob as body", { status: 404, body: new Blob([body]) }, /was given a Blob as body/],
    ["a promise as body", { status: 404, body: Promise.resolve(body) }, /was given a promise as body/],
    ["the response of axios", { status: 404, headers: {}, data: { error: {} } }, /Pass \{ status, headers, body: response\.data \}\.$/],
    ["what wretch throws", Object.assign(new Error("m"), { status: 404, text: () => body }), /was given a Response/],
    ["a response of Node", { statusCode: 404, headers: {} }, /statusCode/],
    ["nothing", undefined, /expects a response with a status\.$/],
    ["a status that is a text", { status: "404" }, /expects a response with a status\.$/],
  ])("%s: a TypeError that names the right call", (_, answer, message) => {
    expect(() => decode(answer)).toThrow(TypeError);
    expect(() => decode(answer)).toThrow(message);
    expect(() => shop.describe(answer as Answer)).toThrow(message);
  });

  it("data beside body: nothing is lost, so nothing is wrong", () => {
    expect(decode({ status: 404, body, data: 1 })).toMatchObject({ code: "NO_SUCH_ITEM" });
  });

  it("members that throw: a hostile answer is no mistake of the caller", () => {
    const answer = {
      status: 404,
      get body(): unknown {
        throw new Error("no");
      },
    };
    expect(() => decode(answer)).not.toThrow(TypeError);
  });

  it("what the types refuse", () => {
    const refused = [
      // @ts-expect-error -- a Response has a text()
      () => shop.decode(new Response(body)),
      // @ts-expect-error -- axios has data
      () => shop.decode({ status: 404, data: {} }),
      // @ts-expect-error -- Node has statusCode
      () => shop.decode({ statusCode: 404 }),
    ];
    for (const one of refused) expect(one).toThrow(TypeError);
  });
});

describe("fromResponse is given", () => {
  it.each<unknown>([undefined, null, {}, "response", { status: "404" }, { ok: false }, new Error("m")])(
    "%j: a TypeError",
    async (response) => {
      await expect(shop.fromResponse(response as ResponseLike)).rejects.toThrow("shop.fromResponse() expects a response with a status.");
    },
  );

  it("a response that was read before: the error says so", async () => {
    const response = new Response(body, { status: 404, headers: { "x-request-id": "r" } });
    await response.text();
    await expect(shop.fromResponse(response)).resolves.toMatchObject({
      code: "UNRECOGNIZED",
      status: 404,
      requestId: "r",
      message: "The body of this response was read before; only its status and headers are known (HTTP 404)",
    });
  });

  it("one that is empty: the error does not say so", async () => {
    await expect(shop.fromResponse(new Response(null, { status: 404 }))).resolves.toMatchObject({
      message: "No readable error (HTTP 404)",
    });
  });
});

describe("fromResponse is given as options", () => {
  const { signal } = new AbortController();

  it.each<[string, unknown, string]>([
    ["an AbortController as signal", { signal: new AbortController() }, "signal"],
    ["a signal that cannot be listened to", { signal: { aborted: false } }, "signal"],
    ["what is aborted by nobody", { signal: new EventTarget() }, "signal"],
    ["a signal that is a text", { signal: "abort" }, "signal"],
    ["a signal that cannot be looked at", { signal: Proxy.revocable({}, {}).proxy }, "signal"],
    ["bytes that are a text", { maxBytes: "1024" }, "maxBytes"],
    ["bytes that are no number", { maxBytes: Number.NaN }, "maxBytes"],
    ["fewer bytes than none", { maxBytes: -1 }, "maxBytes"],
    ["a time that is a text", { timeoutMs: "5s" }, "timeoutMs"],
    ["a time that is null", { timeoutMs: null }, "timeoutMs"],
    ["a number", 5000, "options"],
    ["a signal", signal, "options"],
  ])("%s: a TypeError at once, and nothing is read", async (_, options, wrong) => {
    const sentence = `expects ${wrong} as in { maxBytes: 1024, timeoutMs: 500, signal: controller.signal }.`;
    const response = new Response(body, { status: 404 });
    await expect(shop.fromResponse(response, options as ReadOptions)).rejects.toThrow(new TypeError(`shop.fromResponse() ${sentence}`));
    await expect(errorFrom(shop, response, options as ReadOptions)).rejects.toThrow(new TypeError(`errorFrom() ${sentence}`));
    expect(response.bodyUsed).toBe(false);
  });

  it("is a mistake of errorFrom's caller whatever was caught", async () => {
    await expect(errorFrom(shop, undefined, { maxBytes: -1 })).rejects.toThrow(TypeError);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["no options", {}],
    ["null", null],
    ["options that are absent", { maxBytes: undefined, timeoutMs: undefined, signal: undefined }],
    ["what a request has as signal", { signal: null }],
    ["no limits", { maxBytes: Infinity, timeoutMs: Infinity, signal }],
    ["a signal of another make", { signal: { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined } }],
  ])("%s: as it was", async (_, options) => {
    const read = shop.fromResponse(new Response(body, { status: 404 }), options as ReadOptions);
    await expect(read).resolves.toMatchObject({ code: "NO_SUCH_ITEM" });
  });
});

describe("fromEvent and fromClose are given", () => {
  it.each<unknown>([undefined, null, 4429, "error"])("%j: a TypeError", (value) => {
    expect(() => partsOfEvent(value as EventFrame, shop.wire)).toThrow(/^fromEvent\(\) expects a frame/);
    expect(() => partsOfClose(depotRows, value as CloseFrame)).toThrow(/^fromClose\(\) expects a WebSocket's close event/);
  });

  it.each<unknown>([{}, { code: {} }, { code: "1006" }, { code: Number.NaN }, { code: 1.5 }])("the close %j: a TypeError", (value) => {
    expect(() => partsOfClose(depotRows, value as CloseFrame)).toThrow(/whole number, such as 1006\.$/);
  });

  it("a close whose reason is a page, which is no message", () => {
    expect(partsOfClose(depotRows, { code: 1011, reason: "<html><title>502</title></html>" })?.message).toBe("Closed with 1011");
  });

  it("a close as the package ws hands it out, with the reason as bytes", () => {
    expect(partsOfClose(depotRows, { code: 1011, reason: Buffer.from("going away") })?.message).toBe("going away");
  });
});
