import { describe, expect, test } from "vitest";
import { classifyAny, classifyFetch } from "../src/classify.js";
import type { TransportCode } from "../src/transport-error.js";

/** What the words mean. `none`: no failure of the connection, whatever else is said. */
type Meaning = TransportCode | "none";

/** The words of runtimes, each of them the whole of a text. */
const ofFetch: Readonly<Partial<Record<Meaning, readonly string[]>>> = {
  none: [
    "AbortError",
    "net::ERR_ABORTED",
    "unknown scheme",
    "bad port",
    "about scheme is not supported",
    "invalid method",
    "UND_ERR_INVALID_ARG",
    "UND_ERR_NOT_SUPPORTED",
    "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH",
    "ERR_HTTP2_INVALID_CONNECTION_HEADERS",
    "ERR_HTTP2_INVALID_HEADER_VALUE",
    "ERR_HTTP2_INVALID_PSEUDOHEADER",
    "ERR_HTTP2_HEADER_SINGLE_VALUE",
    "ERR_HTTP2_PAYLOAD_FORBIDDEN",
    "net::ERR_UNKNOWN_URL_SCHEME",
    "net::ERR_INVALID_URL",
    "net::ERR_INVALID_ARGUMENT",
    "net::ERR_UNSAFE_PORT",
  ],
  NAME_NOT_RESOLVED: ["ENOTFOUND", "EAI_AGAIN", "net::ERR_NAME_NOT_RESOLVED", "A server with the specified hostname could not be found."],
  TLS_FAILED: [
    "EPROTO",
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "CERT_CHAIN_TOO_LONG",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_REJECTED",
    "CERT_REVOKED",
    "CERT_SIGNATURE_FAILURE",
    "CERT_UNTRUSTED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
    "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
    "UNABLE_TO_DECRYPT_CRL_SIGNATURE",
    "UNABLE_TO_GET_CRL",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "INVALID_CA",
    "INVALID_PURPOSE",
    "HOSTNAME_MISMATCH",
    "net::ERR_CERT_DATE_INVALID",
    "net::ERR_SSL_PROTOCOL_ERROR",
    "net::ERR_BAD_SSL_CLIENT_AUTH_CERT",
  ],
  PROXY_REFUSED: [
    "Proxy response (407) !== 200 when HTTP Tunneling",
    "net::ERR_TUNNEL_CONNECTION_FAILED",
    "net::ERR_PROXY_AUTH_UNSUPPORTED",
    "ERR_PROXY_TUNNEL",
  ],
  CONNECTION_FAILED: [
    "Proxy response (502) !== 200 when HTTP Tunneling",
    "connect ETIMEDOUT",
    "ECONNREFUSED",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "EHOSTDOWN",
    "ENETDOWN",
    "UND_ERR_CONNECT_TIMEOUT",
    "ConnectionRefused",
    "FailedToOpenSocket",
    "net::ERR_CONNECTION_REFUSED",
    "net::ERR_CONNECTION_FAILED",
    "net::ERR_CONNECTION_TIMED_OUT",
    "net::ERR_ADDRESS_UNREACHABLE",
    "net::ERR_INTERNET_DISCONNECTED",
    "net::ERR_PROXY_CONNECTION_FAILED",
    "Could not connect to the server.",
  ],
  REQUEST_REFUSED: ["ERR_HTTP2_GOAWAY_SESSION", "Stream closed with error code NGHTTP2_REFUSED_STREAM"],
  THROTTLED: ["Stream closed with error code NGHTTP2_ENHANCE_YOUR_CALM"],
  TIMEOUT: [
    "TimeoutError",
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
    "net::ERR_TIMED_OUT",
    "Network request timed out",
    "The request timed out.",
  ],
  UNREADABLE_ANSWER: [
    "HTTPParserError",
    "HPE_INVALID_CONSTANT",
    "Z_BUF_ERROR",
    "Z_DATA_ERROR",
    "Z_MEM_ERROR",
    "Z_NEED_DICT",
    "Z_STREAM_ERROR",
    "Z_VERSION_ERROR",
    "ERR__ERROR_FORMAT_1",
    "UND_ERR_HEADERS_OVERFLOW",
    "UND_ERR_RES_EXCEEDED_MAX_SIZE",
    "Malformed_HTTP_Response",
    "InvalidContentLength",
    "ZlibError",
    "net::ERR_CONTENT_DECODING_FAILED",
    "net::ERR_INVALID_HTTP_RESPONSE",
    "net::ERR_RESPONSE_HEADERS_TOO_BIG",
  ],
  REDIRECT_REFUSED: [
    "unexpected redirect",
    "redirect count exceeded",
    "URL scheme must be a HTTP(S) scheme",
    "net::ERR_TOO_MANY_REDIRECTS",
    "net::ERR_UNSAFE_REDIRECT",
  ],
  CONNECTION_LOST: [
    "ECONNRESET",
    "ECONNABORTED",
    "EPIPE",
    "ETIMEDOUT",
    "UND_ERR_SOCKET",
    "UND_ERR_CLOSED",
    "UND_ERR_DESTROYED",
    "UND_ERR_INFO",
    "ERR_HTTP2_STREAM_ERROR",
    "ConnectionClosed",
    "net::ERR_CONNECTION_RESET",
    "net::ERR_SOCKET_NOT_CONNECTED",
    "net::ERR_EMPTY_RESPONSE",
    "net::ERR_INCOMPLETE_CHUNKED_ENCODING",
    "net::ERR_HTTP2_PROTOCOL_ERROR",
    "net::ERR_QUIC_PROTOCOL_ERROR",
    "The network connection was lost.",
    "Content-Length header of network response exceeds response Body.",
  ],
  NETWORK_ERROR: [
    "fetch failed",
    "TypeError: terminated",
    "Failed to fetch",
    "Failed to fetch ([::1]:8080)",
    "Load failed",
    "Load failed (api.an-example.com)",
    "NetworkError when attempting to fetch resource.",
    "TypeError: network error",
    "TypeError: Error in input stream",
    "TypeError: Error in body stream",
    "Network request failed",
    "Network connection lost.",
    "The Internet connection appears to be offline.",
    "net::ERR_BLOCKED_BY_CLIENT",
  ],
};

