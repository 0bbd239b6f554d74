import { Readable } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import fc from "fast-check";
import { anyOf, byWireCode, defineService, errorFrom, isObject, transport } from "../src/index.js";
import { parseJson } from "../src/json.js";
import { depot, shop, shopRows } from "./example.js";
import { MANY } from "./many.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

const document = {
  error: { code: "SOLD_OUT", message: "No more apples", details: { item: "apple", left: 0 } },
  meta: { request_id: "req_1" },
};
const text = JSON.stringify(document);
const bytes = new TextEncoder().encode(text);
const status = 409;
const record = { "content-type": "application/json", "retry-after": "2", "x-request-id": "req_0" };
const headers = new Headers(record);

/** A Response that has been read by its client. */
async function read(): Promise<Response> {
  const response = new Response(text, { status, headers });
  await response.text();
  return response;
}

/** What the service makes of the same bytes. */
const expected = (await shop.fromResponse(new Response(text, { status, headers }))).toJSON();

function broken(message: string): never {
  throw new Error(message);
}

/** An error with members, as clients throw them. */
function thrown(members: object, message = "x"): Error {
  return Object.assign(new Error(message), members);
}

/** Headers that are iterable and can be asked, as those of axios. */
const axiosHeaders = Object.assign(Object.create({ get: (name: string) => headers.get(name) }) as object, record);

