import { onAbort } from "./abort.js";
import { deferred } from "./deferred.js";
import { LONGEST_TIMEOUT_MS, type Runtime } from "./runtime.js";

type Caller = AbortSignal | null | undefined;

/** Calls back after this many milliseconds, or never if that is longer than a timer can hold. Returns the function that cancels it. */
function startTimer(ms: number, runtime: Runtime, over: () => void): () => void {
  if (!(ms <= LONGEST_TIMEOUT_MS)) return () => undefined;
  const timer = runtime.setTimeout(over, ms);
  return () => runtime.clearTimeout(timer);
}

/** How often a wait is continued. A timer that always fires too early would otherwise go on for ever. */
const MOST_TIMERS = 2;

/**
 * Waits this many milliseconds, and never less: platforms count from when their event loop last read the clock, so a timer can fire early. Rejects
 * with the signal's reason as soon as the caller aborts. When it settles, no timer and no listener is left.
 */
export async function pause(ms: number, caller: Caller, runtime: Runtime): Promise<void> {
  const until = runtime.now() + ms;
  let leftMs = ms;
  for (let timers = 0; leftMs > 0 && timers < MOST_TIMERS; timers++) {
    const over = deferred<undefined>();
    const stopListening = onAbort(caller, over.reject);
    const stopTimer = startTimer(Math.ceil(leftMs), runtime, () => over.resolve(undefined));
    try {
      await over.promise;
    } finally {
      stopTimer();
      stopListening();
    }
    leftMs = until - runtime.now();
  }
}

/**
 * Runs the work until it is done, the time is over or the caller aborts, whichever comes first. Rejects with the signal's reason as soon as the
 * caller aborts, even if the work ignores it. When it settles, no timer and no listener is left.
 * @param ms milliseconds; there is no limit beyond what a timer can hold.
 * @param late returns the result when the time is over; undefined leaves it to the work, whose signal is aborted then.
 * @param work gets a signal that is aborted when the time is over.
 */
export async function within<T>(
  ms: number,
  caller: Caller,
  runtime: Runtime,
  late: () => T | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const result = deferred<T>();
  const stopListening = onAbort(caller, result.reject);
  const stopTimer = startTimer(ms, runtime, () => {
    limit.abort();
    const value = late();
    if (value !== undefined) result.resolve(value);
  });
  try {
    if (!caller?.aborted) work(limit.signal).then(result.resolve, result.reject);
    return await result.promise;
  } finally {
    stopTimer();
    stopListening();
  }
}
