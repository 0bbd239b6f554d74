import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answered, rows } from "../src/codes.js";
import { docs } from "../src/docs.js";
import { scaiwave } from "../src/index.js";

/** Every code of the error code reference with its status, copied from the page. */
const documented = JSON.parse(readFileSync(new URL("fixtures/vocabulary.json", import.meta.url), "utf8")) as Record<string, number>;

/** Whether a code came after the first release, which was made from the page that `documented` holds. */
const isLater = (code: string): boolean => docs[code as keyof typeof docs].since !== "1.0.0";

describe("the vocabulary", () => {
  it("has the codes of the reference with their statuses, and at first no other", () => {
    expect(Object.keys(documented).length).toBeGreaterThan(0);
    const first = Object.entries(answered).filter(([code]) => !isLater(code));
    expect(Object.fromEntries(first.map(([code, { status }]) => [code, status]))).toEqual(documented);
  });

  it("has one name of its own, which cannot be taken for a code of ScaiWave", () => {
    const own = Object.keys(rows).filter((code) => !(code in documented) && !isLater(code));
    expect(own).toEqual(["CONNECTION_ABORTED"]);
    expect(Object.keys(documented).filter((code) => !code.startsWith("SW_"))).toEqual([]);
  });

  it("calls nothing documented but what the pages say about an expired token and about reconnecting", () => {
    const entries = Object.entries(scaiwave.codes).filter(([code, { source }]) => source === "documented" && !isLater(code));
    expect(entries.map(([code, { retry }]) => [code, retry])).toEqual([
      ["SW_AUTH_EXPIRED_TOKEN", "after_change"],
      ["CONNECTION_ABORTED", "backoff"],
    ]);
  });

  it("tells caps that end from caps that stay", () => {
    const { SW_RATE_LIMIT_EXCEEDED, SW_SIDEKICK_CAP_REACHED, SW_AI_BUDGET_EXCEEDED, SW_TENANT_CAPACITY } = scaiwave.codes;
    expect([SW_RATE_LIMIT_EXCEEDED.retry, SW_SIDEKICK_CAP_REACHED.retry]).toEqual(["backoff", "backoff"]);
    expect([SW_AI_BUDGET_EXCEEDED.retry, SW_TENANT_CAPACITY.retry]).toEqual(["never", "never"]);
  });

  it("reads as follows", async () => {
    const table = Object.entries(scaiwave.codes).map(([code, { status, close, kind, retry, source }]) =>
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

  it("say of the name that is no code of ScaiWave that it is none", () => {
    expect(docs.CONNECTION_ABORTED.meaning).toContain("this package's own");
  });
});