/** The same of clients that are no `fetch`. */
const ofClients: typeof ofFetch = {
  none: ["ERR_CANCELED", "ABORTED", "ERR_ABORTED", "Request was aborted."],
  PROXY_REFUSED: [
    "tunneling socket could not be established, cause=407",
    "tunneling socket could not be established, statusCode=407",
    "Bad response: 403",
  ],
  CONNECTION_FAILED: [
    "tunneling socket could not be established, cause=502",
    "tunneling socket could not be established, statusCode=502",
    "Bad response: 504",
    "Timeout awaiting 'lookup' for 50ms",
    "Timeout awaiting 'connect' for 50ms",
    "Timeout awaiting 'secureConnect' for 50ms",
  ],
  TIMEOUT: [
    "timeout of 50ms exceeded",
    "Response timeout of 50ms exceeded",
    "Upload timeout of 50ms exceeded",
    "Timeout of 50ms exceeded",
    "Request timed out.",
    "ESOCKETTIMEDOUT",
    "Opening handshake has timed out",
    "read timeout",
    "The operation was aborted due to timeout",
  ],
  REDIRECT_REFUSED: ["ERR_TOO_MANY_REDIRECTS", "ERR_FR_TOO_MANY_REDIRECTS"],
  CONNECTION_LOST: ["ERR_STREAM_PREMATURE_CLOSE", "stream has been aborted"],
  NETWORK_ERROR: ["ERR_NETWORK", "A network error occurred.", "Connection error.", "TypeError: fetch failed"],
};

const sending = "error sending request for url (https://a.example/): client error";

/** The words of runtimes with which a text begins. */
const beginningsOfFetch: typeof ofFetch = {
  NAME_NOT_RESOLVED: [`${sending} (Connect): dns error: `],
  TLS_FAILED: ["invalid peer certificate", "received corrupt", "received fatal", "peer "].map((why) => `${sending} (Connect): ${why}`),
  PROXY_REFUSED: [`${sending} (Connect): proxy auth`, `${sending} (Connect): unsuccessful tunnel`],
  CONNECTION_FAILED: [`${sending} (Connect): `, "Client network socket disconnected before secure TLS "],
  UNREADABLE_ANSWER: [
    "too many content-encodings ",
    `${sending} (SendRequest): invalid `,
    `${sending} (SendRequest): message head is too large`,
  ],
  CONNECTION_LOST: [`${sending} (SendRequest): `, "error reading a body from connection"],
};

/** The same of clients that are no `fetch`. */
const beginningsOfClients: typeof ofFetch = {
  TIMEOUT: ["network timeout at: ", "Response timeout while trying to fetch "],
  CONNECTION_FAILED: ["TypeError: fetch failed: connect ECONNREFUSED "],
  REDIRECT_REFUSED: [
    "maximum redirect reached at: ",
    "uri requested responds with an invalid redirect URL: ",
    "uri requested responds with a redirect, redirect mode is set to error: ",
  ],
  NETWORK_ERROR: ["TypeError: fetch failed: ", "Request has been terminated\nPossible causes: "],
};

const listed = (words: typeof ofFetch): [text: string, meaning: Meaning][] =>
  (Object.entries(words) as [Meaning, readonly string[]][]).flatMap(([meaning, texts]) =>
    texts.map((text): [string, Meaning] => [text, meaning]),
  );

/** A text as somebody says it: to words that mean more than that something failed, `fetch` adds that it failed. */
const said = (text: string, meaning: Meaning): Error =>
  new Error(text, meaning === "NETWORK_ERROR" ? {} : { cause: new Error("fetch failed") });

/** What comes out for a text that is only similar. */
const similar = (meaning: Meaning): TransportCode | undefined => (meaning === "NETWORK_ERROR" ? undefined : "NETWORK_ERROR");
const expected = (meaning: Meaning): TransportCode | undefined => (meaning === "none" ? undefined : meaning);

