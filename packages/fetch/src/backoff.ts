/** How long to wait before a retry. */
export interface BackoffLimits {
  /** Milliseconds: the longest first wait. It doubles with every attempt. */
  readonly baseDelayMs: number;
  /** Milliseconds: no wait grows beyond it, and a service that asks for more ends the retries. */
  readonly maxDelayMs: number;
}

/** Half a second, since most failures are over by then, and a minute, since nobody waits longer for an answer without saying so. */
export const DEFAULT_BACKOFF: BackoffLimits = { baseDelayMs: 500, maxDelayMs: 60_000 };

/** The most milliseconds that are added to the wait a service asked for. */
const MOST_ADDED_MS = 1000;

/**
 * Milliseconds to wait after so many attempts have failed: full jitter, so anything between 0 and the current bound. Where the service asked
 * for a wait, never less than that, and up to a tenth (at most a second) more: all who are told the same moment would return in it otherwise.
 * @param attempts how many attempts have failed, from 1.
 * @param hintMs what the service asked for. Past dates and zero ask for nothing, since a cached answer sends them to everybody.
 * @param limits default: half a second at first, a minute at most.
 * @param random gives numbers from 0 to 1, without the 1.
 */
export function delayMs(attempts: number, hintMs = 0, { baseDelayMs, maxDelayMs } = DEFAULT_BACKOFF, random = Math.random): number {
  const chance = random();
  // Below zero, or no number at all, it would make NaN of the jitter.
  const hint = hintMs > 0 ? hintMs : 0;
  return Math.max(chance * Math.min(baseDelayMs * 2 ** (attempts - 1), maxDelayMs), hint + chance * Math.min(hint / 10, MOST_ADDED_MS));
}