describe("a failed response, as clients hand it out", () => {
  test.each<[client: string, caught: () => unknown]>([
    ["fetch: the Response", () => new Response(text, { status, headers })],
    ["ky 1: an unread response", () => thrown({ response: new Response(text, { status, headers }) })],
    ["ky 2: read, in data", async () => thrown({ response: await read(), data: document })],
    ["ofetch", async () => thrown({ status, data: document, response: await read() })],
    ["wretch 2", async () => thrown({ status, text, response: await read() })],
    ["openapi-fetch, returned", async () => ({ error: document, response: await read() })],
    ["AI SDK", () => thrown({ statusCode: status, responseHeaders: record, responseBody: text, data: { error: {} } })],
    [
      "AI SDK, after its retries",
      () => thrown({ errors: [], lastError: thrown({ statusCode: status, responseHeaders: record, responseBody: text }) }),
    ],
    ["axios, JSON", () => thrown({ status, response: { status, headers: axiosHeaders, data: document } })],
    ["axios, text", () => thrown({ response: { status, headers: axiosHeaders, data: text } })],
    ["axios, ArrayBuffer", () => thrown({ response: { status, headers: axiosHeaders, data: bytes.buffer } })],
    ["axios, Blob", () => thrown({ response: { status, headers: axiosHeaders, data: new Blob([text]) } })],
    [
      "axios, stream",
      () => thrown({ response: { status, headers: axiosHeaders, data: Readable.from([bytes.slice(0, 9), bytes.slice(9)]) } }),
    ],
    ["axios, web stream", () => thrown({ response: { status, headers: axiosHeaders, data: new Blob([text]).stream() } })],
    ["got", () => thrown({ response: { statusCode: status, headers: record, rawBody: bytes, body: "" } })],
    ["needle, returned", () => ({ statusCode: status, headers: record, raw: bytes, body: document })],
    ["superagent", () => thrown({ status, response: { status, headers: record, text, body: {} } })],
    ["undici's request, returned", () => ({ statusCode: status, headers: record, body: Readable.from([bytes]) })],
    ["undici's responseError", () => thrown({ statusCode: status, headers: record, body: document })],
    ["node:http: the response is the stream", () => Object.assign(Readable.from([bytes]), { statusCode: status, headers: record })],
    ["a stream of texts", () => Object.assign(Readable.from([text], { encoding: "utf8" }), { statusCode: status, headers: record })],
    ["node-fetch: a stream of Node", () => ({ status, headers, bodyUsed: false, body: Readable.from([bytes]) })],
    ["React Native: text() alone", () => ({ status, headers, bodyUsed: false, text: () => Promise.resolve(text) })],
    [
      "as the cause of a program's own error",
      () => new Error("x", { cause: thrown({ response: new Response(text, { status, headers }) }) }),
    ],
    ["headers as pairs", () => ({ status, headers: Object.entries(record), body: text })],
  ])("%s", async (_, caught) => {
    const error = await errorFrom(shop, await caught());
    expect(error?.toJSON()).toEqual(expected);
    expect(shop.is(error)).toBe(true);
  });

  test("openai and LangChain keep only the member `error` of the body", async () => {
    const error = await errorFrom(shop, thrown({ status, headers, error: document.error, requestID: "req_0", lc_error_code: "x" }));
    expect(error?.toJSON()).toEqual({ ...expected, requestId: "req_0" });
  });

  test("of a Response that was read, and of which nobody kept the body, the status and the headers are left", async () => {
    expect(await errorFrom(shop, thrown({ response: await read() }))).toMatchObject({ status, code: "UNRECOGNIZED", requestId: "req_0" });
  });

  test.each([
    ["a body that is an old stream", { status, headers: record, body: { pipe: () => undefined } }],
    ["a body that is a promise", { status, headers: record, body: Promise.resolve(text) }],
    ["no body", { status, headers: record }],
    [
      "a stream that fails",
      { status, headers: record, body: new ReadableStream({ pull: (controller) => controller.error(new Error("x")) }) },
    ],
  ])("%s costs neither the status nor the headers", async (_, caught) => {
    expect(await errorFrom(shop, caught)).toMatchObject({ status, code: "UNRECOGNIZED", requestId: "req_0", retry: { afterMs: 2000 } });
  });

  test("a stream of texts is read without TextEncoder, as in Jest's jsdom", async () => {
    vi.stubGlobal("TextEncoder", undefined);
    const stream = Object.assign(Readable.from([text], { encoding: "utf8" }), { statusCode: status, headers: record });
    expect((await errorFrom(shop, stream))?.toJSON()).toEqual(expected);
  });

  test("a stalled stream of Node is destroyed when the time is over", async () => {
    const stalled = new Readable({ read: () => undefined });
    const error = await errorFrom(shop, { statusCode: status, headers: record, body: stalled }, { timeoutMs: 5 });
    expect(error).toMatchObject({ status, code: "UNRECOGNIZED" });
    expect(stalled.destroyed).toBe(true);
  });

  test("a stream that is too long is destroyed, and read no further", async () => {
    let sent = 0;
    const endless = new Readable({
      read() {
        this.push(bytes);
        sent++;
      },
    });
    await errorFrom(shop, { statusCode: status, headers: record, body: endless }, { maxBytes: 1000 });
    expect(endless.destroyed).toBe(true);
    expect(sent).toBeLessThan(2000);
  });

  test.each<[string, object]>([
    ["a stream that has another reader", { getReader: () => broken("locked") }],
    ["a Blob that was read", { stream: () => broken("used") }],
    ["an iterator that is refused", { [Symbol.asyncIterator]: () => broken("locked") }],
  ])("of %s the status and the headers are left", async (_, data) => {
    expect(await errorFrom(shop, { response: { status, headers, data } })).toMatchObject({ status, requestId: "req_0" });
  });

  test("of an unread Response, no member is touched that node-fetch warns of", async () => {
    const response = new Response(text, { status, headers });
    Object.defineProperty(response, "data", {
      get: () => {
        throw new Error("touched");
      },
    });
    expect((await errorFrom(shop, response))?.toJSON()).toEqual(expected);
  });
});

/** The shop with event streams and sockets. */
const streaming = defineService({
  name: "shop",
  rows: shopRows,
  findCode: byWireCode,
  wire: shop.wire,
  readers: (create) => ({
    fromEvent: ({ data }: { readonly data: unknown }) => {
      const whole: unknown = typeof data === "string" ? parseJson(data) : data;
      const { error = whole } = isObject(whole) ? whole : {};
      const { code, message, request_id: requestId } = isObject(error) ? error : {};
      return create({ receivedCode: code as string, message: message as string, requestId: requestId as string | undefined });
    },
    fromClose: ({ code, reason }: { readonly code: number; readonly reason?: string | undefined }) =>
      create(code === 1000 ? undefined : { receivedCode: `${code}`, codeFrom: "close", message: reason }),
  }),
});

