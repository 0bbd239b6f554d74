import { Readable } from "node:stream";
import { describe, expect, it, vi } from "vitest";
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

/** What is right for every client's response: one of these two. */
const parts = (status = "status", kept = "body"): string =>
  `Call shop.decode({ ${status}, headers, ${kept} }) once the body is read, or await errorFrom(shop, response).`;
const caughtCall = "Call await errorFrom(shop, caught).";
const awaitIt = "Await the promise first.";
const withoutStatus = "expects a response with a status.";

const headers = { "content-type": "application/json" };
const parsed: unknown = JSON.parse(body);
const axios = { status: 404, headers, data: parsed, config: {}, request: {} };
const angular = { status: 404, headers: new Headers(), error: parsed, name: "HttpErrorResponse", message: "Http failure response" };
async function* chunks(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(body));
}
const text = (): Promise<string> => Promise.resolve(body);
function failed(members: object): Error {
  return Object.assign(new Error("Request failed"), members);
}

describe("decode is given", () => {
  it.each<[string, unknown, string]>([
    ["a Response", new Response(body, { status: 404 }), "was given a Response. Call await shop.fromResponse(response)."],
    ["a mock of one", { status: 404, headers, text: () => body }, "was given a Response. Call await shop.fromResponse(response)."],
    ["a stream as body", { status: 404, body: new Response(body).body }, `was given a stream as body. ${parts()}`],
    ["a stream of Node as body", { status: 404, body: Readable.from([body]) }, `was given a stream as body. ${parts()}`],
    ["an old stream as body", { status: 404, body: { pipe: () => undefined } }, `was given a stream as body. ${parts()}`],
    ["an iterator as body", { status: 404, body: chunks() }, `was given a stream as body. ${parts()}`],
    ["a Blob as body", { status: 404, body: new Blob([body]) }, `was given a Blob as body. ${parts()}`],
    ["an old Blob as body", { status: 404, body: { size: 9, slice: () => undefined } }, `was given a Blob as body. ${parts()}`],
    ["a promise as body", { status: 404, body: Promise.resolve(body) }, `was given a promise as body. ${parts()}`],
    ["a Response as body", { status: 404, body: new Response(body) }, `was given a Response as body. ${parts()}`],
    ["a body that has its text to await", { status: 404, body: { text: () => body } }, `was given a Response as body. ${parts()}`],
    ["a function as body", { status: 404, body: () => body }, `was given a function as body. ${parts()}`],
    ["the response of axios", axios, `was given data and no body. ${parts("status", "body: response.data")}`],
    ["a text of its own", { status: 404, text: body }, `was given text and no body. ${parts("status", "body: response.text")}`],
    ["what Angular throws", angular, `was given error and no body. ${parts("status", "body: response.error")}`],
    [
      "a response of Node",
      Object.assign(Readable.from([body]), { statusCode: 404, headers }),
      `${withoutStatus} ${parts("status: response.statusCode")}`,
    ],
    ["what ky and axios throw", failed({ response: axios }), `${withoutStatus} ${caughtCall}`],
    ["what axios throws since 1.7", failed({ status: 404, response: axios }), `was given an error. ${caughtCall}`],
    ["what wretch throws", failed({ status: 404, text: body, response: new Response(body) }), `was given an error. ${caughtCall}`],
    ["what openai throws", failed({ status: 404, headers, error: parsed }), `was given an error. ${caughtCall}`],
    ["an error of its own", shop.decode({ status: 404, body }), `was given an error. ${caughtCall}`],
    ["the JSON of an error of its own", shop.decode({ status: 404, body }).toJSON(), `was given an error. ${caughtCall}`],
    ["what wraps a response", { status: 404, response: axios }, `was given an error. ${caughtCall}`],
    ["what openapi-fetch returns", { error: parsed, response: new Response(body) }, `${withoutStatus} ${caughtCall}`],
    ["a promise", Promise.resolve({ status: 404, body }), `${withoutStatus} ${awaitIt}`],
    ["a text", body, `${withoutStatus} ${parts()}`],
    ["a parsed body", parsed, `${withoutStatus} ${parts()}`],
    ["nothing", undefined, `${withoutStatus} ${parts()}`],
    ["a status that is a text", { status: "404" }, `${withoutStatus} ${parts()}`],
  ])("%s: a TypeError that names the right call", (_, answer, sentence) => {
    const told = (call: string): TypeError => new TypeError(`${call} ${sentence}`);
    expect(() => decode(answer)).toThrow(told("shop.decode()"));
    expect(() => shop.describe(answer as Answer)).toThrow(told("shop.decode()"));
  });

  it.each<[string, object]>([
    ["an error with the body", failed({ status: 404, body })],
    ["an error with the parsed body", failed({ status: 404, body: parsed })],
    ["bytes", { body: new TextEncoder().encode(body) }],
    ["the buffer of bytes", { body: new TextEncoder().encode(body).buffer }],
    ["bytes of Node", { body: Buffer.from(body) }],
    ["a view of bytes", { body: new DataView(new TextEncoder().encode(body).buffer) }],
    ["a list", { body: [parsed] }],
    [
      "an object that a class made",
      {
        body: new (class Answered {
          error = { code: "NO_SUCH_ITEM" };
          size = 1;
          toJSON() {
            return this.error;
          }
        })(),
      },
    ],
  ])("%s: reads it", (_, answer) => {
    expect(decode({ status: 404, ...answer })).toMatchObject({ code: "NO_SUCH_ITEM", status: 404 });
  });

  it.each<unknown>([undefined, null, "", 0, false])("the body %j: takes it for none", (none) => {
    expect(decode({ status: 404, headers, body: none })).toMatchObject({ status: 404, code: "UNRECOGNIZED" });
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
  it.each<[string, unknown, string]>([
    ["nothing", undefined, `${withoutStatus} ${parts()}`],
    ["null", null, `${withoutStatus} ${parts()}`],
    ["an object", {}, `${withoutStatus} ${parts()}`],
    ["a text", "response", `${withoutStatus} ${parts()}`],
    ["a status that is a text", { status: "404" }, `${withoutStatus} ${parts()}`],
    ["no status", { ok: false }, `${withoutStatus} ${parts()}`],
    ["an error", new Error("m"), `${withoutStatus} ${caughtCall}`],
    ["a promise", Promise.resolve(new Response(body)), `${withoutStatus} ${awaitIt}`],
    ["what got and ky throw", failed({ response: new Response(body) }), `${withoutStatus} ${caughtCall}`],
    ["what axios throws since 1.7", failed({ status: 404, response: axios }), `was given no Response. ${caughtCall}`],
    ["what openai throws", failed({ status: 404, headers, error: parsed }), `was given no Response. ${caughtCall}`],
    ["an error with its body", failed({ status: 404, body: parsed }), `was given no Response. ${caughtCall}`],
    ["the response of axios", axios, `was given no Response. ${parts("status", "body: response.data")}`],
    [
      "the response of axios, with a stream",
      { ...axios, data: new Response(body).body },
      `was given no Response. ${parts("status", "body: response.data")}`,
    ],
    ["what Angular throws", angular, `was given no Response. ${parts("status", "body: response.error")}`],
    ["the response of superagent", { status: 404, headers, text: body, body: parsed }, `was given no Response. ${parts()}`],
    [
      "the response of Node",
      Object.assign(Readable.from([body]), { statusCode: 404, headers }),
      `${withoutStatus} ${parts("status: response.statusCode")}`,
    ],
    [
      "the response of undici's request",
      { statusCode: 404, headers, body: { text: () => body } },
      `${withoutStatus} ${parts("status: response.statusCode")}`,
    ],
    [
      "a mock that has no text",
      { ok: false, status: 404, json: () => Promise.resolve(parsed) },
      "was given a response without text(). Pass new Response(text, { status }).",
    ],
    ["the JSON of an error", shop.decode({ status: 404, body }).toJSON(), `was given no Response. ${caughtCall}`],
    ["a body that is a text", { status: 404, headers, body }, `was given no Response. ${parts()}`],
    ["a body that is an empty text", { status: 404, headers, body: "" }, `was given no Response. ${parts()}`],
    ["a body that was parsed", { status: 404, headers, body: parsed }, `was given no Response. ${parts()}`],
    ["a body of bytes", { status: 404, headers, body: Buffer.from(body) }, `was given no Response. ${parts()}`],
    ["a body that is a stream of Node", { status: 404, headers, body: Readable.from([body]) }, `was given no Response. ${parts()}`],
    ["a body that is a Blob", { status: 404, headers, body: new Blob([body]) }, `was given no Response. ${parts()}`],
    ["a body that has its text to await", { status: 404, headers, body: { text: () => body } }, `was given no Response. ${parts()}`],
  ])("%s: a TypeError that names the right call", async (_, response, sentence) => {
    const told = new TypeError(`shop.fromResponse() ${sentence}`);
    await expect(shop.fromResponse(response as ResponseLike)).rejects.toThrow(told);
  });

  it.each<[string, object]>([
    ["the platform's", new Response(body, { status: 404 })],
    ["one of node-fetch, whose body is a stream of Node", { status: 404, headers, body: Readable.from([body]), text }],
    ["one that has a stream and no text()", { status: 404, headers, body: new Response(body).body, json: () => Promise.resolve(parsed) }],
    ["one of React Native, which has no body", { status: 404, headers, body: undefined, text }],
    ["one of a polyfill, which keeps its body elsewhere", { status: 404, headers, _bodyInit: body, text }],
    ["a mock with a text", { status: 404, headers: { get: () => null }, text }],
    ["one of ofetch, which has the parsed body too", Object.assign(new Response(body, { status: 404 }), { _data: parsed })],
    ["a mock of a library with a text and data", { status: 404, headers, data: parsed, text }],
    ["a web stream with its status", { status: 404, headers, body: new Response(body).body }],
    ["a reader of another make", { status: 404, headers, body: { getReader: () => new Response(body).body?.getReader() } }],
  ])("a response, %s: reads it", async (_, response) => {
    await expect(shop.fromResponse(response as ResponseLike)).resolves.toMatchObject({ code: "NO_SUCH_ITEM", status: 404 });
  });

  it("a response, and no member is touched that node-fetch warns of", async () => {
    const data = vi.fn();
    const response = Object.defineProperty({ status: 404, headers: new Headers(), text }, "data", { get: data });
    await expect(shop.fromResponse(response)).resolves.toMatchObject({ code: "NO_SUCH_ITEM" });
    expect(data).not.toHaveBeenCalled();
  });

  it.each<[string, object]>([
    ["null", { body: null }],
    ["undefined", { body: undefined }],
    ["missing", {}],
  ])("a response whose body is %s: takes it for none", async (_, members) => {
    const response = { status: 404, headers: new Headers(), ...members };
    await expect(shop.fromResponse(response)).resolves.toMatchObject({ code: "UNRECOGNIZED", status: 404 });
  });

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

  it("a response that somebody else reads: the error says so", async () => {
    const response = new Response(body, { status: 404 });
    response.body?.getReader();
    expect(response.bodyUsed).toBe(false);
    const message = "The body of this response was read before; only its status and headers are known (HTTP 404)";
    await expect(shop.fromResponse(response)).resolves.toMatchObject({ code: "UNRECOGNIZED", status: 404, message });
    await expect(shop.fromResponse({ status: 404, headers: new Headers(), body: response.body })).resolves.toMatchObject({ message });
  });

  it("a response without a stream, whose text cannot be had twice: the error says so", async () => {
    const response = {
      status: 404,
      headers: new Headers(),
      bodyUsed: true,
      text: () => Promise.reject(new TypeError("body used already")),
    };
    const message = "The body of this response was read before; only its status and headers are known (HTTP 404)";
    await expect(shop.fromResponse(response)).resolves.toMatchObject({ message });
    await expect(shop.fromResponse({ ...response, bodyUsed: false })).resolves.toMatchObject({ message: "No readable error (HTTP 404)" });
  });

  it("a response that says it was read, and has its text: that is read", async () => {
    const response = { status: 404, headers: new Headers(), bodyUsed: true, text: () => Promise.resolve(body) };
    await expect(shop.fromResponse(response)).resolves.toMatchObject({ code: "NO_SUCH_ITEM" });
  });

  it("one that is empty: the error does not say so", async () => {
    await expect(shop.fromResponse(new Response(null, { status: 404 }))).resolves.toMatchObject({
      message: "No readable error (HTTP 404)",
    });
  });
});

describe("fromResponse's types", () => {
  it("refuse what is no response", async () => {
    const head = { status: 404, headers: new Headers() };
    const refused = [
      // @ts-expect-error -- axios has data
      () => shop.fromResponse({ ...head, data: parsed }),
      // @ts-expect-error -- a text is no stream
      () => shop.fromResponse({ ...head, body }),
      // @ts-expect-error -- nor is a parsed body
      () => shop.fromResponse({ ...head, body: { error: { code: "NO_SUCH_ITEM" } } }),
      // @ts-expect-error -- nor are bytes
      () => shop.fromResponse({ ...head, body: new TextEncoder().encode(body) }),
      // @ts-expect-error -- nor is a Blob
      () => shop.fromResponse({ ...head, body: new Blob([body]) }),
      // @ts-expect-error -- superagent has its text at hand
      () => shop.fromResponse({ ...head, text: body }),
      // @ts-expect-error -- headers of Node cannot be asked
      () => shop.fromResponse({ status: 404, headers, body: Readable.from([body]) }),
      // @ts-expect-error -- a signal is a member of its controller
      () => shop.fromResponse(new Response(body), { signal: new AbortController() }),
    ];
    for (const call of refused) await expect(call()).rejects.toThrow(TypeError);
  });

  it("take every response", async () => {
    const head = { status: 404, headers: new Headers() };
    const taken = [
      shop.fromResponse(new Response(body, { status: 404 })),
      shop.fromResponse({ ...head, text }),
      shop.fromResponse({ ...head, bodyUsed: false, body: undefined, text }),
      shop.fromResponse({ ...head, body: Readable.from([body]), text }),
      shop.fromResponse({ ...head, body: new Response(body).body }),
    ];
    for (const error of await Promise.all(taken)) expect(error.code).toBe("NO_SUCH_ITEM");
  });
});

describe("fromResponse is given as options", () => {
  const { signal } = new AbortController();

  it.each<[string, unknown]>([
    ["an AbortController as signal", { signal: new AbortController() }],
    ["a signal that cannot be listened to", { signal: { aborted: false } }],
    ["what is aborted by nobody", { signal: new EventTarget() }],
    ["a signal that is a text", { signal: "abort" }],
    ["a signal that cannot be looked at", { signal: Proxy.revocable({}, {}).proxy }],
    ["bytes that are a text", { maxBytes: "1024" }],
    ["bytes that are no number", { maxBytes: Number.NaN }],
    ["fewer bytes than none", { maxBytes: -1 }],
    ["a time that is a text", { timeoutMs: "5s" }],
    ["a time that is null", { timeoutMs: null }],
    ["a number", 5000],
    ["a signal in their place", signal],
  ])("%s: a TypeError at once, and nothing is read", async (_, options) => {
    const sentence = "was given wrong options. Pass { maxBytes: 1024, timeoutMs: 500, signal: controller.signal }.";
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

describe("what the sentences name", () => {
  const node = (): object => Object.assign(Readable.from([body]), { statusCode: 404, headers });
  it.each<[string, () => unknown]>([
    ["the response of axios", () => axios],
    ["the response of axios, with a stream", () => ({ ...axios, data: Readable.from([body]) })],
    ["what axios throws", () => failed({ response: axios })],
    ["what Angular throws", () => angular],
    ["what ofetch throws", () => failed({ status: 404, data: parsed, response: new Response(body, { status: 404 }) })],
    ["what openai throws", () => failed({ status: 404, headers, error: { code: "NO_SUCH_ITEM" } })],
    ["the response of Node", node],
    ["the response of undici's request", () => ({ statusCode: 404, headers, body: node() })],
    ["a body that is a web stream", () => ({ status: 404, headers, body: new Response(body).body })],
    ["a body that is a stream of Node", () => ({ status: 404, headers, body: Readable.from([body]) })],
    ["a body that is a Blob", () => ({ status: 404, headers, body: new Blob([body]) })],
    ["a body that is an iterator", () => ({ status: 404, headers, body: chunks() })],
  ])("errorFrom reads %s", async (_, given) => {
    expect(() => decode(given())).toThrow("await errorFrom(shop, ");
    await expect(errorFrom(shop, given())).resolves.toMatchObject({ code: "NO_SUCH_ITEM", status: 404 });
  });
});

describe("fromEvent and fromClose are given", () => {
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a number", 4429],
    ["a text", "error"],
    ["a function", () => undefined],
    ["an empty list", []],
    ["a list of frames", [{ event: "error", data: body }]],
    ["a promise", Promise.resolve({ event: "error", data: body })],
    ["a Response", new Response(body, { status: 404 })],
    ["a stream", new Response(body).body],
    ["an iterator", chunks()],
  ])("%s: a TypeError", (_, value) => {
    expect(() => partsOfEvent(value as EventFrame, shop.wire)).toThrow(/^fromEvent\(\) expects a frame/);
    expect(() => partsOfClose(depotRows, value as CloseFrame)).toThrow(/^fromClose\(\) expects a WebSocket's close event/);
  });

  it.each([{}, { event: "error" }, { type: "ping" }, { id: "7", retry: 3000 }, { event: "error", data: undefined }])(
    "the frame %j, which has no data: it reports no failure",
    (frame) => {
      expect(partsOfEvent(frame as EventFrame, shop.wire)).toBeUndefined();
    },
  );

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
