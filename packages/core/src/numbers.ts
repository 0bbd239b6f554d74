/** The largest number that is passed on. It is safe to calculate with: no sum with it becomes Infinity or NaN, and no timer gets one of these. */
const LARGEST = 9e15;

const DIGITS = /^\d+$/;

/** A number of at least 0, or a string of ASCII digits as a number; undefined for anything else. Larger numbers become 9e15. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && DIGITS.test(value) ? Number(value) : value;
  return typeof number === "number" && number >= 0 ? Math.min(number, LARGEST) : undefined;
}

/** The same for seconds, as milliseconds. */
export function secondsToMs(value: unknown): number | undefined {
  const seconds = numberOf(value);
  return seconds === undefined ? undefined : Math.min(seconds * 1000, LARGEST);
}
