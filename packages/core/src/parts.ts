import type { CodeFrom } from "./error.js";
import type { FieldIssue } from "./issues.js";
import type { Kind } from "./kinds.js";
import type { RateLimit } from "./rate-limit.js";

/**
 * Everything that is known about a failure before it becomes an error. It is made once, and never changed. Nothing else in a response can get into an
 * error. Texts are as received; they are cleaned when the error's fields are made.
 */
export interface Parts {
  readonly status?: number | undefined;
  /** The body, if it came as text or bytes. */
  readonly text?: string | undefined;
  /** The code, if it is known without looking it up. */
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
