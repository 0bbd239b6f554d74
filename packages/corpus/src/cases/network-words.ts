import type { TransportCode } from "@scai-errors/core";

/** What a client threw because a connection failed, or although none did, and what it is. */
export interface NetworkWords {
  readonly id: string;
  /** Whose words they are. */
  readonly who: string;
  readonly thrown: unknown;
  /** Undefined where it is no failure of the connection, and goes on as it is. */
  readonly code: TransportCode | undefined;
  readonly receivedCode?: string;
}

/** An error with members, by a message. */
function error(message: string, members: object = {}): Error {
  // As it comes from a client: its name and code are members, in whatever way they got there.
  return Object.defineProperties(new Error(message), Object.getOwnPropertyDescriptors(members));
}

/** What undici and Deno reject with: the reason is the cause. */
function fetchFailed(cause: Error): Error {
  return new TypeError("fetch failed", { cause });
}

/** undici's three layers around a proxy that refuses CONNECT, as its `fetch` has them. */
function tunnel(status: number): Error {
  const refused = error(`Proxy response (${status}) !== 200 when HTTP Tunneling`, { name: "AbortError", code: "UND_ERR_ABORTED" });
  return fetchFailed(error("Request was cancelled.", { code: 0, cause: refused }));
}

const deno = (reason: string): Error => fetchFailed(error(`error sending request for url (http://api.example.com/?token=x): ${reason}`));
const denoSent = (reason: string): Error =>
  fetchFailed(error(`error sending request from 10.0.0.1:5550 for http://api.example.com/ (10.0.0.2:80): ${reason}`));

/** The host that Sentry's browser package adds to every browser's words. */
const hosts: readonly NetworkWords[] = [
  { id: "W01", who: "Sentry in Chromium", thrown: new TypeError("Failed to fetch (api.example.com)"), code: "NETWORK_ERROR" },
  { id: "W01-port", who: "Sentry in Chromium", thrown: new TypeError("Failed to fetch (localhost:8080)"), code: "NETWORK_ERROR" },
  { id: "W01-ipv6", who: "Sentry in Chromium", thrown: new TypeError("Failed to fetch ([::1]:8080)"), code: "NETWORK_ERROR" },
  { id: "W01-safari", who: "Sentry in Safari", thrown: new TypeError("Load failed (api.example.com)"), code: "NETWORK_ERROR" },
  {
    id: "W01-firefox",
    who: "Sentry in Firefox",
    thrown: new TypeError("NetworkError when attempting to fetch resource. (api.example.com)"),
    code: "NETWORK_ERROR",
  },
  { id: "W01-else", who: "a program", thrown: new TypeError("Failed to fetch (the user's name)"), code: undefined },
];

const electron: readonly NetworkWords[] = (
  [
    ["NAME_NOT_RESOLVED", "NAME_NOT_RESOLVED"],
    ["CONNECTION_REFUSED", "CONNECTION_FAILED"],
    ["INTERNET_DISCONNECTED", "CONNECTION_FAILED"],
    ["ADDRESS_UNREACHABLE", "CONNECTION_FAILED"],
    ["TUNNEL_CONNECTION_FAILED", "PROXY_REFUSED"],
    ["CERT_AUTHORITY_INVALID", "TLS_FAILED"],
    ["SSL_PROTOCOL_ERROR", "TLS_FAILED"],
    ["TIMED_OUT", "TIMEOUT"],
    ["CONTENT_DECODING_FAILED", "UNREADABLE_ANSWER"],
    ["TOO_MANY_REDIRECTS", "REDIRECT_REFUSED"],
    ["CONNECTION_RESET", "CONNECTION_LOST"],
    ["EMPTY_RESPONSE", "CONNECTION_LOST"],
    ["HTTP2_PROTOCOL_ERROR", "CONNECTION_LOST"],
    ["BLOCKED_BY_CLIENT", "NETWORK_ERROR"],
    ["ABORTED", undefined],
    ["UNKNOWN_URL_SCHEME", undefined],
  ] as const
).map(([word, code]) => ({ id: `W02-${word}`, who: "Electron", thrown: error(`net::ERR_${word}`), code }));

