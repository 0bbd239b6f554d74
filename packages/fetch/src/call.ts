import type { ServiceError } from "@scai-errors/core";
import { type Outcome, attempt } from "./attempt.js";
import { reporter } from "./hooks.js";
import type { KeptResponse } from "./kept-response.js";
import type { Settings } from "./options.js";
import { type FetchInput, readRequest, targetOf } from "./request.js";
import { RetryAccount } from "./retry-account.js";
import { type StoppedBy, decideRetry, isPaced } from "./retry-policy.js";
import type { FetchedService } from "./routes.js";
import { waitsOf } from "./waits.js";

/** An error thrown by a call, with the number of attempts and why there were no more. Neither is part of its JSON. */
export type Failed<E> = E & {
  /** How many attempts were made. */
  readonly attempts: number;
  /** Why there was no further attempt. */
  readonly stoppedBy: Exclude<StoppedBy, "aborted">;
};

/** How a call ended. */
export type CallEnd =
  | { readonly end: "answered"; readonly response: Response }
  /** It has the response if that should be kept. */
  | { readonly end: "failed"; readonly error: Failed<ServiceError>; readonly kept: KeptResponse | undefined };

type Failure = Extract<Outcome, { readonly end: "failed" }>;

/** Numbers the calls of all clients, so that shared hooks can tell calls apart, and a line knows who came first. */
let lastNumber = 0;

/** A call with all its attempts. Rejects with the signal's reason if the caller aborts, and with what was thrown if the call is wrong. */
export async function call(settings: Settings, service: FetchedService, input: FetchInput, init?: RequestInit): Promise<CallEnd> {
  const { runtime, limits, patienceMs, attemptTimeoutMs, totalTimeoutMs } = settings;
  const { now, random } = runtime;
  const request = readRequest(input, init, settings.idempotencyKeys, random);
  const { method, signal } = request;
  const endsAt = now() + totalTimeoutMs;
  lastNumber++;
  const report = reporter(settings.hooks, { call: lastNumber, service: service.name, method, url: targetOf(input) ?? "" });
  const { budget, line } = settings.retriesOf(service);
  const account = new RetryAccount(budget);
  const waits = waitsOf(line, { number: lastNumber, patienceMs, signal }, runtime);
  let attempts = 0;
  /** Failed attempts, without those that a rate limiter refused while the call was waiting in line. */
  let counted = 0;

  const giveUp = ({ error, kept }: Failure, stoppedBy: Exclude<StoppedBy, "aborted">): CallEnd => {
    report.gaveUp(attempts, error, stoppedBy);
    const told = Object.defineProperties(error, { attempts: { value: attempts }, stoppedBy: { value: stoppedBy } });
    // The two members were just added, which the compiler does not follow.
    return { end: "failed", error: told as Failed<ServiceError>, kept };
  };

  try {
    // Without a line the request is sent before the caller goes on, as with plain fetch.
    if (line) await waits.first(endsAt - now());
    for (;;) {
      attempts++;
      // A Request that was sent before is a mistake, and cannot be copied. No attempt is told of that would have no outcome.
      const next = request.next(attempts >= limits.attempts && waits.patienceMs <= 0);
      report.attempt(attempts);
      account.sent();
      waits.sent();
      const outcome = await attempt(settings, service, next, request, Math.min(attemptTimeoutMs, endsAt - now()));
      report.outcome(attempts, outcome);
      if (outcome.end === "answered") {
        account.succeeded();
        waits.succeeded();
        return outcome;
      }
      if (outcome.end !== "failed") throw outcome.thrown;

      const { error } = outcome;
      const { kind, retry } = error;
      const isRefusal = isPaced(kind, retry);
      account.failed();
      if (isRefusal) waits.refused(retry.afterMs);
      const state = { ...request, kind, attempts: counted + 1, remainingMs: endsAt - now(), patienceMs: waits.patienceMs };
      const decision = decideRetry(retry, state, limits, account, random);
      if (!decision.retry) return giveUp(outcome, decision.stoppedBy);

      if (!isRefusal || waits.patienceMs <= 0) counted++;
      report.retry(attempts, error, decision.delayMs);
      const remainingMs = endsAt - now();
      const waited = isRefusal ? waits.afterRefusal(decision.delayMs, remainingMs) : waits.afterFailure(decision.delayMs, remainingMs);
      const isItsTurn = await waited;
      // Also where the machine slept, or its timers were throttled.
      if (now() >= endsAt) return giveUp(outcome, "deadline");
      // Where its turn did not come, it waited for what is shorter: the patience, or the time that is left. Timers may fire a little early.
      if (!isItsTurn) return giveUp(outcome, waits.patienceMs < endsAt - now() ? "patience" : "deadline");
      void outcome.kept
        ?.toHandOn()
        .body?.cancel()
        .catch(() => undefined);
    }
  } catch (thrown) {
    if (signal?.aborted) report.gaveUp(attempts, undefined, "aborted");
    throw thrown;
  } finally {
    account.close();
  }
}