describe("frames and closes, as clients hand them out", () => {
  const frame = { code: "SOLD_OUT", message: "No more apples" };
  test.each<[string, unknown]>([
    ["openai 6: the frame as a chunk", frame],
    ["the same around an error", { choices: [], error: frame }],
    ["openai, LangChain: an error without a status", thrown({ status: undefined, headers, error: frame, requestID: "req_0" })],
    ["AI SDK: a validation error", thrown({ name: "AI_TypeValidationError", value: frame })],
    ["AI SDK, around an error", thrown({ value: { error: frame } })],
    ["eventsource: a MessageEvent", { type: "error", data: JSON.stringify(frame) }],
  ])("%s", async (_, caught) => {
    expect(await errorFrom(streaming, caught)).toMatchObject({ code: "SOLD_OUT", message: "No more apples", status: undefined });
  });

  test("openai's error has the id of the request", async () => {
    expect(await errorFrom(streaming, thrown({ headers, error: frame, requestID: "req_0" }))).toMatchObject({ requestId: "req_0" });
  });

  test("eventsource's ErrorEvent has kept the status alone", async () => {
    expect(await errorFrom(streaming, { type: "error", code: 429, message: "Too Many Requests" })).toMatchObject({ status: 429 });
  });

  test("a CloseEvent", async () => {
    expect(await errorFrom(streaming, { type: "close", code: 4001, reason: "who?" })).toMatchObject({
      receivedCode: "4001",
      message: "who?",
    });
    expect(await errorFrom(streaming, { type: "close", code: 1000 })).toBeUndefined();
  });

  test("what cannot be looked at, or has a code that is none, tells nothing", async () => {
    const error = {
      ...frame,
      get more(): unknown {
        return broken("boom");
      },
    };
    expect(await errorFrom(streaming, thrown({ headers, error, requestID: "req_0" }))).toBeUndefined();
    for (const code of [450.5, Number.NaN, Infinity]) {
      expect(await errorFrom(streaming, { type: "error", code })).toBeUndefined();
      expect(await errorFrom(streaming, { type: "close", code })).toBeUndefined();
    }
  });

  test("a code of somebody else is somebody else's", async () => {
    for (const code of ["NOT_OURS", "constructor", "__proto__"]) {
      expect(await errorFrom(streaming, { code, message: "x" })).toBeUndefined();
      expect(await errorFrom(streaming, thrown({ value: { code, message: "x" } }))).toBeUndefined();
    }
    expect(await errorFrom(streaming, thrown(frame))).toBeUndefined();
  });

  test("a service without streams reads none", async () => {
    expect(await errorFrom(depot, { code: "MISSING", message: "x" })).toBeUndefined();
    expect(await errorFrom(depot, { type: "close", code: 4403 })).toBeUndefined();
  });
});

describe("what is an error of ours already", () => {
  const own = shop.decode({ status: 404, body: text });

  test("is given as it is, also as a cause", async () => {
    expect(await errorFrom(shop, own)).toBe(own);
    expect(await errorFrom(shop, new Error("x", { cause: { errors: [new Error("y", { cause: own })] } }))).toBe(own);
  });

  test("is undefined where it is another service's", async () => {
    expect(await errorFrom(depot, own)).toBeUndefined();
  });
});

describe("JSON of an error of ours, as it comes from a worker, a queue or another process", () => {
  const own = shop.decode({ status, headers, body: text });
  const stored = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

  test("is that error, with everything it had", async () => {
    for (const caught of [own.toJSON(), stored(own), new Error("x", { cause: stored(own) }), thrown(stored(own))]) {
      const error = await errorFrom(shop, caught);
      expect(shop.is(error)).toBe(true);
      expect(error?.toJSON()).toEqual(own.toJSON());
    }
  });

  test("is a connection's where it is that", async () => {
    const lost = transport.from(new TypeError("fetch failed", { cause: thrown({ code: "ECONNRESET" }) }));
    expect(await errorFrom(shop, lost && stored(lost))).toEqual(lost);
  });

  test("is somebody else's where another service wrote it, also if both have the code", async () => {
    const json = { ...own.toJSON(), name: "StoreError", service: "store", id: "store/SOLD_OUT" };
    expect(await errorFrom(streaming, json)).toBeUndefined();
    expect(await errorFrom(depot, own.toJSON())).toBeUndefined();
  });

  test("is nothing where a field of it is wrong", async () => {
    expect(await errorFrom(streaming, { ...own.toJSON(), status: "409" })).toBeUndefined();
  });

  test("is what was thrown where only the frame of an event stream names the same members", async () => {
    const frame = { name: "ShopError", service: "shop", code: "SOLD_OUT", message: "No more apples" };
    expect(await errorFrom(streaming, frame)).toMatchObject({ code: "SOLD_OUT", status: undefined });
  });
});

