import type { HeaderLookup } from "./headers.js";
import { numberOf, secondsToMs } from "./numbers.js";

/** What the service says about the caller's rate limit. A member that is missing or malformed on the wire is undefined. */
export interface RateLimit {
  /** Requests allowed in the window. */
  readonly limit: number | undefined;
  /** Requests left in the window. */
  readonly remaining: number | undefined;
  /** When the window ends, in Unix milliseconds. */
  readonly resetAt: number | undefined;
}

/** Shortly before the year 2100, in Unix milliseconds. A later time was given in another unit than seconds. */
const LATEST_RESET = 4.1e12;

/** The rate limit in the members of a value; undefined if none of them can be read. */
export function rateLimitOf(from: Readonly<Record<keyof RateLimit, unknown>>): RateLimit | undefined {
  const limit = numberOf(from.limit);
  const remaining = numberOf(from.remaining);
  // One that is missing is treated as one that comes too late.
  const reset = numberOf(from.resetAt) ?? LATEST_RESET;
  const resetAt = reset < LATEST_RESET ? reset : undefined;
  const isTold = limit !== undefined || remaining !== undefined || resetAt !== undefined;
  return isTold ? { limit, remaining, resetAt } : undefined;
}

/**
 * Makes the function that reads the headers `<prefix>limit`, `<prefix>remaining` and `<prefix>reset` (Unix seconds before the year 2100; larger
 * numbers are in another unit). It returns undefined without a `<prefix>limit`, because a service sends all three or none, and if none of them can be
 * read.
 * @param prefix in lower case, such as `x-ratelimit-`.
 */
export function rateLimitReader(prefix: string): (header: HeaderLookup) => RateLimit | undefined {
  // Joined once, because a name that is joined anew takes `Headers` three times as long to look up.
  const names = { limit: `${prefix}limit`, remaining: `${prefix}remaining`, reset: `${prefix}reset` };
  return (header) => {
    const limit = header(names.limit);
    if (limit === undefined) return undefined;
    return rateLimitOf({ limit, remaining: header(names.remaining), resetAt: secondsToMs(header(names.reset)) });
  };
}
