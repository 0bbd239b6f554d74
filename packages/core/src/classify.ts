import { type Caught, chainOf } from "./chain.js";
import { lazily } from "./lazily.js";
import { memberOf } from "./member-of.js";
import { type TransportCode, type TransportError, isTransportError, transportError } from "./transport-error.js";

/** What a client or runtime says, and what it means. Without a code, it is not a failed connection, and nothing else in the chain can make it one. */
type Sign = readonly [says: RegExp, code?: TransportCode];

/**
 * Which words mean what. Each pattern matches a whole code, name, message, name with message, or system call with code of an error. The first row
 * that matches anything in the chain of causes counts, so specific rows come before what every failure says. A group in parentheses becomes the
 * `receivedCode`.
 *
 * These are the words of runtimes and their `fetch`.
 */
const wordsOfFetch = /* @__PURE__ */ lazily((): readonly Sign[] => [
  // A proxy that refuses the tunnel. undici names that an abort, which is why it stands first. 5xx is the proxy's way to say that it reached nobody.
  [/^Proxy response \((5\d\d)\) !== 200 when HTTP Tunneling$/, "CONNECTION_FAILED"],
  [/^Proxy response \((\d+)\) !== 200 when HTTP Tunneling$/, "PROXY_REFUSED"],
  // AbortSignal.timeout, which some report as an abort that it caused
  [/^TimeoutError$/, "TIMEOUT"],
  // The caller ended it: every fetch; Electron
  [/^(?:AbortError|net::ERR_ABORTED)$/],
  // The caller's mistakes that are reported as "fetch failed": undici; its refused headers and bodies; HTTP/2's
  [/^(?:unknown scheme|bad port|about scheme is not supported|invalid method)$/],
  [/^UND_ERR_(?:INVALID_ARG|NOT_SUPPORTED|REQ_CONTENT_LENGTH_MISMATCH)$/],
  [/^ERR_HTTP2_(?:INVALID_(?:CONNECTION_HEADERS|HEADER_VALUE|PSEUDOHEADER)|HEADER_SINGLE_VALUE|PAYLOAD_FORBIDDEN)$/],
  // Electron
  [/^net::ERR_(?:\w+_URL_SCHEME|INVALID_(?:URL|ARGUMENT)|UNSAFE_PORT)$/],

  // Node; Electron; Deno; Apple
  [/^(?:ENOTFOUND|EAI_\w+|net::ERR_NAME_\w+)$/, "NAME_NOT_RESOLVED"],
  [/^error sending request .*: client error \(Connect\): dns error: /, "NAME_NOT_RESOLVED"],
  [/^A server with the specified hostname could not be found\.$/, "NAME_NOT_RESOLVED"],

  // Node: TLS itself, then what OpenSSL finds wrong with a certificate, which is a closed list: other programs have codes that begin alike
  [/^(?:EPROTO|ERR_(?:SSL|TLS)_\w+|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH)$/, "TLS_FAILED"],
  [/^CERT_(?:CHAIN_TOO_LONG|HAS_EXPIRED|NOT_YET_VALID|REJECTED|REVOKED|SIGNATURE_FAILURE|UNTRUSTED)$/, "TLS_FAILED"],
  [/^(?:DEPTH_ZERO_)?SELF_SIGNED_CERT(?:_IN_CHAIN)?$/, "TLS_FAILED"],
  [/^UNABLE_TO_(?:GET_ISSUER_CERT(?:_LOCALLY)?|VERIFY_LEAF_SIGNATURE|DECODE_ISSUER_PUBLIC_KEY)$/, "TLS_FAILED"],
  [/^UNABLE_TO_(?:GET_CRL|DECRYPT_(?:CERT|CRL)_SIGNATURE)$/, "TLS_FAILED"],
  // Electron; Deno, in the words of rustls
  [/^net::ERR_(?:CERT|SSL|BAD_SSL)_\w+$/, "TLS_FAILED"],
  [/^error sending request .*: client error \(Connect\): (?:invalid peer certificate|received (?:corrupt|fatal)|peer )/, "TLS_FAILED"],

  // Deno; Electron; Node's own proxy support
  [/^error sending request .*: client error \(Connect\): (?:proxy auth|unsuccessful tunnel)/, "PROXY_REFUSED"],
  [/^(?:net::ERR_(?:TUNNEL|PROXY_AUTH)\w+|ERR_PROXY_TUNNEL)$/, "PROXY_REFUSED"],

  // Node and undici. A reset during the handshake has the same code as one in the middle of an answer. Only its message tells.
  [
    /^(?:connect (?:E[A-Z\d]+|UNKNOWN)|ECONNREFUSED|E(?:HOST|NET)(?:UNREACH|DOWN)|UND_ERR_CONNECT_TIMEOUT|Client network socket disconnected before secure TLS .*)$/,
    "CONNECTION_FAILED",
  ],
  // Bun; Electron; Deno; Apple
  [/^(?:ConnectionRefused|FailedToOpenSocket)$/, "CONNECTION_FAILED"],
  [/^net::ERR_(?:CONNECTION_(?:REFUSED|FAILED|TIMED_OUT)|ADDRESS_\w+|INTERNET_\w+|PROXY_\w+)$/, "CONNECTION_FAILED"],
  [/^error sending request .*: client error \(Connect\): /, "CONNECTION_FAILED"],
  [/^Could not connect to the server\.$/, "CONNECTION_FAILED"],

  // HTTP/2, in Node
  [/^(?:ERR_HTTP2_GOAWAY_SESSION|Stream closed with error code NGHTTP2_REFUSED_STREAM)$/, "REQUEST_REFUSED"],
  [/^Stream closed with error code NGHTTP2_ENHANCE_YOUR_CALM$/, "THROTTLED"],

  // undici; Electron; React Native; Apple
  [/^(?:UND_ERR_(?:HEADERS|BODY)_TIMEOUT|net::ERR_TIMED_OUT)$/, "TIMEOUT"],
  [/^(?:Network request timed out|The request timed out\.)$/, "TIMEOUT"],

  // Node, undici and zlib, whose codes are a closed list as well; Bun; undici
  [/^(?:Z_(?:(?:BUF|DATA|MEM|STREAM|VERSION)_ERROR|NEED_DICT)|ERR__\w+)$/, "UNREADABLE_ANSWER"],
  [/^(?:HTTPParserError|HPE_\w+|UND_ERR_(?:HEADERS_|RES_)\w+)$/, "UNREADABLE_ANSWER"],
  [/^(?:Malformed_HTTP_Response|InvalidContentLength|ZlibError)$/, "UNREADABLE_ANSWER"],
  [/^too many content-encodings /, "UNREADABLE_ANSWER"],
  // Electron; Deno, in the words of hyper
  [/^net::ERR_(?:CONTENT_\w+|INVALID_\w+|RESPONSE_HEADERS_\w+)$/, "UNREADABLE_ANSWER"],
  [/^error sending request .*: client error \(SendRequest\): (?:invalid |message head is too large)/, "UNREADABLE_ANSWER"],

  // undici; Electron
  [/^(?:unexpected redirect|redirect count exceeded|URL scheme must be a HTTP\(S\) scheme)$/, "REDIRECT_REFUSED"],
  [/^net::ERR_(?:TOO_MANY_REDIRECTS|UNSAFE_REDIRECT)$/, "REDIRECT_REFUSED"],

  // Node and undici; Bun; Electron; Deno; Apple
  [/^(?:ECONN(?:RESET|ABORTED)|EPIPE|ETIMEDOUT|UND_ERR_(?:SOCKET|CLOSED|DESTROYED|INFO)|ERR_HTTP2_\w+)$/, "CONNECTION_LOST"],
  [/^(?:ConnectionClosed|net::ERR_(?:CONNECTION|SOCKET|EMPTY|INCOMPLETE|HTTP2|QUIC)_\w+)$/, "CONNECTION_LOST"],
  [/^error (?:sending request .*: client error \(SendRequest\): |reading a body from connection)/, "CONNECTION_LOST"],
  // The number is the system's: ECONNRESET on Linux, macOS and Windows, and EPIPE
  [/ \(os error (?:104|54|10054|32)\)$/, "CONNECTION_LOST"],
  [/^The network connection was lost\.$/, "CONNECTION_LOST"],
  // Firefox, of a body that ends early, also of one without a length
  [/^Content-Length header of network response exceeds response Body\.$/, "CONNECTION_LOST"],

  // What every failure says: undici; Chromium and Safari, where Sentry's browser package adds the host; Firefox
  [/^fetch failed$/, "NETWORK_ERROR"],
  [/^(?:Failed to fetch|Load failed|NetworkError when attempting to fetch resource\.)(?: \([\w.:[\]-]+\))?$/, "NETWORK_ERROR"],
  // The same in a body: undici; Chromium; Firefox. Only as a TypeError, which is what a fetch throws: other programs have these words, too.
  [/^TypeError: (?:terminated|network error|Error in (?:input|body) stream)$/, "NETWORK_ERROR"],
  // React Native and workerd; Apple; Electron
  [/^(?:Network (?:request failed|connection lost\.)|The Internet connection appears to be offline\.|net::ERR_\w+)$/, "NETWORK_ERROR"],
]);

