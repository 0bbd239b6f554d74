import type { Kind, RetryAdvice } from "@scai-errors/core";
import { type BackoffLimits, delayMs } from "./backoff.js";
import type { RetryBudget } from "./retry-budget.js";

/**
 * Why a call gave up:
 * - `advice`: the error's own advice is not to retry, or not to retry again.
 * - `not_idempotent`: the server may have processed the request, and doing it twice could do harm. An idempotency key makes it repeatable.
 * - `not_replayable`: its body is a stream, which can be sent only once.
 * - `attempts`: the maximum number of attempts was made.
 * - `hint_above_cap`: the service asks for a longer wait than `maxDelayMs`.
 * - `deadline`: the time limit of the whole call is over, or would be before the next attempt.
 * - `patience`: its turn in the line did not come within `patienceMs`.
 * - `budget`: too few recent calls have succeeded.
 * - `aborted`: the caller's signal. Only hooks see it, since the caller gets the signal's reason.
 */
export type StoppedBy =
  "advice" | "not_idempotent" | "not_replayable" | "attempts" | "hint_above_cap" | "deadline" | "patience" | "budget" | "aborted";

/** What is known about a call when one of its attempts has failed. */
export interface CallState {
  /** How many attempts were made, the failed one included. */
  readonly attempts: number;
  /** Time until the deadline of the whole call, in milliseconds; Infinity without a deadline. */
  readonly remainingMs: number;
  /** Whether sending the request twice does what sending it once does. */
  readonly idempotent: boolean;
  /** Whether the request's body can be sent again. */
  readonly replayable: boolean;
  /** The failure's kind. Default: none that is treated differently from the others. */
  readonly kind?: Kind | undefined;
  /** Milliseconds for which the call will still wait in a line for its turn. Default 0: there is no line. */
  readonly patienceMs?: number | undefined;
}

/** The bounds on the retries of one call. */
export interface RetryLimits extends BackoffLimits {
  /** The most attempts, the first one counted. */
  readonly attempts: number;
}

/** What to do about a failed attempt. */
export type Decision =
  { readonly retry: true; readonly delayMs: number } | { readonly retry: false; readonly stoppedBy: Exclude<StoppedBy, "aborted"> };

/**
 * Whether a limiter refused the request and said when to come back, as its documentation says it does. Then the service itself sets the pace of
 * the retries, and they need no other bound.
 */
export function isPaced(kind: Kind | undefined, advice: RetryAdvice): advice is RetryAdvice & { readonly afterMs: number } {
  const { source, afterMs } = advice;
  return kind === "rate_limited" && source === "documented" && (afterMs ?? 0) > 0;
}

/**
 * Decides about a failed attempt, by the failure's own advice. Everything it depends on is passed in. Where the decision is to retry, the
 * retry has been taken out of the budget, which is asked last so that no other reason costs a token. The retry after a limiter's hint costs none.
 */
export function decideRetry(
  advice: RetryAdvice,
  { attempts, remainingMs, idempotent, replayable, kind, patienceMs = 0 }: CallState,
  limits: RetryLimits,
  budget: Pick<RetryBudget, "take">,
  random: () => number,
): Decision {
  const { policy, afterMs, idempotentOnly } = advice;
  const stop = (stoppedBy: Exclude<StoppedBy, "aborted">): Decision => ({ retry: false, stoppedBy });
  const paced = isPaced(kind, advice);
  const isInLine = paced && patienceMs > 0;

  if (policy !== "backoff" && (policy !== "once" || attempts > 1)) return stop("advice");
  if (!(remainingMs > 0)) return stop("deadline");
  if (idempotentOnly && !idempotent) return stop("not_idempotent");
  if (!replayable) return stop("not_replayable");
  if (attempts >= limits.attempts && !isInLine) return stop("attempts");
  // Written so that a hint that is no number ends the retries too: a timer that is handed NaN fires at once.
  if (afterMs !== undefined && !(afterMs <= limits.maxDelayMs)) return stop("hint_above_cap");
  const delay = delayMs(attempts, afterMs, limits, random, paced);
  if (delay >= remainingMs) return stop("deadline");
  if (isInLine && delay >= patienceMs) return stop("patience");
  return paced || budget.take() ? { retry: true, delayMs: delay } : stop("budget");
}
