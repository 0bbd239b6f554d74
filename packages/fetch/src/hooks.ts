import type { ErrorJson, ServiceError } from "@scai-errors/core";
import type { Outcome } from "./attempt.js";
import type { StoppedBy } from "./retry-policy.js";

/** One attempt of a call, as plain data: no headers, no body, and a URL without query, fragment and user name. */
export interface AttemptEvent {
  /** The number of the call, the same in all its events and in no other call's. */
  readonly call: number;
  readonly service: string;
  readonly method: string;
  readonly url: string;
  /** From 1. */
  readonly attempt: number;
}

/** How an attempt ended. Without status and failure it was aborted, or the call was a mistake. */
export interface OutcomeEvent extends AttemptEvent {
  /** The HTTP status, if a response came. */
  readonly status: number | undefined;
  /** The error as plain data, if the attempt failed. */
  readonly failure: ErrorJson | undefined;
}

/** Reports that a failed attempt will be retried. */
export interface RetryEvent extends AttemptEvent {
  readonly failure: ErrorJson;
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
}

/** Reports that a call gave up. */
export interface GiveUpEvent extends AttemptEvent {
  /** Undefined if the caller aborted. */
  readonly failure: ErrorJson | undefined;
  readonly stoppedBy: StoppedBy;
}

/**
 * Functions that are called when something happens. They cannot change a call: what they return or throw is ignored, and the call does not wait for their
 * promises.
 */
export interface Hooks {
  /** Before an attempt is sent. */
  readonly onAttempt?: (event: AttemptEvent) => unknown;
  /** When an attempt has ended, well or not. */
  readonly onOutcome?: (event: OutcomeEvent) => unknown;
  /** Before the wait for the next attempt. */
  readonly onRetry?: (event: RetryEvent) => unknown;
  /** Before the error of a call is thrown. */
  readonly onGiveUp?: (event: GiveUpEvent) => unknown;
}

/** The names of these functions. */
export const HOOKS = ["onAttempt", "onOutcome", "onRetry", "onGiveUp"] as const satisfies (keyof Hooks)[];

/** Calls a hook, and ignores what it returns or throws. */
function tell<Event>(hook: ((event: Event) => unknown) | undefined, event: () => Event): void {
  // Called at once, but as the work of a promise, which holds whatever is thrown, now or later.
  if (hook) new Promise((resolve) => resolve(hook(event()))).catch(() => undefined);
}

/** Calls the hooks for one call. */
export interface Reporter {
  attempt(attempt: number): void;
  outcome(attempt: number, outcome: Outcome): void;
  retry(attempt: number, error: ServiceError, delayMs: number): void;
  gaveUp(attempt: number, error: ServiceError | undefined, stoppedBy: StoppedBy): void;
}

/** Makes the functions that call the hooks for a call. */
export function reporter({ onAttempt, onOutcome, onRetry, onGiveUp }: Hooks, call: Omit<AttemptEvent, "attempt">): Reporter {
  return {
    attempt: (attempt) => tell(onAttempt, () => ({ ...call, attempt })),
    outcome: (attempt, outcome) => tell(onOutcome, () => ({ ...call, attempt, ...outcomeOf(outcome) })),
    retry: (attempt, error, delayMs) => tell(onRetry, () => ({ ...call, attempt, failure: error.toJSON(), delayMs })),
    gaveUp: (attempt, error, stoppedBy) => tell(onGiveUp, () => ({ ...call, attempt, failure: error?.toJSON(), stoppedBy })),
  };
}

/** What hooks get about an outcome. */
function outcomeOf(outcome: Outcome): Pick<OutcomeEvent, "status" | "failure"> {
  switch (outcome.end) {
    case "answered":
      return { status: outcome.response.status, failure: undefined };
    case "failed":
      return { status: outcome.error.status, failure: outcome.error.toJSON() };
    case "aborted":
    case "mistaken":
      return { status: undefined, failure: undefined };
  }
}
