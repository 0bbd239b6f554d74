import type { HostileCase } from "../case.js";
import { NOW } from "./now.js";

type Value = string | readonly string[];

/** A case of one `Retry-After` field. */
function retryAfter(
  id: string,
  fault: string,
  value: Value,
  afterMs: number | undefined,
  others: Record<string, string> = {},
): HostileCase {
  return { id, fault, answer: { status: 503, headers: { ...others, "retry-after": value }, body: "" }, expect: { afterMs } };
}

/** A case of the body's own hint, in the envelope that ScaiGrid documents and every service reads. */
function bodyHint(
  id: string,
  fault: string,
  hint: unknown,
  afterMs: number | undefined,
  headers: Record<string, string> = {},
): HostileCase {
  const body = { error: { code: "RATE_LIMITED", message: "Slow down", retry_after: hint } };
  return { id, fault, answer: { status: 429, headers, body }, expect: { afterMs, message: "Slow down" } };
}

interface Window {
  readonly limit?: string;
  readonly remaining?: string;
  readonly reset?: string;
}

/** A case of the rate-limit headers, under both prefixes that services use. */
function rateLimit(id: string, fault: string, window: Window, expected: readonly (number | undefined)[] | undefined): HostileCase {
  const names = ["x-ratelimit-", "x-scaigrid-ratelimit-"];
  const headers = Object.fromEntries(
    names.flatMap((prefix) => Object.entries(window).map(([name, value]) => [prefix + name, String(value)])),
  );
  const [limit, remaining, resetAt] = expected ?? [];
  return { id, fault, answer: { status: 429, headers }, expect: { rateLimit: expected && { limit, remaining, resetAt } } };
}

const inSeconds = (seconds: number): string => new Date(NOW + seconds * 1000).toUTCString();

