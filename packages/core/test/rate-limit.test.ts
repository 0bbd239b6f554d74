import { describe, expect, it } from "vitest";
import { headerLookup, rateLimitReader } from "../src/index.js";
import { depot, shop } from "./example.js";

const read = (headers: Record<string, string>) => rateLimitReader("x-shop-")(headerLookup(headers));

describe("rate-limit headers", () => {
  it("are read by the service's own prefix, in any case", () => {
    expect(read({ "X-Shop-Limit": "60", "x-shop-remaining": "0", "X-SHOP-RESET": "1713888715" })).toEqual({
      limit: 60,
      remaining: 0,
      resetAt: 1_713_888_715_000,
    });
  });

  it.each([
    ["-1", undefined],
    ["1e999", undefined],
    ["1.5", undefined],
    ["", undefined],
    ["0", 0],
    ["9".repeat(400), 9e15],
  ])("Remaining %s is %s", (remaining, expected) => {
    expect(read({ "x-shop-limit": "1", "x-shop-remaining": remaining })).toEqual({ limit: 1, remaining: expected, resetAt: undefined });
  });

  it.each([
    ["a reset that has passed", "1", 1000],
    ["a reset in milliseconds, which would be in the year 56281", "1713888715000", undefined],
    ["a reset after the year 2100", "4102444801", undefined],
    ["the last reset in seconds", "4099999999", 4_099_999_999_000],
    ["the first in another unit", "4100000000", undefined],
    ["a reset that is a date", "Fri, 20 Nov 2026 12:00:00 GMT", undefined],
  ])("%s", (_, reset, expected) => {
    expect(read({ "x-shop-limit": "1", "x-shop-reset": reset })?.resetAt).toBe(expected);
  });

  it.each([
    ["remaining", { "x-shop-remaining": "3" }, { remaining: 3 }],
    ["reset", { "x-shop-reset": "1713888715" }, { resetAt: 1_713_888_715_000 }],
  ])("are read where only %s can be", (_, headers, expected) => {
    expect(read({ "x-shop-limit": "many", ...headers })).toEqual({
      limit: undefined,
      remaining: undefined,
      resetAt: undefined,
      ...expected,
    });
    // A service sends all three of them, or none.
    expect(read(headers)).toBeUndefined();
  });

  it("are undefined where none of them can be read", () => {
    expect(read({})).toBeUndefined();
    expect(read({ "x-shop-limit": "many", "x-ratelimit-limit": "60" })).toBeUndefined();
  });

  it("are asked for only where the service has them", () => {
    const headers = { "x-shop-limit": "60", undefinedlimit: "1", limit: "2" };
    expect(shop.decode({ status: 429, headers }).rateLimit).toEqual({ limit: 60, remaining: undefined, resetAt: undefined });
    expect(depot.decode({ status: 429, headers }).rateLimit).toBeUndefined();
  });
});