const denos: readonly NetworkWords[] = [
  {
    id: "W03-name",
    who: "Deno",
    thrown: deno("client error (Connect): dns error: failed to lookup address information: Name or service not known"),
    code: "NAME_NOT_RESOLVED",
  },
  {
    id: "W03-refused",
    who: "Deno",
    thrown: deno("client error (Connect): tcp connect error: Connection refused (os error 111)"),
    code: "CONNECTION_FAILED",
  },
  {
    id: "W03-tls",
    who: "Deno",
    thrown: deno("client error (Connect): received corrupt message of type InvalidContentType"),
    code: "TLS_FAILED",
  },
  { id: "W03-issuer", who: "Deno", thrown: deno("client error (Connect): invalid peer certificate: UnknownIssuer"), code: "TLS_FAILED" },
  { id: "W03-proxy", who: "Deno", thrown: deno("client error (Connect): proxy authentication required"), code: "PROXY_REFUSED" },
  { id: "W03-tunnel", who: "Deno", thrown: deno("client error (Connect): unsuccessful tunnel"), code: "PROXY_REFUSED" },
  {
    id: "W03-closed",
    who: "Deno",
    thrown: denoSent("client error (SendRequest): connection closed before message completed"),
    code: "CONNECTION_LOST",
  },
  { id: "W03-reset", who: "Deno", thrown: fetchFailed(error("Connection reset by peer (os error 104)")), code: "CONNECTION_LOST" },
  { id: "W03-reset-mac", who: "Deno", thrown: fetchFailed(error("Connection reset by peer (os error 54)")), code: "CONNECTION_LOST" },
  { id: "W03-http", who: "Deno", thrown: denoSent("client error (SendRequest): invalid HTTP version parsed"), code: "UNREADABLE_ANSWER" },
  {
    id: "W03-long",
    who: "Deno",
    thrown: fetchFailed(
      error(`error sending request for url (https://a.example/${"a".repeat(4000)}): client error (Connect): tcp connect error: x`),
    ),
    code: "CONNECTION_FAILED",
  },
];

/** Connections that break in a body. */
const bodies: readonly NetworkWords[] = [
  { id: "W04", who: "Deno", thrown: new TypeError("error reading a body from connection"), code: "CONNECTION_LOST" },
  {
    id: "W04-reason",
    who: "Deno 2.0",
    thrown: new TypeError("error reading a body from connection: unexpected EOF during chunk size line"),
    code: "CONNECTION_LOST",
  },
  { id: "W04-firefox", who: "Firefox", thrown: new TypeError("Error in input stream"), code: "NETWORK_ERROR" },
  {
    id: "W04-firefox-140",
    who: "Firefox 140",
    thrown: new TypeError("Content-Length header of network response exceeds response Body."),
    code: "CONNECTION_LOST",
  },
  { id: "W04-firefox-body", who: "Firefox 60", thrown: new TypeError("Error in body stream"), code: "NETWORK_ERROR" },
  { id: "W04-chromium", who: "Chromium", thrown: new TypeError("network error"), code: "NETWORK_ERROR" },
  { id: "W04-safari", who: "Safari", thrown: new TypeError("The network connection was lost."), code: "CONNECTION_LOST" },
  {
    id: "W04-undici",
    who: "undici",
    thrown: new TypeError("terminated", { cause: error("other side closed", { code: "UND_ERR_SOCKET" }) }),
    code: "CONNECTION_LOST",
    receivedCode: "UND_ERR_SOCKET",
  },
  {
    id: "W04-node-fetch",
    who: "node-fetch 3",
    thrown: error("Premature close", { code: "ERR_STREAM_PREMATURE_CLOSE" }),
    code: "CONNECTION_LOST",
    receivedCode: "ERR_STREAM_PREMATURE_CLOSE",
  },
  {
    id: "W04-axios",
    who: "axios",
    thrown: error("stream has been aborted", { name: "AxiosError", code: "ERR_BAD_RESPONSE" }),
    code: "CONNECTION_LOST",
    receivedCode: "ERR_BAD_RESPONSE",
  },
];

