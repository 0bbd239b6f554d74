import { LONGEST_TIMEOUT_MS, type Runtime } from "./runtime.js";

/**
 * Waits for work until it is done, the time is over or the caller aborts, whatever comes first. Rejects with the signal's reason the moment
 * the caller aborts, even where the work takes no notice. When it settles, no timer and no listener is left.
 * @param ms milliseconds; beyond what a timer can hold there is no limit.
 * @param late gives the result when the time is over; undefined leaves it to the work, whose signal is aborted then.
 * @param work gets a signal that also follows the caller's after the work is done, since an answer's body is read later. Default: none,
 * so that this only waits.
 */
export function within<T>(
  ms: number,
  caller: AbortSignal | null | undefined,
  runtime: Runtime,
  late: () => T | undefined,
  work?: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const limit = new AbortController();
    const end = (): void => {
      if (timer !== false) runtime.clearTimeout(timer);
      caller?.removeEventListener("abort", abort);
    };
    const succeed = (value: T): void => {
      end();
      resolve(value);
    };
    const fail = (reason: unknown): void => {
      end();
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a signal's reason can be anything
      reject(reason);
    };
    const abort = (): void => fail(caller?.reason);
    const timer =
      ms <= LONGEST_TIMEOUT_MS &&
      runtime.setTimeout(() => {
        limit.abort();
        const value = late();
        if (value !== undefined) succeed(value);
      }, ms);
    if (caller?.aborted) abort();
    else {
      caller?.addEventListener("abort", abort);
      // Not by a listener on the caller's signal, which would have to stay until the answer's body is read or forgotten.
      work?.(caller ? AbortSignal.any([caller, limit.signal]) : limit.signal).then(succeed, fail);
    }
  });
}
