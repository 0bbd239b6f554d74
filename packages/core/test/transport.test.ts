import { describe, expect, test } from "vitest";
import { classifyFetch } from "../src/classify.js";
import { transport } from "../src/transport.js";
import { type TransportCode, TransportError, transportError } from "../src/transport-error.js";
import { MANY } from "./many.js";

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
    ["a time limit of somebody else", new DOMException("Timed out", "TimeoutError"), "TIMEOUT", undefined],
  ] as const)("%s", (_, thrown, code, receivedCode) => {
    const error = classifyFetch(thrown);
    expect(error).toMatchObject({ code, receivedCode, name: "TransportError", id: `transport/${code}` });
    expect(error?.details).toEqual({
      mayHaveReachedServer: !["NAME_NOT_RESOLVED", "CONNECTION_FAILED", "TLS_FAILED", "REQUEST_REFUSED"].includes(code),
    });
    // The runtime's message may hold a URL with everything in it.
    const words = code === "TIMEOUT" ? "no answer in time" : code.toLowerCase().replaceAll("_", " ");
    const isShown = receivedCode && !receivedCode.includes("TIMEOUT") && !receivedCode.includes("TIMEDOUT");
    expect(error?.message).toBe(isShown ? `${words} (${receivedCode})` : words);
    expect(error).not.toHaveProperty("cause");
  });

  test.each([
    ["G101 a bad URL", failed("Failed to parse URL from nope", {}, cause("ERR_INVALID_URL", "Invalid URL"))],
    ["G101 an unknown scheme", fetchFailed(new Error("unknown scheme"))],
    ["G101 a bad port", fetchFailed(new Error("bad port"))],
    ["G101 a bad header", failed('Headers.append: "a b" is an invalid header name.')],
    ["an abort of the caller's own", new DOMException("Aborted", "AbortError")],
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
    expect(classifyFetch(thrown)).toBeUndefined();
  });

  test("G98 a circle of causes comes to an end", () => {
    const one = failed("one");
    one.cause = failed("two", {}, one);
    expect(classifyFetch(one)).toBeUndefined();
  });

  test("G98 a chain of very many causes costs nothing", () => {
    let chain: unknown = cause("ECONNRESET");
    for (let depth = 0; depth < MANY / 10; depth++) chain = { cause: chain };
    expect(classifyFetch(chain)).toBeUndefined();
  });
});

/** Through text, as logs and queues have it. */
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("the error", () => {
  test.each(Object.keys(transport.codes) as TransportCode[])("%s survives JSON", (code) => {
    const error = transportError(code, "SOME_CODE");
    const back = transport.fromJSON(stored(error));
    expect(back).toEqual(error);
    expect(back instanceof TransportError && transport.is(back)).toBe(true);
    expect(error.service).toBe(transport.name);
  });

  test("has the fields of every service's errors", () => {
    expect(transportError("TIMEOUT", "ETIMEDOUT").toJSON()).toEqual({
      name: "TransportError",
      message: "no answer in time",
      service: "transport",
      code: "TIMEOUT",
      id: "transport/TIMEOUT",
      kind: "deadline_exceeded",
      receivedCode: "ETIMEDOUT",
      codeFrom: "transport",
      details: { mayHaveReachedServer: true },
      issues: [],
      retry: { policy: "backoff", idempotentOnly: true, source: "documented" },
    });
  });

  test("is no text that openai takes for a time limit of its own", () => {
    for (const code of Object.keys(transport.codes) as TransportCode[]) {
      const error = transportError(code, "UND_ERR_HEADERS_TIMEOUT");
      expect(String(error)).toBe(`TransportError: ${error.message}`);
      expect(String(error)).not.toMatch(/timed? ?out/i);
    }
  });

  test("comes from the readers, and not from its class", () => {
    expect(() => void Reflect.construct(TransportError, [])).toThrow(
      "TransportError cannot be called or constructed: its errors come from transport.from().",
    );
  });

  const json = transportError("TIMEOUT", "ETIMEDOUT").toJSON();

  test.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a text", "x"],
    ["an empty object", {}],
    ["a list", []],
    ["a revoked proxy", Proxy.revocable({}, {}).proxy],
    ["a line that a service of this name logged", { service: "transport", code: "E_BUS_LATE", msg: "bus 12 late" }],
    ["a code alone", { service: "transport", code: "TIMEOUT", message: 5, retry: 3 }],
    ["another service's", { ...json, service: "sample" }],
    ["another name", { ...json, name: "Error" }],
    ["no name", { ...json, name: undefined }],
    ["another id", { ...json, id: "transport/CANCELLED" }],
    ["a code that is no text", { ...json, code: 7 }],
    ["a kind that is no text", { ...json, kind: 7 }],
    ["a message that is no line", { ...json, message: "\u001B[2Jx" }],
    ["no message", { ...json, message: undefined }],
    ["a receivedCode that is no text", { ...json, receivedCode: {} }],
    ["no way in which the code was found", { ...json, codeFrom: undefined }],
    ["a status that is no number", { ...json, status: "404" }],
    ["issues that are no list", { ...json, issues: "none" }],
    ["no retry advice", { ...json, retry: "backoff" }],
    ["no details", { ...json, details: undefined }],
    ["details of another type", { ...json, details: { mayHaveReachedServer: "no" } }],
  ])("of what is no such JSON nothing is made: %s", (_, value) => {
    expect(transport.fromJSON(json)).toBeDefined();
    expect(transport.fromJSON(value)).toBeUndefined();
  });

  test("a code of a newer version is unrecognized, and keeps what is known of it", () => {
    const newer = { ...json, code: "QUIC_FAILED", id: "transport/QUIC_FAILED", kind: "unavailable", message: "quic failed (E_QUIC)" };
    const error = transport.fromJSON({ ...newer, receivedCode: "E_QUIC", details: { mayHaveReachedServer: false }, digest: "x" });
    expect(error?.toJSON()).toMatchObject({
      id: "transport/UNRECOGNIZED",
      receivedCode: "QUIC_FAILED",
      kind: "unavailable",
      message: "quic failed (E_QUIC)",
      details: { mayHaveReachedServer: false },
      retry: { policy: "backoff", idempotentOnly: false },
    });
    expect(transport.fromJSON(stored(error))).toEqual(error);
    // Of what is not known to be unsent, the cautious is assumed.
    for (const details of [undefined, { until: "2026" }, "x"]) {
      const other = { ...newer, code: "constructor", id: "transport/constructor", kind: "strange", codeFrom: "quic", details };
      expect(transport.fromJSON(other)?.toJSON()).toMatchObject({
        receivedCode: "constructor",
        kind: "unknown",
        codeFrom: "transport",
        details: { mayHaveReachedServer: true },
      });
    }
  });

  test("is given as it is, also as a cause", () => {
    const error = transportError("TIMEOUT");
    expect(transport.from(error)).toBe(error);
    expect(transport.from(new Error("x", { cause: error }))).toBe(error);
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
        "PROXY_REFUSED: failed_precondition, after_change",
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
