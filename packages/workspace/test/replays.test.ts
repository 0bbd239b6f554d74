import { expect, it } from "vitest";
import { root } from "../src/packages.js";

// A program's module, which has no types.
const { replaysIn } = (await import(`${root}scripts/replays.mjs`)) as { readonly replaysIn: (output: string) => string | undefined };

it("says how many results of a second run are replays", () => {
  expect(replaysIn(" Tasks:    37 successful, 37 total\nCached:    36 cached, 37 total\n  Time:    2.1s\n")).toMatch(
    /^36 of 37 results are replays/,
  );
});

it("says so of all results", () => {
  expect(replaysIn("Cached:    37 cached, 37 total")).toMatch(/^All 37 results are replays/);
});

it("reads what a terminal gets, colours and all", () => {
  expect(replaysIn("\u001B[1mCached:\u001B[0m    \u001B[1m36 cached\u001B[0m, 37 total")).toMatch(/^36 of 37/);
});

it("says nothing of a run without replays, and of one that turbo did not sum up", () => {
  expect(replaysIn("Cached:    0 cached, 37 total")).toBeUndefined();
  expect(replaysIn("ERROR  run failed")).toBeUndefined();
});
