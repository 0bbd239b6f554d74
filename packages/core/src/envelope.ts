import type { CodeFrom } from "./error.js";
import { type FieldIssue, readIssues } from "./issues.js";
import { isObject } from "./json.js";
import type { Kind } from "./kinds.js";
import type { RateLimit } from "./rate-limit.js";
import { largerHint, secondsToMs } from "./retry-after.js";
import { messageOf, wordsOf } from "./text.js";

/**
 * The two families of error bodies of the platform. `error`: `{"error": {code, message, …}}`. `detail`: FastAPI's `{"detail": …}`
 * with a text, a list of problems or an object. Every service reads both, because proxies, frameworks and half-migrated routes send the other one.
 */
export type EnvelopeFamily = "error" | "detail";

/**
 * What is known of a failure before it is an error: what the status and the headers say, and what its body adds. These are all the ways by which
 * anything can get into an error; whatever else a body contains has none.
 */
export interface Parts {
  readonly status?: number | undefined;
  readonly rateLimit?: RateLimit | undefined;
  /** The code, where it is known without looking for it. */
  readonly code?: string;
  readonly codeFrom?: CodeFrom;
  /** The kind, for a failure without a code. */
  readonly kind?: Kind;
  /** As received, which may be anything. */
  receivedCode?: unknown;
  message?: unknown;
  details?: unknown;
  requestId?: unknown;
  issues?: readonly FieldIssue[] | undefined;
  /** Milliseconds. */
  afterMs?: number | undefined;
}

/** OAuth names its errors with underscores (RFC 6749, section 5.2); `{"error": "Not Found"}` and `{"error": "oops"}` are messages. */
const OAUTH_CODE = /^[a-z]+_[a-z_]+$/;

/** Adds what a body's text says: its JSON, or the text itself where it is words. The content type is not asked, because it is often wrong. */
export function readText(parts: Parts, text: string, own: EnvelopeFamily): void {
  let body: unknown;
  try {
    // A byte order mark is no JSON, but some servers send one.
    body = JSON.parse(text.replace("\uFEFF", ""));
  } catch {
    body = wordsOf(text);
  }
  readParsed(parts, body, own);
}

/**
 * Adds what a parsed body says. Up to three layers of it can say something: the `error` member, the `detail` member, and the body itself (flat
 * event frames, OAuth, RFC 9457). They are asked in order, the service's own family first, and the first answer counts.
 */
export function readParsed(parts: Parts, body: unknown, own: EnvelopeFamily): void {
  const { error, detail, meta, title, error_description: description } = Object(body) as Record<string, unknown>;
  for (const layer of own === "error" ? [error, detail, body] : [detail, error, body]) {
    if (isObject(layer)) {
      const { message, msg, details, context, field } = layer;
      parts.receivedCode ??= layer.code ?? (message && layer.error);
      parts.message ??= messageOf(message ?? msg);
      parts.details ??= details ?? (context as { errors?: unknown } | undefined)?.errors;
      parts.requestId ??= layer.request_id;
      parts.afterMs = largerHint(parts.afterMs, secondsToMs(layer.retry_after));
      parts.issues ??= readIssues(isObject(details) ? details.fields : (parts.details ?? (field && [layer])));
    } else if (layer === error && (description || OAUTH_CODE.test(layer as string))) {
      parts.receivedCode ??= layer;
      parts.message ??= messageOf(description);
    } else {
      parts.message ??= messageOf(layer);
      parts.issues ??= readIssues(layer);
    }
  }
  parts.message ??= messageOf(title);
  parts.requestId ??= (meta as { request_id?: unknown } | undefined)?.request_id;
  if (isObject(detail)) parts.details ??= detail;
}
