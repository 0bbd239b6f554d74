/**
 * - `never`: the same request will fail again.
 * - `once`: retry once, then give up.
 * - `backoff`: retry with increasing delays.
 * - `after_change`: do not repeat the request unchanged; retry after the caller has changed something (got a new token, read the state again).
 */
export type RetryPolicy = "never" | "once" | "backoff" | "after_change";

/** What to do about a failure. */
export interface RetryAdvice {
  readonly policy: RetryPolicy;
  /** How long the service asks to wait, in milliseconds; the longer of header and body. Undefined if it does not ask. */
  readonly afterMs: number | undefined;
  /** True if the request may have been processed: then repeat it only if it is idempotent. */
  readonly idempotentOnly: boolean;
  /** `documented`: the service documents this advice for the code. `status`: it is the default for the kind of failure. */
  readonly source: "documented" | "status";
}
