import type { HeaderLookup } from "./headers.js";
import { digits } from "./numbers.js";

/** What the service says about the caller's limit. A member that is missing or malformed on the wire is undefined. */
export interface RateLimit {
  /** Requests allowed in the window. */
  readonly limit: number | undefined;
  /** Requests left in the window. */
  readonly remaining: number | undefined;
  /** When the window ends, in Unix milliseconds. */
  readonly resetAt: number | undefined;
}

/** The year 2100 in Unix seconds; no limit comes near it either. */
const LARGEST = 4_102_444_800;

/**
 * Reads the headers `<prefix>limit`, `<prefix>remaining` and `<prefix>reset` (Unix seconds before the year 2100: larger numbers are in
 * another unit); undefined where none of them can be read.
 * @param prefix in lower case, such as `x-ratelimit-`.
 */
export function readRateLimit(header: HeaderLookup, prefix: string): RateLimit | undefined {
  const read = (name: string, unit = 1): number | undefined => {
    const value = digits(header(prefix + name)) ?? Infinity;
    return value > LARGEST ? undefined : value * unit;
  };
  const rateLimit = { limit: read("limit"), remaining: read("remaining"), resetAt: read("reset", 1000) };
  return Object.values(rateLimit).some((value) => value !== undefined) ? rateLimit : undefined;
}
