import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rows } from "../src/codes.js";
import { docs } from "../src/docs.js";
import { scaidrive } from "../src/index.js";

/** The statuses and close codes of the errors page. */
const documented = JSON.parse(readFileSync(new URL("fixtures/vocabulary.json", import.meta.url), "utf8")) as {
  readonly statuses: readonly number[];
  readonly closes: readonly number[];
};
/** The first release, which was made from that page. What came later is on later pages. */
const first = Object.entries(scaidrive.codes).filter(([code]) => docs[code as keyof typeof docs].since === "1.0.0");
const entries = Object.entries(scaidrive.codes);

describe("the vocabulary", () => {
  it("has the page's statuses and close codes, at first two more for downloads, and no other", () => {
    expect(first.flatMap(([, { status }]) => status ?? [])).toEqual(documented.statuses);
    expect(first.flatMap(([, { close }]) => close ?? [])).toEqual(documented.closes);
    expect(first).toHaveLength(documented.statuses.length + documented.closes.length + 2);
  });

  it("has closes that cannot be taken for statuses", () => {
    const closes = entries.filter(([, { close }]) => close !== undefined);
    expect(closes.filter(([code, { status }]) => status !== undefined || !code.startsWith("CONNECTION_"))).toEqual([]);
  });

  it("advises for every status but 400 as the page does", () => {
    const advice = first.filter(([, { status }]) => status !== undefined).map(([, { status, retry, source }]) => [status, retry, source]);
    expect(advice).toEqual([
      [400, "never", "status"],
      [401, "after_change", "documented"],
      [403, "never", "documented"],
      [404, "never", "documented"],
      [409, "after_change", "documented"],
      [410, "never", "documented"],
      [413, "never", "documented"],
      [422, "never", "documented"],
      [429, "backoff", "documented"],
      [500, "once", "documented"],
      [502, "backoff", "documented"],
      [503, "backoff", "documented"],
      [504, "backoff", "documented"],
      [507, "never", "documented"],
    ]);
  });

  it("reads as follows", async () => {
    const table = entries.map(([code, { status, close, kind, retry, source }]) =>
      [code, status ?? "-", close ?? "-", kind, retry, source].join("\t"),
    );
    await expect(`${table.join("\n")}\n`).toMatchFileSnapshot("golden/codes.txt");
  });
});

describe("the docs", () => {
  it("say something of its own about every code", () => {
    expect(Object.keys(docs).toSorted()).toEqual(Object.keys(rows).toSorted());
    const meanings = Object.values(docs).map(({ meaning }) => meaning);
    expect(new Set(meanings).size).toBe(meanings.length);
    expect(meanings.filter((meaning) => !/^\p{Lu}.*[^.]\.$/u.test(meaning))).toEqual([]);
  });
});
