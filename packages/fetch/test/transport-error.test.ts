import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { classify } from "../src/classify.js";
import { createFetch } from "../src/create-fetch.js";
import { type TransportCode, TransportError, codes, transport, transportError } from "../src/transport-error.js";
import { noWaiting } from "./fake-runtime.js";
import { faultyServer, http } from "./faulty-server.js";
import { sample } from "./sample-service.js";
import { thrownBy } from "./thrown.js";

/** An error as runtimes make them: with members, and a chain of causes. */
function failed(message: string, members: object = {}, cause?: unknown): Error {
  return Object.assign(new TypeError(message, { cause }), members);
}
const cause = (code: string, message = "", members: object = {}): Error => Object.assign(new Error(message), { code, ...members });
const fetchFailed = (reason: unknown): Error => failed("fetch failed", {}, reason);

describe("what runtimes report", () => {
  test.each([
    // Node
    ["G99 refused", fetchFailed(cause("ECONNREFUSED")), "CONNECTION_FAILED", "ECONNREFUSED"],
    ["G99 no such host", fetchFailed(cause("ENOTFOUND")), "NAME_NOT_RESOLVED", "ENOTFOUND"],
    ["G99 the resolver is down", fetchFailed(cause("EAI_AGAIN")), "NAME_NOT_RESOLVED", "EAI_AGAIN"],
    ["G99 unreachable host", fetchFailed(cause("EHOSTUNREACH")), "CONNECTION_FAILED", "EHOSTUNREACH"],
    ["G99 unreachable network", fetchFailed(cause("ENETUNREACH")), "CONNECTION_FAILED", "ENETUNREACH"],
    ["G99 no connection in time", fetchFailed(cause("UND_ERR_CONNECT_TIMEOUT")), "CONNECTION_FAILED", "UND_ERR_CONNECT_TIMEOUT"],
    ["G99 connecting timed out", fetchFailed(cause("ETIMEDOUT", "", { syscall: "connect" })), "CONNECTION_FAILED", "ETIMEDOUT"],
    ["G99 reading timed out", fetchFailed(cause("ETIMEDOUT", "", { syscall: "read" })), "CONNECTION_LOST", "ETIMEDOUT"],
    ["G99 no headers in time", fetchFailed(cause("UND_ERR_HEADERS_TIMEOUT")), "TIMEOUT", "UND_ERR_HEADERS_TIMEOUT"],
    ["G99 no body in time", failed("terminated", {}, cause("UND_ERR_BODY_TIMEOUT")), "TIMEOUT", "UND_ERR_BODY_TIMEOUT"],
    [
      "G99 all addresses were tried",
      fetchFailed(Object.assign(new AggregateError([cause("ETIMEDOUT", "", { syscall: "connect" }), cause("ENETUNREACH")]))),
      "CONNECTION_FAILED",
      "ETIMEDOUT",
    ],
    ["G98 reset", fetchFailed(cause("ECONNRESET")), "CONNECTION_LOST", "ECONNRESET"],
    ["G98 pipe", fetchFailed(cause("EPIPE")), "CONNECTION_LOST", "EPIPE"],
    ["G98 closed", fetchFailed(cause("UND_ERR_SOCKET", "other side closed")), "CONNECTION_LOST", "UND_ERR_SOCKET"],
    ["G98 three causes deep", fetchFailed(failed("a", {}, failed("b", {}, cause("ECONNRESET")))), "CONNECTION_LOST", "ECONNRESET"],
    [
      "G98 reset during the handshake",
      fetchFailed(cause("ECONNRESET", "Client network socket disconnected before secure TLS connection was established")),
      "CONNECTION_FAILED",
      "ECONNRESET",
    ],
    ["no HTTP", fetchFailed(cause("HPE_INVALID_CONSTANT")), "UNREADABLE_ANSWER", "HPE_INVALID_CONSTANT"],
    ["no HTTP, since Node 24", fetchFailed(Object.assign(new Error("x"), { name: "HTTPParserError" })), "UNREADABLE_ANSWER", undefined],
    ["bad gzip", failed("terminated", {}, cause("Z_DATA_ERROR")), "UNREADABLE_ANSWER", "Z_DATA_ERROR"],
    ["too long a header", fetchFailed(cause("UND_ERR_HEADERS_OVERFLOW")), "UNREADABLE_ANSWER", "UND_ERR_HEADERS_OVERFLOW"],
    ["two lengths", fetchFailed(cause("UND_ERR_RES_CONTENT_LENGTH_MISMATCH")), "UNREADABLE_ANSWER", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH"],
    [
      "packed too often",
      fetchFailed(new Error("too many content-encodings in response: 20, maximum allowed is 5")),
      "UNREADABLE_ANSWER",
      undefined,
    ],
    ["redirects without end", fetchFailed(new Error("redirect count exceeded")), "REDIRECT_REFUSED", undefined],
    ["a redirect where none is allowed", fetchFailed(new Error("unexpected redirect")), "REDIRECT_REFUSED", undefined],
    // TLS
    ["G100 expired", fetchFailed(cause("CERT_HAS_EXPIRED")), "TLS_FAILED", "CERT_HAS_EXPIRED"],
    ["G100 self-signed", fetchFailed(cause("DEPTH_ZERO_SELF_SIGNED_CERT")), "TLS_FAILED", "DEPTH_ZERO_SELF_SIGNED_CERT"],
    [
      "G100 self-signed, by an authority of its own",
      fetchFailed(cause("SELF_SIGNED_CERT_IN_CHAIN")),
      "TLS_FAILED",
      "SELF_SIGNED_CERT_IN_CHAIN",
    ],
    ["G100 another name", fetchFailed(cause("ERR_TLS_CERT_ALTNAME_INVALID")), "TLS_FAILED", "ERR_TLS_CERT_ALTNAME_INVALID"],
    ["G100 unknown issuer", fetchFailed(cause("UNABLE_TO_VERIFY_LEAF_SIGNATURE")), "TLS_FAILED", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["G100 no TLS at all", fetchFailed(cause("EPROTO")), "TLS_FAILED", "EPROTO"],
    // HTTP/2
    [
      "G103 REFUSED_STREAM",
      fetchFailed(cause("ERR_HTTP2_STREAM_ERROR", "Stream closed with error code NGHTTP2_REFUSED_STREAM")),
      "REQUEST_REFUSED",
      "ERR_HTTP2_STREAM_ERROR",
    ],
    ["G103 GOAWAY", fetchFailed(cause("ERR_HTTP2_GOAWAY_SESSION")), "REQUEST_REFUSED", "ERR_HTTP2_GOAWAY_SESSION"],
    [
      "G103 ENHANCE_YOUR_CALM",
      fetchFailed(cause("ERR_HTTP2_STREAM_ERROR", "Stream closed with error code NGHTTP2_ENHANCE_YOUR_CALM")),
      "THROTTLED",
      "ERR_HTTP2_STREAM_ERROR",
    ],
    [
      "G103 INTERNAL_ERROR",
      fetchFailed(cause("ERR_HTTP2_STREAM_ERROR", "Stream closed with error code NGHTTP2_INTERNAL_ERROR")),
      "CONNECTION_LOST",
      "ERR_HTTP2_STREAM_ERROR",
    ],
    // Other runtimes
    ["G102 Chromium", failed("Failed to fetch"), "NETWORK_ERROR", undefined],
    ["G102 Chromium, in the body", failed("network error"), "NETWORK_ERROR", undefined],
    ["G102 Safari", failed("Load failed"), "NETWORK_ERROR", undefined],
    ["G102 Safari 17", failed("Load failed (api.example.com:443)"), "NETWORK_ERROR", undefined],
    ["G102 Firefox", failed("NetworkError when attempting to fetch resource."), "NETWORK_ERROR", undefined],
    ["G102 React Native", failed("Network request failed"), "NETWORK_ERROR", undefined],
    ["G102 workerd", new Error("Network connection lost."), "NETWORK_ERROR", undefined],
    ["G102 Deno", fetchFailed(new Error("error sending request for url (https://a.example/?token=x)")), "NETWORK_ERROR", undefined],
    ["G102 Bun, refused", failed("Unable to connect.", { code: "ECONNREFUSED" }), "CONNECTION_FAILED", "ECONNREFUSED"],
    ["G102 Bun, reset", failed("The socket connection was closed unexpectedly.", { code: "ECONNRESET" }), "CONNECTION_LOST", "ECONNRESET"],
    ["G102 Bun, no HTTP", failed("x", { code: "Malformed_HTTP_Response" }), "UNREADABLE_ANSWER", "Malformed_HTTP_Response"],
    ["an abort of somebody else", new DOMException("Aborted", "AbortError"), "CANCELLED", undefined],
    ["a time limit of somebody else", new DOMException("Timed out", "TimeoutError"), "TIMEOUT", undefined],
  ] as const)("%s", (_, thrown, code, receivedCode) => {
    const error = classify(thrown);
    expect(error).toMatchObject({ code, receivedCode, name: "TransportError", id: `transport/${code}` });
    expect(error?.details).toEqual({
      mayHaveReachedServer: !["NAME_NOT_RESOLVED", "CONNECTION_FAILED", "TLS_FAILED", "REQUEST_REFUSED"].includes(code),
    });
    // The runtime's message may hold a URL with everything in it.
    expect(error?.message).toBe(`${code.toLowerCase().replaceAll("_", " ")}${receivedCode ? ` (${receivedCode})` : ""}`);
    expect(error).not.toHaveProperty("cause");
  });

  test.each([
    ["G101 a bad URL", failed("Failed to parse URL from nope", {}, cause("ERR_INVALID_URL", "Invalid URL"))],
    ["G101 an unknown scheme", fetchFailed(new Error("unknown scheme"))],
    ["G101 a bad port", fetchFailed(new Error("bad port"))],
    ["G101 a bad header", failed('Headers.append: "a b" is an invalid header name.')],
    ["G101 a hook's TypeError", failed("Cannot read properties of undefined")],
    ["G102 a text that only begins like a network error", failed("Load failed (x) for user")],
    ["G102 a text that only begins like another", failed("Failed to fetch the user's name")],
    ["no error", "boom"],
    ["nothing", undefined],
    [
      "a value that cannot be looked at",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("no");
          },
        },
      ),
    ],
  ])("%s is no failure of the connection", (_, thrown) => {
    expect(classify(thrown)).toBeUndefined();
  });

  test("G98 a circle of causes comes to an end", () => {
    const one = failed("one");
    one.cause = failed("two", {}, one);
    expect(classify(one)).toBeUndefined();
  });

  test("G98 a chain of a hundred thousand causes costs nothing", () => {
    let chain: unknown = cause("ECONNRESET");
    for (let depth = 0; depth < 100_000; depth++) chain = { cause: chain };
    expect(classify(chain)).toBeUndefined();
  });
});

