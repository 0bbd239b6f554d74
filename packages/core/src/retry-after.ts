import { parseHttpDate } from "./http-date.js";
import { secondsToMs } from "./numbers.js";

/**
 * Reads a `Retry-After` field value (RFC 9110, section 10.2.3) as milliseconds to wait: ASCII digits, or an HTTP-date. Returns 0 for a past date, and
 * undefined for anything else: signs, fractions, hexadecimal, lists, ISO dates, words.
 * @param value the field value.
 * @param now Unix milliseconds when the response arrived.
 * @param date the response's `Date` field value. If it can be read, the date to wait for is compared with it, so that a client with a wrong clock
 * waits as long as one with a right clock.
 */
export function parseRetryAfter(value: string | undefined, now: number, date?: string): number | undefined {
  const until = parseHttpDate(value);
  if (until === undefined) return secondsToMs(value);
  return Math.max(0, until - (parseHttpDate(date) ?? now));
}
