import { type Caught, chainOf, memberOf } from "./chain.js";
import { type TransportCode, type TransportError, isTransportError, transportError } from "./transport-error.js";

/**
 * How runtimes report the failures, as the whole of an error's code, name, message, or system call with code. The first row that fits anything
 * in the chain of causes counts, so that what is specific comes before what every failure says. Without a code: a mistake of the caller,
 * which no retry mends and no other name makes clearer.
 */
const signs: readonly (readonly [RegExp, TransportCode?])[] = [
  [/^AbortError$/, "CANCELLED"],
  [/^(?:ENOTFOUND|EAI_\w+)$/, "NAME_NOT_RESOLVED"],
  [
    /^(?:EPROTO|ERR_(?:SSL|TLS)_\w+|CERT_\w+|(?:DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH)$/,
    "TLS_FAILED",
  ],
  [
    // A reset during the handshake has the same code as one in the middle of an answer. Only its message tells.
    /^(?:connect \w+|ECONNREFUSED|E(?:HOST|NET)(?:UNREACH|DOWN)|UND_ERR_CONNECT_TIMEOUT|Client network socket disconnected before secure TLS .*)$/,
    "CONNECTION_FAILED",
  ],
  [/^(?:ERR_HTTP2_GOAWAY_SESSION|Stream closed with error code NGHTTP2_REFUSED_STREAM)$/, "REQUEST_REFUSED"],
  [/^Stream closed with error code NGHTTP2_ENHANCE_YOUR_CALM$/, "THROTTLED"],
  [/^(?:TimeoutError|UND_ERR_(?:HEADERS|BODY)_TIMEOUT)$/, "TIMEOUT"],
  [
    /^(?:HTTPParserError|(?:HPE|Z|ERR_)_\w+|UND_ERR_(?:HEADERS_|RES)\w+|Malformed_HTTP_Response|InvalidContentLength|ZlibError|too many content-encodings .*)$/,
    "UNREADABLE_ANSWER",
  ],
  [/^(?:unexpected redirect|redirect count exceeded|URL scheme must be a HTTP\(S\) scheme)$/, "REDIRECT_REFUSED"],
  [/^(?:ECONN(?:RESET|ABORTED)|EPIPE|ETIMEDOUT|UND_ERR_(?:SOCKET|CLOSED|DESTROYED|INFO)|ERR_HTTP2_\w+)$/, "CONNECTION_LOST"],
  [/^(?:unknown scheme|bad port|about scheme is not supported|invalid method)$/],
  [
    /^(?:fetch failed|terminated|Failed to fetch|network error|Load failed(?: \([\w.:-]+\))?|NetworkError when attempting to fetch resource\.|Network (?:request failed|connection lost\.))$/,
    "NETWORK_ERROR",
  ],
];

/** Longer texts are none of the above, and would only cost time. */
const LONGEST_SIGN = 200;
/** The texts by which runtimes tell what failed. */
function textsOf(one: Caught): readonly string[] {
  const [code, name, message, syscall] = ["code", "name", "message", "syscall"].map((member) => memberOf(one, member));
  const call = typeof syscall === "string" && typeof code === "string" ? `${syscall} ${code}` : undefined;
  return [code, name, message, call].filter((text): text is string => typeof text === "string" && text.length < LONGEST_SIGN);
}

/**
 * The typed error of what a fetch threw; undefined where that is no failure of the connection: a bad URL or header, or an error of a custom
 * fetch.
 */
export function classify(caught: unknown): TransportError | undefined {
  const chain = chainOf(caught);
  const typed = (chain as readonly unknown[]).find(isTransportError);
  if (typed) return typed;
  const texts = chain.flatMap(textsOf);
  const [, code] = signs.find(([sign]) => texts.some((text) => sign.test(text))) ?? [];
  if (!code) return undefined;
  const received = chain.map((one) => memberOf(one, "code")).find((value): value is string => typeof value === "string");
  return transportError(code, received);
}