describe("the error", () => {
  test.each(Object.keys(codes) as TransportCode[])("%s survives JSON", (code) => {
    const error = transportError(code, "SOME_CODE");
    const back = transport.fromJSON(JSON.parse(JSON.stringify(error)));
    expect(back).toEqual(error);
    expect(back instanceof TransportError && transport.is(back)).toBe(true);
  });

  test("of what is no such JSON, nothing is made", () => {
    for (const value of [
      undefined,
      null,
      "x",
      {},
      { service: "transport" },
      { service: "transport", code: "constructor" },
      { service: "sample", code: "TIMEOUT" },
    ]) {
      expect(transport.fromJSON(value)).toBeUndefined();
    }
    expect(
      transport.fromJSON({ service: "transport", code: "TIMEOUT", receivedCode: "\u001B[2Jx", kind: "ok", message: 7 })?.toJSON(),
    ).toEqual(transportError("TIMEOUT", "x").toJSON());
  });

  test("the vocabulary, as it advises to retry", () => {
    const advice = Object.entries(transport.codes).map(
      ([code, { kind, retry, mayHaveReachedServer }]) =>
        `${code}: ${kind}, ${retry}${mayHaveReachedServer && /^[ob]/.test(retry) ? ", only idempotent requests" : ""}`,
    );
    expect(advice).toMatchInlineSnapshot(`
      [
        "NAME_NOT_RESOLVED: unavailable, backoff",
        "CONNECTION_FAILED: unavailable, backoff",
        "TLS_FAILED: failed_precondition, after_change",
        "REQUEST_REFUSED: unavailable, once",
        "THROTTLED: rate_limited, backoff, only idempotent requests",
        "TIMEOUT: deadline_exceeded, backoff, only idempotent requests",
        "CANCELLED: cancelled, never",
        "UNREADABLE_ANSWER: internal, never",
        "REDIRECT_REFUSED: failed_precondition, after_change",
        "CONNECTION_LOST: unavailable, backoff, only idempotent requests",
        "NETWORK_ERROR: unavailable, backoff, only idempotent requests",
        "STREAM_EMPTY: data_loss, once, only idempotent requests",
        "STREAM_TRUNCATED: data_loss, never",
        "EVENT_TOO_LARGE: out_of_range, never",
        "EVENT_UNREADABLE: data_loss, never",
      ]
    `);
  });
});

