import { expect, it } from "vitest";
import { numberOf } from "../src/index.js";
import { secondsToMs } from "../src/numbers.js";

it.each<[unknown, number]>([
  [0, 0],
  [1.5, 1.5],
  ["0", 0],
  ["007", 7],
  [9e15, 9e15],
  [1e300, 9e15],
  [Infinity, 9e15],
  ["9".repeat(400), 9e15],
])("%j is the number %d", (value, number) => {
  expect(numberOf(value)).toBe(number);
});

it.each<unknown>([
  undefined,
  null,
  true,
  NaN,
  -1,
  "",
  " ",
  " 7",
  "7 ",
  "-1",
  "+1",
  "1.5",
  "1e3",
  "0x10",
  "७",
  // What arithmetic would make a number of.
  [15],
  { valueOf: () => 15 },
  { toString: () => "15" },
])("%j is none", (value) => {
  expect(numberOf(value)).toBeUndefined();
  expect(secondsToMs(value)).toBeUndefined();
});

it("a bigint is none, since JSON has none", () => {
  expect(numberOf(7n)).toBeUndefined();
});

it("seconds become milliseconds, within what can be calculated with", () => {
  expect(secondsToMs("15")).toBe(15_000);
  expect(secondsToMs(1.5)).toBe(1500);
  expect(secondsToMs(1e300)).toBe(9e15);
});
