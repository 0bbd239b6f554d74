import { describe, expect, it } from "vitest";
import { docs } from "../src/docs.js";
import { deliveryCodes, scaikey } from "../src/index.js";
import { vocabulary } from "./vocabulary.js";

/** What the words of the retry table come to. */
const POLICIES: Readonly<Record<string, string>> = {
  no: "never",
  once: "once",
  yes: "backoff",
  refresh: "after_change",
  reread: "after_change",
};

/** The codes of the first release, which was made from the page that `fixtures/vocabulary.txt` holds. What came later is on later pages. */
const first = Object.entries(docs).filter(([, { since }]) => since === "1.0.0");

describe("the vocabulary", () => {
  it("has every code of the page, and at first no other", () => {
    expect(first.map(([code]) => code).toSorted()).toEqual(vocabulary.map(({ code }) => code).toSorted());
  });

  it.each(vocabulary)("gives $code the documented status and retry policy", (documented) => {
    const { status, retry, source } = scaikey.codes[documented.code as keyof typeof scaikey.codes];
    expect({ status, retry, source }).toEqual({
      status: documented.status,
      retry: POLICIES[documented.retry],
      // The retry table is complete: it says what to do about every code.
      source: "documented",
    });
  });

  it("has as many codes of each status as the page counts", () => {
    const counts: Record<number, number> = {};
    for (const { status } of vocabulary) counts[status] = (counts[status] ?? 0) + 1;
    expect(counts).toEqual({
      400: 14,
      401: 4,
      403: 7,
      404: 22,
      409: 8,
      410: 2,
      422: 1,
      429: 2,
      500: 3,
      502: 5,
      503: 3,
      504: 2,
    });
  });

  it("marks the codes of delivery records", () => {
    const ofPage = vocabulary.filter(({ group }) => group === "Webhook delivery").map(({ code }) => code);
    expect(deliveryCodes).toEqual(expect.arrayContaining(ofPage));
    expect(deliveryCodes.filter((code) => docs[code].group !== "Webhook delivery")).toEqual([]);
    expect(deliveryCodes.filter((code) => !docs[code].meaning.startsWith("In a delivery record: "))).toEqual([]);
  });

  it("is frozen", () => {
    expect(Object.isFrozen(scaikey.codes)).toBe(true);
    expect(Object.values(scaikey.codes).filter((entry) => !Object.isFrozen(entry))).toEqual([]);
  });
});

describe("the docs", () => {
  it("stand under the heading of the page", () => {
    expect(Object.fromEntries(first.map(([code, { group }]) => [code, group]))).toEqual(
      Object.fromEntries(vocabulary.map(({ code, group }) => [code, group])),
    );
  });

  it("say what failed in one sentence each", () => {
    const meanings = Object.values(docs).map(({ meaning }) => meaning);
    expect(meanings.filter((meaning) => !/^\p{Lu}[^.]*[^.\s]\.$/u.test(meaning))).toEqual([]);
    expect(new Set(meanings).size).toBe(meanings.length);
  });
});
