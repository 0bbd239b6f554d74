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
  const at = value && parseHttpDate(value);
  return at ? Math.max(0, at - (parseHttpDate(date) ?? now)) : secondsToMs(value);
}

/** The larger of two hints, so that no retry comes earlier than either asks for. */
export function largerHint(one: number | undefined, other: number | undefined): number | undefined {
  return (one ?? 0) > (other ?? 0) ? one : (other ?? one);
}
