import type { CodeFrom } from "./error.js";
import { type FieldIssue, readIssues } from "./issues.js";
import { copyJson, isObject } from "./json.js";
import type { Kind } from "./kinds.js";
import { secondsToMs } from "./numbers.js";
import type { RateLimit } from "./rate-limit.js";
import { messageOf } from "./text.js";

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
    // A byte order mark is no JSON, but some servers send one, and trim takes it off.
    return JSON.parse(text.trim());
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
  const body = typeof received === "string" ? parseBody(received) : received;
  const families = Object(body) as Members;
  const { error, detail, meta, error_description: message } = families;
  const isOauth = typeof error === "string" && (message || OAUTH_CODE.test(error));
  for (const layer of [isOauth ? { code: error, message } : families[own], error, detail, body, meta]) {
    // Texts and lists are layers too: of these members they have none.
    const {
      code,
      error: name,
      message,
      msg = message,
      title = msg,
      context,
      details = context,
      field,
      request_id,
      retry_after,
    } = Object(layer) as Members;
    const { fields, errors = fields } = Object(details) as Members;
    const hint = secondsToMs(retry_after);
    parts.receivedCode ??= code ?? (message && name);
    parts.message ??= messageOf(layer) ?? messageOf(message ?? title);
    parts.requestId ??= request_id;
    // The larger of two hints, so that no retry comes earlier than either asks for.
    if (!((parts.afterMs as number) > (hint as number))) parts.afterMs = hint ?? parts.afterMs;
    parts.issues ??= readIssues(layer) ?? readIssues(errors ?? details ?? (field && [layer]));
    parts.details ??= copyJson(details);
  }
  if (isObject(detail)) parts.details ??= copyJson(detail);
}
