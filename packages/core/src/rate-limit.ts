import type { HeaderLookup } from "./headers.js";
import { numberOf, secondsToMs } from "./numbers.js";

/** What the service says about the caller's limit. A member that is missing or malformed on the wire is undefined. */
export interface RateLimit {
  /** Requests allowed in the window. */
  readonly limit: number | undefined;
  /** Requests left in the window. */
  readonly remaining: number | undefined;
  /** When the window ends, in Unix milliseconds. */
  readonly resetAt: number | undefined;
}

/** Shortly before the year 2100, in Unix milliseconds. What does not come before it was given in another unit than seconds. */
const LATEST_RESET = 4.1e12;

/** The limit that the members of a value tell; undefined where none of them can be read. */
export function rateLimitOf(from: Readonly<Record<keyof RateLimit, unknown>>): RateLimit | undefined {
  const limit = numberOf(from.limit);
  const remaining = numberOf(from.remaining);
  const reset = numberOf(from.resetAt) ?? LATEST_RESET;
  const resetAt = reset < LATEST_RESET ? reset : undefined;
  const isTold = limit !== undefined || remaining !== undefined || resetAt !== undefined;
  return isTold ? { limit, remaining, resetAt } : undefined;
}

/**
 * Reads the headers `<prefix>limit`, `<prefix>remaining` and `<prefix>reset` (Unix seconds before the year 2100: larger numbers are in
 * another unit). Undefined where there is no `<prefix>limit`, since a service sends all three or none, and where none of them can be read.
 * @param prefix in lower case, such as `x-ratelimit-`.
 */
export function readRateLimit(header: HeaderLookup, prefix: string): RateLimit | undefined {
  const limit = header(`${prefix}limit`);
  if (limit === undefined) return undefined;
  return rateLimitOf({ limit, remaining: header(`${prefix}remaining`), resetAt: secondsToMs(header(`${prefix}reset`)) });
}
