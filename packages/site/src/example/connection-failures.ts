import type { TransportCode } from "@scai-errors/core";

/** How a connection fails: what a `fetch` does then, and the same in words for people. */
export interface ConnectionFailure {
  readonly send: typeof fetch;
  readonly words: string;
}

/** What Node's fetch throws: the same words for everything, and what failed in its cause. */
function failed(message: string, code?: string): ConnectionFailure {
  const cause = Object.assign(new Error(message), code !== undefined && { code });
  return {
    send: () => Promise.reject(new TypeError("fetch failed", { cause })),
    words: `TypeError: fetch failed\n  [cause]: Error: ${message}${code === undefined ? "" : `\n    code: "${code}"`}`,
  };
}

/** What a fetch throws that says all in one error. */
function thrown(error: Error): ConnectionFailure {
  return { send: () => Promise.reject(error), words: `${error.name}: ${error.message}` };
}

/** An event stream that goes wrong after the status was sent. */
function stream(body: string, words: string): ConnectionFailure {
  const headers = { "content-type": "text/event-stream" };
  return {
    send: () => Promise.resolve(new Response(body, { headers })),
    words: `HTTP/1.1 200 OK\ncontent-type: text/event-stream\n\n${words}`,
  };
}

/** One way of each failure; runtimes have more words for most of them. */
export const connectionFailures: Readonly<Record<TransportCode, ConnectionFailure>> = {
  NAME_NOT_RESOLVED: failed("getaddrinfo ENOTFOUND grid.example.com", "ENOTFOUND"),
  CONNECTION_FAILED: failed("connect ECONNREFUSED 127.0.0.1:443", "ECONNREFUSED"),
  TLS_FAILED: failed("certificate has expired", "CERT_HAS_EXPIRED"),
  PROXY_REFUSED: failed("Proxy response (407) !== 200 when HTTP Tunneling"),
  REQUEST_REFUSED: failed("New streams cannot be created after receiving a GOAWAY", "ERR_HTTP2_GOAWAY_SESSION"),
  THROTTLED: failed("Stream closed with error code NGHTTP2_ENHANCE_YOUR_CALM", "ERR_HTTP2_STREAM_ERROR"),
  TIMEOUT: failed("Headers Timeout Error", "UND_ERR_HEADERS_TIMEOUT"),
  CANCELLED: thrown(new DOMException("The operation was aborted.", "AbortError")),
  UNREADABLE_ANSWER: failed("Expected HTTP/", "HPE_INVALID_CONSTANT"),
  REDIRECT_REFUSED: failed("redirect count exceeded"),
  CONNECTION_LOST: failed("read ECONNRESET", "ECONNRESET"),
  NETWORK_ERROR: thrown(new TypeError("Failed to fetch")),
  STREAM_EMPTY: stream("", "(the end)"),
  STREAM_TRUNCATED: stream('data: {"delta":"He"}\n\n', 'data: {"delta":"He"}\n\n(the end)'),
  EVENT_TOO_LARGE: stream(
    `data: ${"x".repeat(1_100_000)}\n\ndata: [DONE]\n\n`,
    "data: xxxxxxxxxxxxxxxx… (1,100,000 characters)\n\ndata: [DONE]",
  ),
  EVENT_UNREADABLE: stream("data: {\n\ndata: [DONE]\n\n", "data: {\n\ndata: [DONE]"),
};
