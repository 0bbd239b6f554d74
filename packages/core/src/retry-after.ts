import { parseHttpDate } from "./http-date.js";
import { digits } from "./numbers.js";

/**
 * Seconds as milliseconds: a number of at least 0 or a string of ASCII digits; undefined for anything else. Never more than 9e15, which is safe
 * to calculate with, so that no sum with it becomes Infinity or NaN and no timer is handed one.
 */
export function secondsToMs(value: unknown): number | undefined {
  const seconds = digits(value) ?? value;
  return typeof seconds === "number" && seconds >= 0 ? Math.min(seconds * 1000, 9e15) : undefined;
}

/**
 * Reads a `Retry-After` field value (RFC 9110, section 10.2.3) as milliseconds to wait: ASCII digits, or an HTTP-date.
 * A date that has passed gives 0. Anything else gives undefined: signs, fractions, hexadecimal, lists, ISO dates, words.
 * @param value the field value.
 * @param now Unix milliseconds when the answer arrived.
 * @param date the answer's `Date` field value. A date to wait for is measured against it where it can be read, so that a client
 * whose clock is wrong waits as long as one whose clock is right.
 */
export function parseRetryAfter(value: string | undefined, now: number, date?: string): number | undefined {
  const at = parseHttpDate(value, now);
  return at === undefined ? secondsToMs(value) : Math.max(0, at - (parseHttpDate(date, now) ?? now));
}

/** The larger of two hints, so that no retry comes earlier than either asks for. */
export function largerHint(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || (other ?? 0) > one ? other : one;
}
