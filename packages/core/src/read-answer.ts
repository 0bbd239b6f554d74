import { firstOf } from "./first-of.js";
import { type HeaderLookup, type HeadersInput, headerLookup } from "./headers.js";
import type { FieldIssue } from "./issues.js";
import { copyJson, isObject } from "./json.js";
import {
  type Layer,
  bareMapIn,
  codeIn,
  detailsIn,
  explanationIn,
  issuesIn,
  messageIn,
  namedMapIn,
  requestIdIn,
  waitIn,
} from "./layer-fields.js";
import { layersOf } from "./layers.js";
import { parseBody } from "./parse-body.js";
import type { Parts } from "./parts.js";
import { rateLimitReader } from "./rate-limit.js";
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

/** The longest of all waits, so that no retry comes earlier than any of them asks for. */
function longestWait(layers: readonly Layer[], ofHeaders: number | undefined): number | undefined {
  let longest = ofHeaders;
  for (const layer of layers) {
    const wait = waitIn(layer);
    if (wait !== undefined) longest = Math.max(longest ?? 0, wait);
  }
  return longest;
}

/** FastAPI's `detail` as a whole, if it is an object: the services write what they know as its members. */
function wholeDetail(body: unknown): unknown {
  const detail = isObject(body) ? body["detail"] : undefined;
  return isObject(detail) ? detail : undefined;
}

/**
 * The problems of fields. A map counts only where the caller's fields are to blame: a failure of the service may have one of its dependencies
 * (`{"errors": {"redis": "no connection"}}`), and one that is not named as problems may be any data, unless the status speaks of invalid input.
 */
function issuesOf(layers: readonly Layer[], status: number | undefined): readonly FieldIssue[] | undefined {
  const listed = firstOf(layers, issuesIn);
  if (listed !== undefined || (status !== undefined && status >= 500)) return listed;
  const named = firstOf(layers, namedMapIn);
  return named === undefined && (status === 400 || status === 422) ? firstOf(layers, bareMapIn) : named;
}

/** The id to quote to support, if the body has none. */
function requestIdOf(header: HeaderLookup): string | undefined {
  return readableText(header("x-request-id"));
}

/** What a body says. The headers complete it. */
function readBody(received: unknown, ofHeaders: Parts, wire: WireFormat, header: HeaderLookup): Parts {
  const { status, afterMs, rateLimit } = ofHeaders;
  const { text, value } = parseBody(received, wire.parse);
  const layers = layersOf(value, wire.layers, header);
  return {
    status,
    text,
    receivedCode: firstOf(layers, codeIn),
    message: firstOf(layers, explanationIn) ?? firstOf(layers, messageIn),
    details: copyJson(firstOf(layers, detailsIn) ?? wholeDetail(value)),
    issues: issuesOf(layers, status),
    requestId: firstOf(layers, requestIdIn) ?? requestIdOf(header),
    afterMs: longestWait(layers, afterMs),
    rateLimit,
  };
}

/**
 * Reads what a failed response says: its status, which is always kept, its headers and its body. Never throws, and a fault in one of these never
 * loses what the others say.
 */
export type ReadAnswer = (head: Head, body: unknown) => Parts;

/** Makes the function that reads a service's failed responses. */
export function answerReader(wire: WireFormat): ReadAnswer {
  const readRateLimit = wire.rateLimit === undefined ? undefined : rateLimitReader(wire.rateLimit);

  const readHeaders = (header: HeaderLookup, status: number | undefined, receivedAt: number | undefined): Parts => {
    const retryAfter = header("retry-after");
    return {
      status,
      afterMs: retryAfter === undefined ? undefined : parseRetryAfter(retryAfter, receivedAt ?? Date.now(), header("date")),
      rateLimit: readRateLimit?.(header),
    };
  };

  return ({ status, headers, receivedAt }, body) => {
    const header = headerLookup(headers);
    const ofHeaders = readHeaders(header, status, receivedAt);
    try {
      return readBody(body, ofHeaders, wire, header);
    } catch {
      // A body that throws when it is looked at says nothing.
      return { ...ofHeaders, requestId: requestIdOf(header) };
    }
  };
}