/** Time limits that clients keep themselves. */
const timeouts: readonly NetworkWords[] = [
  { id: "W05", who: "openai", thrown: error("Request timed out."), code: "TIMEOUT" },
  {
    id: "W05-axios",
    who: "axios",
    thrown: error("timeout of 50ms exceeded", { name: "AxiosError", code: "ECONNABORTED" }),
    code: "TIMEOUT",
    receivedCode: "ECONNABORTED",
  },
  {
    id: "W05-superagent",
    who: "superagent",
    thrown: error("Timeout of 50ms exceeded", { code: "ECONNABORTED", errno: "ETIME" }),
    code: "TIMEOUT",
    receivedCode: "ECONNABORTED",
  },
  {
    id: "W05-superagent-response",
    who: "superagent",
    thrown: error("Response timeout of 50ms exceeded", { code: "ECONNABORTED", errno: "ETIMEDOUT" }),
    code: "TIMEOUT",
    receivedCode: "ECONNABORTED",
  },
  {
    id: "W05-got",
    who: "got",
    thrown: error("Timeout awaiting 'request' for 50ms", { name: "TimeoutError", code: "ETIMEDOUT", event: "request" }),
    code: "TIMEOUT",
    receivedCode: "ETIMEDOUT",
  },
  {
    id: "W05-got-connect",
    who: "got",
    thrown: error("Timeout awaiting 'connect' for 50ms", { name: "TimeoutError", code: "ETIMEDOUT", event: "connect" }),
    code: "CONNECTION_FAILED",
    receivedCode: "ETIMEDOUT",
  },
  { id: "W05-ky", who: "ky", thrown: error("Request timed out: GET https://a.example/", { name: "TimeoutError" }), code: "TIMEOUT" },
  { id: "W05-request", who: "request", thrown: error("ESOCKETTIMEDOUT", { code: "ESOCKETTIMEDOUT" }), code: "TIMEOUT" },
  { id: "W05-node-fetch", who: "node-fetch 2", thrown: error("network timeout at: https://a.example/"), code: "TIMEOUT" },
  {
    id: "W05-node-fetch-body",
    who: "node-fetch 2",
    thrown: error("Response timeout while trying to fetch https://a.example/ (over 50ms)"),
    code: "TIMEOUT",
  },
  { id: "W05-react-native", who: "React Native", thrown: new TypeError("Network request timed out"), code: "TIMEOUT" },
  { id: "W05-safari", who: "Safari", thrown: new TypeError("The request timed out."), code: "TIMEOUT" },
  { id: "W05-ws", who: "ws", thrown: error("Opening handshake has timed out"), code: "TIMEOUT" },
  { id: "W05-needle", who: "needle", thrown: error("read timeout"), code: "TIMEOUT" },
  {
    id: "W05-eventsource",
    who: "eventsource",
    thrown: { type: "error", message: "The operation was aborted due to timeout" },
    code: "TIMEOUT",
  },
  {
    id: "W05-cause",
    who: "node:http, with AbortSignal.timeout",
    thrown: error("x", { name: "AbortError", code: "ABORT_ERR", cause: new DOMException("x", "TimeoutError") }),
    code: "TIMEOUT",
  },
  { id: "W05-signal", who: "AbortSignal.timeout", thrown: new DOMException("x", "TimeoutError"), code: "TIMEOUT" },
];

/** The caller ended it: a decision, and no failure. */
const aborts: readonly NetworkWords[] = [
  { id: "W06", who: "fetch", thrown: new DOMException("This operation was aborted", "AbortError"), code: undefined },
  { id: "W06-openai", who: "openai", thrown: error("Request was aborted."), code: undefined },
  { id: "W06-axios", who: "axios", thrown: error("canceled", { name: "CanceledError", code: "ERR_CANCELED" }), code: undefined },
  { id: "W06-superagent", who: "superagent", thrown: error("Aborted", { code: "ABORTED" }), code: undefined },
  { id: "W06-got", who: "got", thrown: error("This operation was aborted.", { name: "AbortError", code: "ERR_ABORTED" }), code: undefined },
  {
    id: "W06-ofetch",
    who: "ofetch",
    thrown: error('[GET] "https://a.example/": <no response> x', { cause: new DOMException("x", "AbortError") }),
    code: undefined,
  },
  { id: "W06-reason", who: "fetch, with a reason of the caller's", thrown: new Error("The user left."), code: undefined },
];