/**
 * The same for clients other than `fetch`, and for those that add words of their own. They are more specific than the words of the runtime below
 * them.
 */
const wordsOfClients = /* @__PURE__ */ lazily((): readonly Sign[] => [
  // A proxy that refuses the tunnel: https-proxy-agent and tunnel-agent; hpagent
  [/^(?:tunneling socket could not be established, (?:cause|statusCode)=|Bad response: )(5\d\d)$/, "CONNECTION_FAILED"],
  [/^(?:tunneling socket could not be established, (?:cause|statusCode)=|Bad response: )(\d+)$/, "PROXY_REFUSED"],
  // The caller ended it: axios; superagent; got; openai
  [/^(?:ERR_CANCELED|ABORTED|ERR_ABORTED|Request was aborted\.)$/],
  // got, before it had a connection
  [/^Timeout awaiting '(?:lookup|connect|secureConnect)' for \d+ms$/, "CONNECTION_FAILED"],
  // axios and superagent; node-fetch 2; openai, request, ws and needle
  [/^(?:(?:Response |Upload )?timeout|Timeout) of \d+ms exceeded$/, "TIMEOUT"],
  [/^(?:network timeout at: |Response timeout while trying to fetch )/, "TIMEOUT"],
  [/^(?:Request timed out\.|ESOCKETTIMEDOUT|Opening handshake has timed out|read timeout)$/, "TIMEOUT"],
  // eventsource, which keeps no more than messages
  [/^The operation was aborted due to timeout$/, "TIMEOUT"],
  [/^TypeError: fetch failed: connect ECONNREFUSED /, "CONNECTION_FAILED"],
  // follow-redirects under axios, got; node-fetch
  [/^ERR_(?:FR_)?TOO_MANY_REDIRECTS$/, "REDIRECT_REFUSED"],
  [/^(?:maximum redirect reached at|uri requested responds with an invalid redirect URL): /, "REDIRECT_REFUSED"],
  [/^uri requested responds with a redirect, redirect mode is set to error: /, "REDIRECT_REFUSED"],
  // node-fetch 3; axios
  [/^(?:ERR_STREAM_PREMATURE_CLOSE|stream has been aborted)$/, "CONNECTION_LOST"],
]);

