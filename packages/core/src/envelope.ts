import type { CodeFrom } from "./error.js";
import { type FieldIssue, readIssues } from "./issues.js";
import { copyJson, isObject } from "./json.js";
import type { Kind } from "./kinds.js";
import { secondsToMs } from "./numbers.js";
import type { RateLimit } from "./rate-limit.js";
import { cleanLine, messageOf } from "./text.js";

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
  /** The body, where it came as text or bytes. */
  text?: string;
  rateLimit?: RateLimit | undefined;
  /** The code, where it is known without looking for it. */
  readonly code?: string;
  readonly codeFrom?: CodeFrom;
  /** The kind, for a failure without a code. */
  readonly kind?: Kind;
  /** As received, which may be anything. */
  receivedCode?: unknown;
  message?: unknown;
  /** Plain data of bounded depth. */
  details?: unknown;
  requestId?: unknown;
  issues?: readonly FieldIssue[] | undefined;
  /** Milliseconds. */
  afterMs?: number | undefined;
}

type Members = Readonly<Record<string, unknown>>;

/** OAuth names its errors with underscores (RFC 6749, section 5.2); `{"error": "Not Found"}` and `{"error": "oops"}` are messages. */
const OAUTH_CODE = /^[^\W_]+_\w+$/;

/** Marks of pages, documents and binary data. */
const NOT_WORDS = /[<{\uFFFD\0]/;

/** A body's JSON, or its text where it is words. The content type is not asked, because it is often wrong. */
function parseBody(text: string): unknown {
  try {
    // A byte order mark is no JSON, but some servers send one.
    return JSON.parse(text[0] === "\uFEFF" ? text.slice(1) : text);
  } catch {
    return NOT_WORDS.test(text) ? undefined : text;
  }
}

/**
 * Adds what a body says, given as text or parsed. Up to four layers of it can say something: the `error` member, the `detail` member, the body
 * itself (flat event frames, OAuth, RFC 9457) and the `meta` member. They are asked in order, the service's own family first, and the first
 * answer counts.
 */
export function readBodyInto(parts: Parts, received: unknown, own: EnvelopeFamily): void {
  const isBytes = ArrayBuffer.isView(received) || received instanceof ArrayBuffer;
  const text = isBytes ? new TextDecoder().decode(received) : received;
  const body = typeof text === "string" ? parseBody((parts.text = text)) : text;
  const { error: given, detail, meta, error_description: message } = Object(body) as Members;
  const error = typeof given === "string" && (message || OAUTH_CODE.test(given)) ? { code: given, message: message ?? given } : given;
  for (const layer of own === "error" ? [error, detail, body, meta] : [detail, error, body, meta]) {
    parts.message ??= messageOf(layer);
    parts.issues ??= readIssues(layer);
    if (!isObject(layer)) continue;
    const { code, error: name, message, msg = message, title = msg, context, details = context, request_id, retry_after } = layer;
    const inner = (details ?? layer) as Members;
    const { fields, errors = fields, field } = inner;
    const hint = secondsToMs(retry_after);
    parts.receivedCode ??= code ?? (message && name);
    parts.message ??= messageOf(message ?? title);
    parts.requestId ??= request_id;
    // The larger of two hints, so that no retry comes earlier than either asks for.
    if (!((parts.afterMs as number) > (hint as number))) parts.afterMs = hint ?? parts.afterMs;
    // One field beside a message, which may be the message of all.
    const problem = cleanLine(field) && [{ message: parts.message, ...inner }];
    parts.issues ??= readIssues(errors ?? details) ?? readIssues(problem);
    parts.details ??= copyJson(details);
  }
  if (isObject(detail)) parts.details ??= copyJson(detail);
}
