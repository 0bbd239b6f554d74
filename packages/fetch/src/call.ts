import { attempt } from "./attempt.js";
import { within } from "./deadline.js";
import { type AttemptEvent, tell } from "./hooks.js";
import type { Settings } from "./options.js";
import { type FetchInput, readRequest, targetOf } from "./request.js";
import { type StoppedBy, decideRetry } from "./retry-policy.js";
import type { FetchedService } from "./routes.js";

/** An error as a call throws it, with what was tried. Neither member is in its JSON. */
export type Failed<E> = E & {
  /** How many attempts were made. */
  readonly attempts: number;
  /** Why there was no further one. */
  readonly stoppedBy: Exclude<StoppedBy, "aborted">;
};

/** Counts the calls of all clients, so that hooks which several of them share can tell calls apart. */
let calls = 0;

/** A call with all its attempts. */
export async function call(settings: Settings, service: FetchedService, input: FetchInput, init?: RequestInit): Promise<Response> {
  const { runtime, limits, hooks, attemptTimeoutMs, totalTimeoutMs } = settings;
  const { now, random } = runtime;
  const request = readRequest(input, init, settings.idempotencyKeys);
  const { method, signal } = request;
  const budget = settings.budgetOf(service);
  const end = now() + totalTimeoutMs;
  const number = ++calls;
  let attempts = 0;

  const told = <Event extends AttemptEvent>(hook: ((event: Event) => unknown) | undefined, more: Omit<Event, keyof AttemptEvent>): void =>
    // The two halves make an Event by the type of the second, which the compiler does not see in a spread.
    tell(hook, () => ({ call: number, service: service.name, method, url: targetOf(input) ?? "", attempt: attempts, ...more }) as Event);

  /** Waits, and not a moment less: platforms count from when their loop last looked at the clock, so that a timer can fire early. */
  const wait = async (ms: number): Promise<void> => {
    const until = now() + ms;
    for (let left = ms, again = 0; left > 0 && again < 2; left = until - now(), again++) {
      await within(Math.ceil(left), signal, runtime, () => true);
    }
  };

  try {
    for (;;) {
      attempts++;
      // A Request that was sent before is a mistake, and cannot be copied. No attempt is told of that would have no outcome.
      const next = request.next(attempts >= limits.attempts);
      told(hooks.onAttempt, {});
      const outcome = await attempt(settings, service, next, request, Math.min(attemptTimeoutMs, end - now())).catch((reason: unknown) => {
        told(hooks.onOutcome, { status: undefined, failure: undefined });
        throw reason;
      });
      if (!(outcome instanceof Error)) {
        told(hooks.onOutcome, { status: outcome.status, failure: undefined });
        budget.succeeded();
        return outcome;
      }
      const failure = outcome.toJSON();
      told(hooks.onOutcome, { status: outcome.status, failure });
      const state = { ...request, attempts, remainingMs: end - now() };
      let decision = decideRetry(outcome.retry, state, limits, budget, random);
      if (decision.retry) {
        told(hooks.onRetry, { failure, delayMs: decision.delayMs });
        await wait(decision.delayMs).catch((reason: unknown) => {
          budget.giveBack();
          throw reason;
        });
        if (now() < end) continue;
        // The machine slept, or its timers were throttled.
        budget.giveBack();
        decision = { retry: false, stoppedBy: "deadline" };
      }
      const { stoppedBy } = decision;
      told(hooks.onGiveUp, { failure, stoppedBy });
      throw Object.defineProperties(outcome, { attempts: { value: attempts }, stoppedBy: { value: stoppedBy } });
    }
  } catch (thrown) {
    if (signal?.aborted && thrown === signal.reason) told(hooks.onGiveUp, { failure: undefined, stoppedBy: "aborted" });
    throw thrown;
  }
}