/** Section A: what an answer says about time. Waiting itself, and the ceiling on it, are the caller's. */
export const retryAndTime: readonly HostileCase[] = [
  retryAfter("A01", "317 years: a reader that gives it to a timer unchecked retries at once", "9999999999", 9_999_999_999_000),
  retryAfter("A02", "just over what a timer can hold in milliseconds", "2147484", 2_147_484_000),
  retryAfter("A03", "longer than most callers are ready to wait: told as it is, not shortened", "90", 90_000),
  retryAfter("A04", "exactly what most callers are ready to wait", "60", 60_000),
  retryAfter("A05-one", "a negative number of seconds", "-1", undefined),
  retryAfter("A05-more", "a negative number of seconds, as relative clocks produce", "-43", undefined),
  retryAfter("A06", "a date that has passed", inSeconds(-30), 0),
  retryAfter("A06-epoch", "one of the first dates that clocks know", "Thu, 01 Jan 1970 00:00:01 GMT", 0),
  retryAfter("A07", "the last date that HTTP can write", "Fri, 31 Dec 9999 23:59:59 GMT", Date.UTC(9999, 11, 31, 23, 59, 59) - NOW),
  retryAfter("A08", "zero, which is a value and not an absent one", "0", 0),
  retryAfter("A08-ms", "a header in milliseconds that no service of the platform documents", "60", 60_000, { "retry-after-ms": "0" }),
  retryAfter("A09-fraction", "a fraction", "1.5", undefined),
  retryAfter("A09-hex", "hexadecimal, which Number() takes", "0x3", undefined),
  retryAfter("A09-exponent", "an exponent, which Number() takes", "1e3", undefined),
  retryAfter("A09-plus", "a sign", "+3", undefined),
  retryAfter("A09-spaces", "blanks around the value, which belong to the field line and not to the value", " 3 ", 3000),
  retryAfter("A09-full-width", "digits of another script, which are letters to HTTP", ["\uFF13"], undefined),
  retryAfter("A09-arabic", "digits of another script", ["\u0663"], undefined),
  retryAfter("A10-infinity", "the word Infinity", "Infinity", undefined),
  retryAfter("A10-nan", "the word NaN", "NaN", undefined),
  retryAfter("A10-digits", "400 digits: too long for a number, and still a wish to wait very long", "9".repeat(400), 9e15),
  retryAfter("A11", "an empty field, next to a reset time that must not take its place", "", undefined, {
    "x-ratelimit-reset": "1900000000",
  }),
  retryAfter("A12-same", "the field sent twice with one value", ["3", "3"], undefined),
  retryAfter("A12-other", "the field sent twice with two values: the first one would be too early", ["3", "120"], undefined),
  retryAfter("A13-words", "a number with its unit", "3 seconds", undefined),
  retryAfter("A13-duration", "a duration as Go writes it", "6m0s", undefined),
  retryAfter("A14", "an ISO date, which parseFloat reads as 2026 seconds", "2026-11-20T10:00:03Z", undefined),
  retryAfter("A15-imf", "the usual form of a date", "Fri, 20 Nov 2026 10:00:03 GMT", 3000),
  retryAfter("A15-rfc850", "the form of RFC 850, with two digits for the year", "Friday, 20-Nov-26 10:00:03 GMT", 3000),
  retryAfter("A15-asctime", "the form of asctime, which has no zone and means UTC", "Fri Nov 20 10:00:03 2026", 3000),
  retryAfter("A15-asctime-day", "asctime fills days up with a blank", "Tue Dec  1 10:00:00 2026", 11 * 86_400_000),
  retryAfter(
    "A15-leap-second",
    "a leap second, which JavaScript's dates do not have",
    "Thu, 31 Dec 2026 23:59:60 GMT",
    Date.UTC(2026, 11, 31, 23, 59, 59) - NOW,
  ),
  retryAfter("A15-no-such-day", "the 30th of February", "Tue, 30 Feb 2027 10:00:00 GMT", undefined),
  retryAfter("A15-no-such-hour", "hour 24", "Sat, 21 Nov 2026 24:00:00 GMT", undefined),
  retryAfter("A15-weekday", "a weekday that does not belong to the date", "Mon, 20 Nov 2026 10:00:03 GMT", undefined),
  retryAfter("A15-zone", "a zone other than GMT", "Fri, 20 Nov 2026 10:00:03 CET", undefined),
  retryAfter("A15-offset", "a numeric zone", "Fri, 20 Nov 2026 10:00:03 +0000", undefined),
  bodyHint("A16-text", "digits in a string", "15", 15_000),
  bodyHint("A16-number", "a number, as documented", 15, 15_000),
  bodyHint("A16-fraction", "a fraction, which JSON has even where HTTP has none", 15.5, 15_500),
  bodyHint("A16-huge", "a number whose milliseconds are no number any more", 1e308, 9e15),
  bodyHint("A16-null", "null", null, undefined),
  bodyHint("A16-object", "an object", {}, undefined),
  bodyHint("A16-negative", "a negative number", -1, undefined),
  bodyHint("A16-true", "true, which counts as 1 in arithmetic", true, undefined),
  bodyHint("A16-blank", "a blank string, which counts as 0 in arithmetic", " ", undefined),
  bodyHint("A16-list", "a list, which becomes its only element in arithmetic", [15], undefined),
  bodyHint("A16-header-larger", "a header that asks for more than the body", 15, 20_000, { "retry-after": "20" }),
  bodyHint("A16-body-larger", "a body that asks for more than the header", 25, 25_000, { "retry-after": "20" }),
  bodyHint("A16-header-broken", "a header that cannot be read next to a body that can", 25, 25_000, { "retry-after": "soon" }),
  bodyHint("A16-body-broken", "a body that cannot be read next to a header that can", "soon", 20_000, { "retry-after": "20" }),
  rateLimit("A17-seconds", "Unix seconds, as documented", { limit: "60", reset: "1795168860" }, [60, undefined, 1_795_168_860_000]),
  rateLimit(
    "A17-milliseconds",
    "Unix milliseconds: as seconds they would be far behind the year 2100",
    { limit: "60", reset: "1795168860000" },
    [60, undefined, undefined],
  ),
  rateLimit("A17-delta", "seconds from now, which as Unix seconds have long passed", { limit: "60", reset: "30" }, [60, undefined, 30_000]),
  rateLimit("A17-past", "a reset that has passed is told as it is", { limit: "60", reset: "1700000000" }, [
    60,
    undefined,
    1_700_000_000_000,
  ]),
  rateLimit("A17-date", "a date where a number belongs", { limit: "60", reset: "Fri, 20 Nov 2026 10:00:03 GMT" }, [
    60,
    undefined,
    undefined,
  ]),
  rateLimit("A17-alone", "a reset of no limit, which no service of the platform sends", { reset: "1795168860" }, undefined),
  rateLimit("A18", "all three fields", { limit: "60", remaining: "0", reset: "1795168860" }, [60, 0, 1_795_168_860_000]),
  {
    id: "A18-draft",
    fault: "the fields of the IETF draft, which no service of the platform documents",
    answer: { status: 429, headers: { ratelimit: '"a";r=0;t=30, "b";r=9', "ratelimit-policy": '"a";q=1;w=60' } },
    expect: { rateLimit: undefined, afterMs: undefined },
  },
  {
    id: "A18-prefix",
    fault: "another service's prefix",
    answer: { status: 429, headers: { "x-otherservice-ratelimit-limit": "60" } },
    expect: { rateLimit: undefined },
  },
  rateLimit("A19-negative", "less than nothing left", { limit: "60", remaining: "-1" }, [60, undefined, undefined]),
  rateLimit("A19-huge", "a number beyond all numbers", { limit: "1e999", remaining: "5" }, [undefined, 5, undefined]),
  rateLimit("A19-digits", "so many digits that they would be Infinity", { limit: "9".repeat(400), remaining: "5" }, [9e15, 5, undefined]),
  rateLimit("A19-zero", "a limit of zero, by which nobody may divide", { limit: "0", remaining: "0" }, [0, 0, undefined]),
  rateLimit("A19-list", "two limits in one field", { limit: "60, 1000" }, undefined),
  retryAfter("A20-slow-clock", "a date measured by a server whose clock is ten minutes ahead of the client's", inSeconds(630), 30_000, {
    date: inSeconds(600),
  }),
  retryAfter("A20-fast-clock", "a date measured by a server whose clock is ten minutes behind the client's", inSeconds(-570), 30_000, {
    date: inSeconds(-600),
  }),
  retryAfter("A20-broken-date", "an answer whose own date cannot be read", inSeconds(30), 30_000, { date: "yesterday" }),
  {
    id: "A23",
    fault: "a header that is there and that the browser does not show: the lookup gives null",
    answer: { status: 429, headers: { get: () => null } },
    expect: { afterMs: undefined, rateLimit: undefined, requestId: undefined, status: 429 },
  },
];
