import { parseHttpDate } from "./http-date.js";
import { secondsToMs } from "./numbers.js";

/**
 * Reads a `Retry-After` field value (RFC 9110, section 10.2.3) as milliseconds to wait: ASCII digits, or an HTTP-date.
 * A date that has passed gives 0. Anything else gives undefined: signs, fractions, hexadecimal, lists, ISO dates, words.
 * @param value the field value.
 * @param now Unix milliseconds when the answer arrived.
 * @param date the answer's `Date` field value. A date to wait for is measured against it where it can be read, so that a client
 * whose clock is wrong waits as long as one whose clock is right.
 */
export function parseRetryAfter(value: string | undefined, now: number, date?: string): number | undefined {
  const until = parseHttpDate(value);
  if (until === undefined) return secondsToMs(value);
  return Math.max(0, until - (parseHttpDate(date) ?? now));
}
