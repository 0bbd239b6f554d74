import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "../src/index.js";
import { shop } from "./example.js";

const now = Date.parse("2026-11-20T12:00:00Z");
const after = (seconds: number): string => new Date(now + seconds * 1000).toUTCString();

describe("seconds", () => {
  it.each([
    ["0", 0],
    ["3", 3000],
    ["007", 7000],
    ["60", 60_000],
    ["90", 90_000],
    ["2147484", 2_147_484_000],
    ["9999999999", 9_999_999_999_000],
    // More than can be calculated with exactly: the largest number that can.
    ["99999999999999999999", 9e15],
    ["9".repeat(400), 9e15],
  ])("%s is %d ms", (value, ms) => {
    expect(parseRetryAfter(value, now)).toBe(ms);
  });
});

describe("absent", () => {
  it.each([
    undefined,
    "",
    " ",
    "-1",
    "-43",
    "-0",
    "+3",
    "1.5",
    "3.",
    "0x3",
    "1e3",
    " 3",
    "3 ",
    "3\n",
    "３",
    "٣",
    "Infinity",
    "NaN",
    "null",
    "3, 3",
    "3, 120",
    "3 seconds",
    "6m0s",
    "PT3S",
    "2026-11-20T12:00:03Z",
    "2026-11-20",
    "now",
  ])("%j is no hint", (value) => {
    expect(parseRetryAfter(value, now)).toBeUndefined();
  });
});

describe("dates", () => {
  it("are measured from now", () => {
    expect(parseRetryAfter(after(3), now)).toBe(3000);
    expect(parseRetryAfter("Friday, 20-Nov-26 12:00:03 GMT", now)).toBe(3000);
    expect(parseRetryAfter("Fri Nov 20 12:00:03 2026", now)).toBe(3000);
  });

  it("that have passed give 0", () => {
    expect(parseRetryAfter(after(-3), now)).toBe(0);
    expect(parseRetryAfter("Sunday, 06-Nov-94 08:49:37 GMT", now)).toBe(0);
  });

  it("far away give what they say", () => {
    expect(parseRetryAfter("Fri, 31 Dec 9999 23:59:59 GMT", now)).toBe(Date.parse("9999-12-31T23:59:59Z") - now);
  });

  it("are measured from the answer's own date, so that a clock that is wrong does no harm", () => {
    const clockTenMinutesFast = now + 600_000;
    expect(parseRetryAfter(after(30), clockTenMinutesFast, after(0))).toBe(30_000);
    expect(parseRetryAfter(after(30), now, "not a date")).toBe(30_000);
  });
});

describe("header and body", () => {
  const afterMs = (header: string | undefined, retry_after: unknown): number | undefined =>
    shop.decode({
      status: 429,
      headers: { "Retry-After": header },
      body: { error: { code: "TOO_FAST", message: "Slow down", retry_after } },
      receivedAt: now,
    }).retry.afterMs;

  it.each([
    ["2", 15, 15_000],
    ["20", 15, 20_000],
    [undefined, 15, 15_000],
    ["2", undefined, 2000],
    ["0", undefined, 0],
    [undefined, 0, 0],
    [undefined, "15", 15_000],
    [undefined, 15.5, 15_500],
    [undefined, 1e308, 9e15],
    [after(7), 3, 7000],
    [after(-7), 3, 3000],
  ])("%j and %j: the larger wins", (header, body, ms) => {
    expect(afterMs(header, body)).toBe(ms);
  });

  it.each<unknown>([null, {}, [], -1, "-1", "1.5", "soon", true, { toString: null }])("a body that says %j says nothing", (body) => {
    expect(afterMs(undefined, body)).toBeUndefined();
    expect(afterMs("4", body)).toBe(4000);
  });
});

describe("for any value", () => {
  it("the hint is absent, or a number that timers and sums can take", () => {
    const value = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.integer().map(String),
      fc.double().map(String),
      fc.date().map(String),
    );
    fc.assert(
      fc.property(value, (text) => {
        const ms = parseRetryAfter(text, now);
        return ms === undefined || (Number.isFinite(ms) && ms >= 0 && ms <= 9e15);
      }),
    );
  });

  it("more digits never mean less waiting", () => {
    const seconds = fc.bigInt({ min: 0n, max: 10n ** 30n });
    fc.assert(
      fc.property(seconds, seconds, (one, other) => {
        const [a = NaN, b = NaN] = [one, other].map((value) => parseRetryAfter(`${value}`, now));
        return one > other ? a >= b : a <= b;
      }),
    );
  });
});