describe("a connection that failed", () => {
  test("is a TransportError", async () => {
    const failed = new TypeError("fetch failed", { cause: thrown({ code: "ECONNREFUSED" }) });
    expect(await errorFrom(shop, failed)).toMatchObject({ id: "transport/CONNECTION_FAILED", receivedCode: "ECONNREFUSED" });
    expect(await errorFrom(shop, transport.from(failed))).toMatchObject({ id: "transport/CONNECTION_FAILED" });
  });
});

describe("what is none of its business", () => {
  test.each<[string, unknown]>([
    ["a bug", new TypeError("Cannot read properties of undefined")],
    ["an abort of the caller's own", new DOMException("This operation was aborted", "AbortError")],
    ["an abort with a reason", new Error("The user left.")],
    ["Octokit's error without headers", thrown({ name: "HttpError", status: 404, request: {} })],
    ["Stripe's error without headers", thrown({ type: "StripeCardError", statusCode: 402, code: "card_declined", rawType: "card_error" })],
    ["http-errors", thrown({ status: 404, statusCode: 404, expose: true })],
    ["a response that is no failure", new Response("{}", { status: 200 })],
    ["openapi-fetch's success", { data: {}, error: undefined, response: new Response("{}") }],
    ["a status that is no number", { status: "404", headers: record }],
    ["a status beside numbers", { status: 404.5, headers: record }],
    ["headers that are none", { status: 404, headers: "content-type: text/plain" }],
    ["a DOM error event", { type: "error" }],
    ["a text", "Failed to fetch"],
    ["nothing", undefined],
    ["null", null],
    ["a function", () => ({ status: 404, headers: record })],
    ["a revoked proxy", Proxy.revocable({}, {}).proxy],
  ])("%s", async (_, caught) => {
    expect(await errorFrom(shop, caught)).toBeUndefined();
  });

  test("a circle comes to an end", async () => {
    const one: { cause?: unknown; errors?: unknown; lastError?: unknown } = {};
    one.cause = { cause: one };
    one.errors = [one, one.cause];
    one.lastError = one;
    expect(await errorFrom(shop, one)).toBeUndefined();
  });

  test("beyond sixteen objects nothing is looked at", async () => {
    const failed = { status, headers: record };
    const chain = (depth: number): unknown => (depth === 0 ? failed : { cause: chain(depth - 1) });
    expect(await errorFrom(shop, chain(15))).toMatchObject({ status });
    expect(await errorFrom(shop, chain(16))).toBeUndefined();
    expect(await errorFrom(shop, { errors: Array.from({ length: MANY }, () => ({})) })).toBeUndefined();
  });
});

test("without a service it is a mistake", async () => {
  const told =
    "errorFrom() expects the service that was called, such as scaigrid, and then what was caught; anyOf() only recognizes errors.";
  for (const given of [undefined, null, "shop", {}, anyOf(shop, depot), transport]) {
    await expect(errorFrom(given as never, new Error("x"))).rejects.toThrow(new TypeError(told));
  }
});

test("property: whatever is caught, it settles with an error of the service, one of a connection, or nothing", async () => {
  const names = fc.constantFrom(
    ...["status", "statusCode", "headers", "responseHeaders", "response", "body", "data", "text", "error", "value", "type", "code"],
    ...["cause", "errors", "lastError", "bodyUsed", "rawBody", "raw", "message", "stack", "getReader", "stream", "reason"],
  );
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<unknown>(404, 429, "SOLD_OUT", "error", true, false, null, undefined, text, bytes, () => "x"),
      fc.constantFrom<unknown>(Proxy.revocable({}, {}).proxy, Symbol("x"), 1n),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(names, tie("any"), { maxKeys: 8 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(any, async (caught) => {
      const error = await errorFrom(streaming, caught, { timeoutMs: 20 });
      expect(error === undefined || streaming.is(error) || transport.is(error)).toBe(true);
    }),
  );
});
