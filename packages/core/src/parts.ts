import type { CodeFrom } from "./error.js";
import type { FieldIssue } from "./issues.js";
import type { Kind } from "./kinds.js";
import type { RateLimit } from "./rate-limit.js";

/**
 * All that is known of a failure before it is an error, made once and not changed. Whatever else an answer contains has no way into an error.
 * Texts are as they came; they are cleaned where the error's fields are made.
 */
export interface Parts {
  readonly status?: number | undefined;
  /** The body, where it came as text or bytes. */
  readonly text?: string | undefined;
  /** The code, where it is known without looking for it. */
  readonly code?: string | undefined;
  readonly codeFrom?: CodeFrom | undefined;
  /** The kind, for a failure without a code. */
  readonly kind?: Kind | undefined;
  readonly receivedCode?: string | undefined;
  readonly message?: string | undefined;
  /** Plain data of bounded depth. */
  readonly details?: unknown;
  readonly issues?: readonly FieldIssue[] | undefined;
  readonly requestId?: string | undefined;
  /** Milliseconds. */
  readonly afterMs?: number | undefined;
  readonly rateLimit?: RateLimit | undefined;
}
