/**
 * - `never`: the same request will fail again.
 * - `once`: one more try is worthwhile, then escalate.
 * - `backoff`: try again with growing pauses.
 * - `after_change`: not as it stands, but after the caller did something (got a new token, read the state again).
 */
export type RetryPolicy = "never" | "once" | "backoff" | "after_change";

/** What to do about a failure. */
export interface RetryAdvice {
  readonly policy: RetryPolicy;
  /** Milliseconds that the service asks to wait, the larger of header and body; undefined where it asks for nothing. */
  readonly afterMs: number | undefined;
  /** True where the failure leaves open whether the request was carried out: repeat it only if it is idempotent. */
  readonly idempotentOnly: boolean;
  /** `documented`: the service's pages say so for this code. `status`: inferred from the kind of failure. */
  readonly source: "documented" | "status";
}