/** A proxy that refuses the tunnel: the server was never reached, and nobody cancelled. */
const proxies: readonly NetworkWords[] = [
  { id: "W07-407", who: "undici's ProxyAgent", thrown: tunnel(407), code: "PROXY_REFUSED", receivedCode: "407" },
  { id: "W07-403", who: "undici's ProxyAgent", thrown: tunnel(403), code: "PROXY_REFUSED", receivedCode: "403" },
  { id: "W07-502", who: "undici's ProxyAgent", thrown: tunnel(502), code: "CONNECTION_FAILED", receivedCode: "502" },
  { id: "W07-503", who: "undici's ProxyAgent", thrown: tunnel(503), code: "CONNECTION_FAILED", receivedCode: "503" },
  {
    id: "W07-tunnel-agent",
    who: "tunnel-agent",
    thrown: error("tunneling socket could not be established, statusCode=407", { code: "ECONNRESET" }),
    code: "PROXY_REFUSED",
    receivedCode: "407",
  },
  {
    id: "W07-tunnel-agent-502",
    who: "tunnel-agent",
    thrown: error("tunneling socket could not be established, statusCode=502", { code: "ECONNRESET" }),
    code: "CONNECTION_FAILED",
    receivedCode: "502",
  },
  { id: "W07-hpagent", who: "hpagent", thrown: error("Bad response: 403"), code: "PROXY_REFUSED", receivedCode: "403" },
  { id: "W07-hpagent-504", who: "hpagent", thrown: error("Bad response: 504"), code: "CONNECTION_FAILED", receivedCode: "504" },
  {
    id: "W07-node",
    who: "Node 24",
    thrown: error("Failed to establish tunnel", { code: "ERR_PROXY_TUNNEL" }),
    code: "PROXY_REFUSED",
    receivedCode: "ERR_PROXY_TUNNEL",
  },
];

/** Mistakes of the caller, some of them under "fetch failed". */
const mistakes: readonly NetworkWords[] = [
  ...["invalid transfer-encoding header", "invalid keep-alive header", "invalid upgrade header", "invalid content-length header"].map(
    (message) => ({
      id: `W08-${message}`,
      who: "undici",
      thrown: fetchFailed(error(message, { name: "InvalidArgumentError", code: "UND_ERR_INVALID_ARG" })),
      code: undefined,
    }),
  ),
  {
    id: "W08-expect",
    who: "undici",
    thrown: fetchFailed(error("expect header not supported", { code: "UND_ERR_NOT_SUPPORTED" })),
    code: undefined,
  },
  {
    id: "W08-length",
    who: "undici",
    thrown: fetchFailed(error("Request body length does not match", { code: "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH" })),
    code: undefined,
  },
  {
    id: "W08-http2",
    who: "Node, over HTTP/2",
    thrown: fetchFailed(error("x", { code: "ERR_HTTP2_INVALID_CONNECTION_HEADERS" })),
    code: undefined,
  },
  { id: "W08-scheme", who: "undici", thrown: fetchFailed(error("unknown scheme")), code: undefined },
  {
    id: "W08-url",
    who: "undici",
    thrown: new TypeError("Failed to parse URL from nope", { cause: error("Invalid URL", { code: "ERR_INVALID_URL" }) }),
    code: undefined,
  },
  {
    id: "W08-answer",
    who: "axios, of an answer",
    thrown: error("Request failed with status code 404", { code: "ERR_BAD_REQUEST" }),
    code: undefined,
  },
];

