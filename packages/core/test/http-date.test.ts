import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHttpDate } from "../src/index.js";
import { MANY } from "./many.js";

describe("the three forms", () => {
  it.each([
    ["IMF-fixdate", "Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"],
    ["RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"],
    ["asctime", "Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"],
    ["asctime with a day of two digits", "Wed Nov 16 08:49:37 1994", "1994-11-16T08:49:37Z"],
    ["RFC 850 in this century, told by the weekday", "Friday, 20-Nov-26 12:00:00 GMT", "2026-11-20T12:00:00Z"],
    ["a leap day", "Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00Z"],
    ["a leap second, as the second before", "Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z"],
    ["a leap second in asctime", "Sat Dec 31 23:59:60 2016", "2016-12-31T23:59:59Z"],
    ["the last year", "Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59Z"],
  ])("%s", (_, text, iso) => {
    expect(parseHttpDate(text)).toBe(Date.parse(iso));
  });
});

describe("anything else", () => {
  it.each([
    "",
    "-1",
    "2024",
    "tomorrow",
    "Invalid Date",
    "2026-11-20T12:00:00Z",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sun, 06 Nov 1994 08:49:37 +0000",
    "Sun, 6 Nov 1994 08:49:37 GMT",
    " Sun, 06 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT ",
    "sun, 06 nov 1994 08:49:37 gmt",
    "06 Nov 1994 08:49:37 GMT",
    // Weekdays that do not belong to the date.
    "Mon, 06 Nov 1994 08:49:37 GMT",
    "Monday, 06-Nov-94 08:49:37 GMT",
    // A weekday that is none.
    "Sunfoo, 06-Nov-94 08:49:37 GMT",
    "Mon Nov  6 08:49:37 1994",
    // Dates that do not exist.
    "Sun, 30 Feb 2025 00:00:00 GMT",
    "Fri, 30 Feb 2024 00:00:00 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT",
    "Fri, 01 Jan  100 00:00:00 GMT",
    "Sun, 06 Nov 1994 08:60:37 GMT",
    "Sun, 06 Nov 1994 08:49:61 GMT",
    // Halves of two forms.
    "Sun, 06-Nov-94 08:49:37 GMT",
    "Sunday, 06-Nov-1994 08:49:37 GMT",
    "Sun Nov 6 08:49:37 1994",
    "Sun Nov  6 08:49:37 1994 GMT",
    // A date with something before it or behind it.
    "-Sunday, 06-Nov-94 08:49:37 GMT",
    "-Sun Nov  6 08:49:37 1994",
    "-Wed Nov 16 08:49:37 1994",
    "Wed Nov 16 08:49:37 19945",
  ])("%j is no date", (text) => {
    expect(parseHttpDate(text)).toBeUndefined();
  });
});

it("a field value that is no date takes linear time", () => {
  // In quadratic time this is some minutes.
  expect(parseHttpDate("a".repeat(MANY))).toBeUndefined();
});

const second = fc.integer({ min: Date.parse("1900-01-01") / 1000, max: Date.parse("2099-12-31") / 1000 }).map((seconds) => seconds * 1000);

/** The same instant in the two obsolete forms. */
function obsolete(ms: number): string[] {
  const [weekday = "", day = "", month = "", year = "", time = ""] = new Date(ms).toUTCString().split(/,? /);
  const long = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" }).format(ms);
  return [`${long}, ${day}-${month}-${year.slice(2)} ${time} GMT`, `${weekday} ${month} ${day.replace(/^0/, " ")} ${time} ${year}`];
}

describe("for every second", () => {
  it("what toUTCString writes is read", () => {
    fc.assert(fc.property(second, (ms) => parseHttpDate(new Date(ms).toUTCString()) === ms));
  });

  it("the obsolete forms are read", () => {
    fc.assert(fc.property(second, (ms) => obsolete(ms).every((text) => parseHttpDate(text) === ms)));
  });

  it("a date with one character changed is refused, unless it is another date of the same form", () => {
    const changed = fc.tuple(second, fc.nat(28), fc.string({ minLength: 1, maxLength: 1, unit: "binary-ascii" }));
    fc.assert(
      fc.property(changed, ([ms, at, character]) => {
        const text = new Date(ms).toUTCString();
        const other = text.slice(0, at) + character + text.slice(at + 1);
        const read = parseHttpDate(other);
        return read === undefined || new Date(read).toUTCString() === other.replace(":60 ", ":59 ");
      }),
    );
  });

  it("any other text is refused", () => {
    fc.assert(fc.property(fc.string(), (text) => parseHttpDate(text) === undefined));
  });
});