describe.each([
  ["a runtime", classifyFetch, ofFetch, beginningsOfFetch],
  ["a runtime under a client", classifyAny, ofFetch, beginningsOfFetch],
  ["a client", classifyAny, ofClients, beginningsOfClients],
])("the words of %s", (_, classify, whole, beginnings) => {
  test.each(listed(whole))("%s: %s, and nothing longer", (text, meaning) => {
    expect(classify(said(text, meaning))?.code).toBe(expected(meaning));
    expect(classify(said(`-${text}`, meaning))?.code).toBe(similar(meaning));
    expect(classify(said(`${text}-`, meaning))?.code).toBe(similar(meaning));
  });

  test.each(listed(beginnings))("%s…: %s", (text, meaning) => {
    expect(classify(said(`${text}this or that`, meaning))?.code).toBe(expected(meaning));
    expect(classify(said(`-${text}this or that`, meaning))?.code).toBe(similar(meaning));
  });
});

test.each([104, 54, 10054, 32])("the system's number %i ends the words of Deno", (number) => {
  expect(classifyFetch(new Error(`Connection reset by peer (os error ${number})`))?.code).toBe("CONNECTION_LOST");
  expect(classifyFetch(new Error(`Connection reset by peer (os error ${number}).`))).toBeUndefined();
});

test("what clients say is nothing that a fetch says", () => {
  for (const [text, meaning] of [...listed(ofClients), ...listed(beginningsOfClients)])
    expect(classifyFetch(said(text, meaning))?.code).toBe(similar(meaning));
});

describe("where somebody says it", () => {
  test.each<[string, object, TransportCode | undefined]>([
    ["as the code", { code: "ENOTFOUND" }, "NAME_NOT_RESOLVED"],
    ["as the name", { name: "TimeoutError" }, "TIMEOUT"],
    ["as the message", { message: "fetch failed" }, "NETWORK_ERROR"],
    ["as the system call, with the code", { syscall: "connect", code: "EMFILE" }, "CONNECTION_FAILED"],
    ["as a system call without a code", { syscall: "connect" }, undefined],
    ["as a system call with a number for a code", { syscall: "connect", code: 7 }, undefined],
    ["in no other member", { reason: "fetch failed" }, undefined],
    ["as no text", { message: ["fetch failed"] }, undefined],
    ["with a name that is no text", { name: ["TypeError"], message: "terminated" }, undefined],
  ])("%s", (_, thrown, code) => {
    expect(classifyFetch(thrown)?.code).toBe(code);
  });

  test.each(["terminated", "network error", "Error in input stream", "Error in body stream"])(
    "%s, which programs say too, counts of a fetch",
    (text) => {
      expect(classifyFetch(new TypeError(text))?.code).toBe("NETWORK_ERROR");
      for (const classify of [classifyFetch, classifyAny]) {
        expect(classify(new Error(text))).toBeUndefined();
        expect(classify({ message: text })).toBeUndefined();
      }
    },
  );

  test.each(["UNABLE_TO_LOAD_CONFIG", "UNABLE_TO_GET_LOCK", "CERT_MISSING_IN_FORM", "SELF_SIGNED_CERT_POLICY", "Z_ORDER", "Z_INDEX_ERROR"])(
    "%s is a code of another program",
    (code) => {
      for (const classify of [classifyFetch, classifyAny]) expect(classify({ code, message: "x" })).toBeUndefined();
    },
  );

  test.each(["EACCES", "E2BIG", "UNKNOWN"])("connect %s is a connection that failed", (code) => {
    expect(classifyFetch({ syscall: "connect", code, message: `connect ${code} 127.0.0.1:80` })?.code).toBe("CONNECTION_FAILED");
  });

  test.each(["connect failed", "connect ETIMEDOUT to it", "connect"])("%s is what programs say of anything", (message) => {
    for (const classify of [classifyFetch, classifyAny]) expect(classify(new Error(message))).toBeUndefined();
  });

  test("the row counts, and not how deep it is said", () => {
    const inner = Object.assign(new Error("inner"), { code: "ENOTFOUND" });
    expect(classifyFetch(Object.assign(new Error("outer", { cause: inner }), { code: "ECONNRESET" }))).toMatchObject({
      code: "NAME_NOT_RESOLVED",
      receivedCode: "ECONNRESET",
    });
  });

  test("the code that is received is the proxy's status, else the first that is a text", () => {
    const refused = Object.assign(new Error("Proxy response (407) !== 200 when HTTP Tunneling"), { code: "UND_ERR_ABORTED" });
    expect(classifyFetch(refused)?.receivedCode).toBe("407");
    const told = Object.assign(new Error("fetch failed", { cause: { code: "OF_THE_CAUSE" } }), { code: 7 });
    expect(classifyFetch(told)?.receivedCode).toBe("OF_THE_CAUSE");
    expect(classifyFetch(new Error("fetch failed"))?.receivedCode).toBeUndefined();
  });

  test("texts of 9,000 characters say nothing", () => {
    const ofLength = (length: number): Error => new Error("too many content-encodings ".padEnd(length, "x"));
    expect(classifyFetch(ofLength(8999))?.code).toBe("UNREADABLE_ANSWER");
    expect(classifyFetch(ofLength(9000))).toBeUndefined();
  });
});