/** Further words for connections that could not be made, or broke. */
const connections: readonly NetworkWords[] = [
  { id: "W09-name", who: "Node", thrown: fetchFailed(error("x", { code: "EAI_AGAIN" })), code: "NAME_NOT_RESOLVED" },
  {
    id: "W09-name-safari",
    who: "Safari",
    thrown: new TypeError("A server with the specified hostname could not be found."),
    code: "NAME_NOT_RESOLVED",
  },
  ...[
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "CERT_HAS_EXPIRED",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_GET_CRL",
  ].map((code) => ({ id: `W09-tls-${code}`, who: "Node", thrown: fetchFailed(error("x", { code })), code: "TLS_FAILED" as const })),
  { id: "W09-refused", who: "Node", thrown: fetchFailed(error("x", { code: "ECONNREFUSED" })), code: "CONNECTION_FAILED" },
  { id: "W09-refused-bun", who: "Bun", thrown: error("Unable to connect.", { code: "ConnectionRefused" }), code: "CONNECTION_FAILED" },
  { id: "W09-refused-safari", who: "Safari", thrown: new TypeError("Could not connect to the server."), code: "CONNECTION_FAILED" },
  { id: "W09-closed-bun", who: "Bun", thrown: error("x", { code: "ConnectionClosed" }), code: "CONNECTION_LOST" },
  { id: "W09-goaway", who: "Node", thrown: fetchFailed(error("x", { code: "ERR_HTTP2_GOAWAY_SESSION" })), code: "REQUEST_REFUSED" },
  {
    id: "W09-calm",
    who: "Node",
    thrown: fetchFailed(error("Stream closed with error code NGHTTP2_ENHANCE_YOUR_CALM", { code: "ERR_HTTP2_STREAM_ERROR" })),
    code: "THROTTLED",
  },
  { id: "W09-http", who: "Node", thrown: fetchFailed(error("x", { code: "HPE_INVALID_CONSTANT" })), code: "UNREADABLE_ANSWER" },
  {
    id: "W09-zlib",
    who: "Node",
    thrown: new TypeError("terminated", { cause: error("x", { code: "Z_DATA_ERROR" }) }),
    code: "UNREADABLE_ANSWER",
  },
  { id: "W09-http-bun", who: "Bun", thrown: error("x", { code: "Malformed_HTTP_Response" }), code: "UNREADABLE_ANSWER" },
  {
    id: "W09-packed",
    who: "undici",
    thrown: fetchFailed(error("too many content-encodings in response: 20, maximum allowed is 5")),
    code: "UNREADABLE_ANSWER",
  },
  { id: "W09-redirect", who: "undici", thrown: fetchFailed(error("redirect count exceeded")), code: "REDIRECT_REFUSED" },
  {
    id: "W09-redirect-axios",
    who: "axios",
    thrown: error("Maximum number of redirects exceeded", { code: "ERR_FR_TOO_MANY_REDIRECTS" }),
    code: "REDIRECT_REFUSED",
  },
  {
    id: "W09-redirect-node-fetch",
    who: "node-fetch",
    thrown: error("maximum redirect reached at: https://a.example/"),
    code: "REDIRECT_REFUSED",
  },
  {
    id: "W09-redirect-node-fetch-error",
    who: "node-fetch, where the caller allows no redirect",
    thrown: error("uri requested responds with a redirect, redirect mode is set to error: https://a.example/"),
    code: "REDIRECT_REFUSED",
  },
  { id: "W09-axios", who: "axios in a browser", thrown: error("Network Error", { code: "ERR_NETWORK" }), code: "NETWORK_ERROR" },
  {
    id: "W09-superagent",
    who: "superagent in a browser",
    thrown: error("Request has been terminated\nPossible causes: the network is offline, Origin is not allowed"),
    code: "NETWORK_ERROR",
  },
  { id: "W09-openai", who: "openai", thrown: error("Connection error."), code: "NETWORK_ERROR" },
  {
    id: "W09-openai-cause",
    who: "openai, over undici",
    thrown: error("Connection error.", { cause: fetchFailed(error("x", { code: "ECONNREFUSED" })) }),
    code: "CONNECTION_FAILED",
  },
  {
    id: "W09-eventsource",
    who: "eventsource",
    thrown: { type: "error", message: "TypeError: fetch failed: connect ECONNREFUSED 127.0.0.1:1" },
    code: "CONNECTION_FAILED",
  },
  { id: "W09-eventsource-else", who: "eventsource", thrown: { type: "error", message: "TypeError: fetch failed" }, code: "NETWORK_ERROR" },
  { id: "W09-undici", who: "undici", thrown: new TypeError("fetch failed"), code: "NETWORK_ERROR" },
  { id: "W09-react-native", who: "React Native", thrown: new TypeError("Network request failed"), code: "NETWORK_ERROR" },
];

/** Words and codes of other programs that are like those of connections. */
const others: readonly NetworkWords[] = [
  ...["UNABLE_TO_LOAD_CONFIG", "CERT_MISSING_IN_FORM", "Z_ORDER"].map((code) => ({
    id: `W10-${code}`,
    who: "a program",
    thrown: error("x", { code }),
    code: undefined,
  })),
  { id: "W10-terminated", who: "a program, of a process", thrown: error("terminated"), code: undefined },
  { id: "W10-network-error", who: "a program, of its graph", thrown: error("network error"), code: undefined },
  { id: "W10-terminated-undici", who: "undici, of a body", thrown: new TypeError("terminated"), code: "NETWORK_ERROR" },
];

/** What runtimes and clients say of connections, by the kinds of the field's reports. */
export const networkWords: readonly NetworkWords[] = [
  ...hosts,
  ...electron,
  ...denos,
  ...bodies,
  ...timeouts,
  ...aborts,
  ...proxies,
  ...mistakes,
  ...connections,
  ...others,
];