/** What clients say about every failure. It counts only if the runtime below them says no more. */
const lastWordsOfClients = /* @__PURE__ */ lazily((): readonly Sign[] => [
  // axios in a browser; Firefox's XMLHttpRequest; openai
  [/^(?:ERR_NETWORK|A network error occurred\.|Connection error\.)$/, "NETWORK_ERROR"],
  // eventsource; superagent in a browser
  [/^TypeError: fetch failed(?:: |$)/, "NETWORK_ERROR"],
  [/^Request has been terminated\nPossible causes: /, "NETWORK_ERROR"],
]);

/** Longer texts match none of these: what varies in them is a URL. */
const LONGEST_SIGN = 9000;

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** The texts in which an error says what failed. */
function textsOf(one: Caught): readonly string[] {
  const [code, name, message, syscall] = ["code", "name", "message", "syscall"].map((member) => memberOf(one, member));
  const call = [syscall, code].filter(isText).join(" ");
  const titled = [name, message].filter(isText).join(": ");
  return [code, name, message, titled, call].filter(isText).filter((text) => text.length < LONGEST_SIGN);
}

/** The error for the first matching row of a chain. */
function errorBy(signs: readonly Sign[], caught: unknown): TransportError | undefined {
  const chain = chainOf(caught);
  const typed = (chain as readonly unknown[]).find(isTransportError);
  if (typed) return typed;
  const texts = chain.flatMap(textsOf);
  for (const [says, code] of signs) {
    const found = texts.map((text) => says.exec(text)).find((match) => match !== null);
    if (!found) continue;
    const received = chain.map((one) => memberOf(one, "code")).find(isText);
    return code && transportError(code, found[1] ?? received);
  }
  return undefined;
}

/**
 * The typed error for what a `fetch` threw, by the words that runtimes use for a failed connection. A `TransportError` is returned unchanged, also if
 * it is a cause. Undefined for anything else: an abort of the caller's own, which is a decision and not a failure; a mistake of the caller, such as a
 * bad URL or header, which no retry fixes; and anything that is not about a connection.
 */
export function classifyFetch(caught: unknown): TransportError | undefined {
  return errorBy(wordsOfFetch(), caught);
}

/** The same for what any client threw. */
export function classifyAny(caught: unknown): TransportError | undefined {
  return errorBy([...wordsOfClients(), ...wordsOfFetch(), ...lastWordsOfClients()], caught);
}