/** Calls a server that does something to every connection, with up to three attempts and no waits. */
async function against(
  behave: (socket: Socket, count: number) => void,
  init?: RequestInit,
): Promise<{ readonly thrown: unknown; readonly requests: number }> {
  const server = await faultyServer((socket, _, count) => behave(socket, count));
  const sampleFetch = createFetch(sample, { runtime: noWaiting(), attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity });
  const thrown = await thrownBy(sampleFetch(server.url, init));
  await server.close();
  return { thrown, requests: server.requests.length };
}

describe("over real sockets", () => {
  test.each([
    ["G98 a reset", (socket: Socket) => void socket.resetAndDestroy(), "CONNECTION_LOST", 2],
    ["G98 a close", (socket: Socket) => void socket.end(), "CONNECTION_LOST", 2],
    ["an answer that is not HTTP", (socket: Socket) => void socket.end("hello\r\n\r\n"), "UNREADABLE_ANSWER", 1],
    [
      "two lengths",
      (socket: Socket) => void socket.end("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab"),
      "UNREADABLE_ANSWER",
      1,
    ],
    ["a header of 70 kB", (socket: Socket) => void socket.end(http(200, { x: "a".repeat(70_000) })), "UNREADABLE_ANSWER", 1],
    [
      "packed 20 times",
      (socket: Socket) => void socket.end(http(500, { "content-encoding": Array(20).fill("gzip").join(", ") }, "x")),
      "UNREADABLE_ANSWER",
      1,
    ],
    ["redirects without end", (socket: Socket) => void socket.write(http(302, { location: "/" })), "REDIRECT_REFUSED", 21],
  ])("%s", async (_, behave, code, requests) => {
    expect(await against(behave)).toMatchObject({ thrown: { code }, requests });
  });

  test("G98 a reset in the middle of an error's body, at every byte: the service's error with the status", async () => {
    const whole = http(503, {}, JSON.stringify({ error: { code: "NEVER", message: "m" } }));
    const head = whole.indexOf("\r\n\r\n") + 4;
    for (let bytes = head; bytes < whole.length; bytes += 7) {
      const { thrown } = await against((socket) => void socket.write(whole.slice(0, bytes), () => void socket.resetAndDestroy()), {
        method: "POST",
      });
      expect(thrown).toMatchObject({ name: "SampleError", status: 503 });
    }
  });

  test("refused: nothing was sent, so a POST is repeated too", async () => {
    const server = await faultyServer(() => undefined);
    await server.close();
    const thrown = await thrownBy(createFetch(sample, { runtime: noWaiting() })(server.url, { method: "POST" }));
    expect(thrown).toMatchObject({ code: "CONNECTION_FAILED", receivedCode: "ECONNREFUSED", attempts: 2, stoppedBy: "budget" });
  });

  test("G104 a reset after the request was sent: a POST is not repeated", async () => {
    expect(await against((socket) => void socket.resetAndDestroy(), { method: "POST" })).toMatchObject({
      thrown: { code: "CONNECTION_LOST", attempts: 1, stoppedBy: "not_idempotent" },
      requests: 1,
    });
  });

  test.each([
    ["G101 a bad URL", "nope", {}],
    ["G101 an unknown scheme", "ftp://a.example/", {}],
    ["G101 a bad port", "http://127.0.0.1:1/", {}],
    ["G101 a bad header", "http://127.0.0.1:1234/", { headers: { "a b": "c" } }],
    ["G101 a bad method", "http://127.0.0.1:1234/", { method: "T T" }],
    ["G101 a GET with a body", "http://127.0.0.1:1234/", { body: "x" }],
    ["G101 a POST with a bad header", "http://127.0.0.1:1234/", { method: "POST", headers: { a: "b\nc" } }],
    ["G101 no URL", undefined as unknown as string, {}],
    ["G101 null", null as unknown as string, null as unknown as RequestInit],
  ])("%s passes through as it is", async (_, url, init) => {
    let sent = 0;
    const options = {
      fetch: (...given: Parameters<typeof fetch>) => {
        sent++;
        return fetch(...given);
      },
    };
    const thrown = await thrownBy(createFetch(sample, options)(url, init));
    const plain = await thrownBy(fetch(url, init));
    expect(thrown).toBeInstanceOf(TypeError);
    expect((thrown as Error).message).toBe((plain as Error).message);
    // Headers that have to be read before are found to be wrong before.
    expect(sent).toBeLessThanOrEqual(1);
    expect(thrown).not.toHaveProperty("stoppedBy");
  });
});
