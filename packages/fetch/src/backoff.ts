/** How long to wait before a retry. */
export interface BackoffLimits {
  /** Upper bound of the first wait, in milliseconds; it doubles with every attempt. */
  readonly baseDelayMs: number;
  /** Upper bound of a random wait, and of what the service may ask for, in milliseconds. If it asks for more, the call gives up. */
  readonly maxDelayMs: number;
}

/** Half a second, because most failures are over by then; and a minute, because nobody waits longer for a response without saying so. */
export const DEFAULT_BACKOFF: BackoffLimits = { baseDelayMs: 500, maxDelayMs: 60_000 };

/** The largest part of a hint that is added to it. A service that restarts tells all its clients the same moment. */
const SPREAD = 0.5;
/** The same for a rate limiter's hint, which concerns only one client: adding more would only slow that client down. */
const SPREAD_OF_LIMITER = 0.1;
/** Maximum number of milliseconds that is added to a rate limiter's hint. */
const MOST_ADDED_TO_LIMITER = 1000;

/**
 * Milliseconds to wait after this many failed attempts, with full jitter: anything between 0 and the current bound. If the service asked for a wait,
 * never less than that, and up to half of it more, so that not all clients return at the same moment.
 * @param attempts how many attempts have failed, from 1.
 * @param hintMs what the service asked for. Past dates and zero ask for nothing, since a cached response sends them to everybody.
 * @param limits default: half a second at first, a minute at most.
 * @param random returns numbers from 0 to 1, without the 1.
 * @param isLimiter whether a rate limiter asked for the wait. Then only a tenth, at most a second, is added.
 */
export function delayMs(
  attempts: number,
  hintMs = 0,
  { baseDelayMs, maxDelayMs } = DEFAULT_BACKOFF,
  random = Math.random,
  isLimiter = false,
): number {
  const chance = random();
  const hint = Number.isNaN(hintMs) ? 0 : Math.max(hintMs, 0);
  const added = isLimiter ? Math.min(hint * SPREAD_OF_LIMITER, MOST_ADDED_TO_LIMITER) : hint * SPREAD;
  const backoff = Math.min(baseDelayMs * 2 ** (attempts - 1), maxDelayMs);
  return Math.max(chance * backoff, hint + chance * added);
}
