import { type HeaderLookup, type HeadersInput, headerLookup } from "./headers.js";
import { copyJson, isObject } from "./json.js";
import { type Layer, codeIn, detailsIn, explanationIn, fieldMapIn, issuesIn, messageIn, requestIdIn, waitIn } from "./layer-fields.js";
import { firstOf, layersOf } from "./layers.js";
import { parseBody } from "./parse-body.js";
import type { Parts } from "./parts.js";
import { readRateLimit } from "./rate-limit.js";
import { parseRetryAfter } from "./retry-after.js";
import { readableText } from "./text.js";
import type { WireFormat } from "./wire-format.js";

/** What arrives before a body. */
interface Head {
  readonly status?: number | undefined;
  readonly headers?: HeadersInput | null | undefined;
  /** Unix milliseconds. Default: now. */
  readonly receivedAt?: number | undefined;
}

const noHeaders: HeaderLookup = () => undefined;

/** What the headers say. */
function readHeaders(header: HeaderLookup, wire: WireFormat, receivedAt: number | undefined): Parts {
  const retryAfter = header("retry-after");
  return {
    afterMs: retryAfter === undefined ? undefined : parseRetryAfter(retryAfter, receivedAt ?? Date.now(), header("date")),
    requestId: readableText(header("x-request-id")),
    rateLimit: wire.rateLimit === undefined ? undefined : readRateLimit(header, wire.rateLimit),
  };
}

/** Of all waits the longest, so that no retry comes earlier than any of them asks for. */
function longestWait(layers: readonly Layer[], ofHeaders: number | undefined): number | undefined {
  const waits = layers.flatMap((layer) => waitIn(layer) ?? []);
  const longest = Math.max(ofHeaders ?? 0, ...waits);
  return ofHeaders === undefined && waits.length === 0 ? undefined : longest;
}

/** FastAPI's `detail` as a whole, where it is an object: the services write what they know as its members. */
function wholeDetail(body: unknown): unknown {
  const detail = isObject(body) ? body["detail"] : undefined;
  return isObject(detail) ? detail : undefined;
}

/** What a body says; what was said before it completes that. */
function readBody(received: unknown, before: Parts, wire: WireFormat, header: HeaderLookup): Parts {
  const { text, value } = parseBody(received, wire.parse);
  const layers = layersOf(value, wire.layers, header);
  // A map in a failure of the service tells what is wrong with the service: a readiness check has one of its dependencies.
  const mayBlameFields = before.status === undefined || before.status < 500;
  return {
    status: before.status,
    text,
    receivedCode: firstOf(layers, codeIn),
    message: firstOf(layers, explanationIn) ?? firstOf(layers, messageIn),
    details: copyJson(firstOf(layers, detailsIn) ?? wholeDetail(value)),
    issues: firstOf(layers, issuesIn) ?? (mayBlameFields ? firstOf(layers, fieldMapIn) : undefined),
    requestId: firstOf(layers, requestIdIn) ?? before.requestId,
    afterMs: longestWait(layers, before.afterMs),
    rateLimit: before.rateLimit,
  };
}

/** What a failed answer says: its status, which is certain, its headers and its body. Total: neither of these can cost what the others say. */
export function readAnswer({ status, headers, receivedAt }: Head, body: unknown, wire: WireFormat): Parts {
  let header = noHeaders;
  let before: Parts = { status };
  try {
    const given = headerLookup(headers);
    before = { status, ...readHeaders(given, wire, receivedAt) };
    header = given;
  } catch {
    // Headers that cannot even be looked at (a getter that throws, a revoked proxy) say nothing.
  }
  try {
    return readBody(body, before, wire, header);
  } catch {
    // Nor does such a body.
    return before;
  }
}

/** What the data of a frame say, which come without a status and without headers. */
export function readData(data: unknown, wire: WireFormat): Parts {
  return readAnswer({}, data, wire);
}
