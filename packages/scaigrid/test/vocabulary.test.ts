import { describe, expect, it } from "vitest";
import { docs } from "../src/docs.js";
import { scaigrid } from "../src/index.js";
import { vocabulary } from "./vocabulary.js";

/** What the words of the retry table come to. */
const POLICIES: Readonly<Record<string, string>> = {
  no: "never",
  once: "once",
  yes: "backoff",
  sometimes: "backoff",
  refresh: "after_change",
};

const codes = Object.entries(scaigrid.codes);

/** The codes of the first release, which was made from the pages that `fixtures/vocabulary.txt` holds. What came later is on later pages. */
const first = Object.entries(docs).filter(([, { since }]) => since === "1.0.0");

describe("the vocabulary", () => {
  it("has every code of the pages, and at first no other", () => {
    expect(first.map(([code]) => code).toSorted()).toEqual(vocabulary.map(({ code }) => code).toSorted());
  });

  it("knows the status of two of the modules' codes", () => {
    const ofModules = first.filter(([, { module }]) => module !== undefined);
    expect(ofModules.filter(([code]) => scaigrid.codes[code as keyof typeof docs].status !== undefined).map(([code]) => code)).toEqual([
      "PERSONA_NOT_FOUND",
      "SCAILINK_REGISTRY_DISABLED",
    ]);
  });

  it.each(vocabulary)("gives $code the documented status, and a retry policy that is marked as documented or not", (documented) => {
    const { status, retry, source } = scaigrid.codes[documented.code as keyof typeof scaigrid.codes];
    const policy = POLICIES[documented.retry ?? ""];
    expect({ status, retry, source }).toEqual({
      status: documented.status,
      retry: policy ?? retry,
      source: policy === undefined ? "status" : "documented",
    });
  });

  it("leaves no code without a kind", () => {
    expect(codes.filter(([, { kind }]) => (kind as string) === "unknown")).toEqual([]);
  });

  it("is frozen", () => {
    expect(Object.isFrozen(scaigrid.codes)).toBe(true);
    expect(codes.filter(([, entry]) => !Object.isFrozen(entry))).toEqual([]);
  });
});

describe("the docs", () => {
  it("stand under the heading of the page, or name the module", () => {
    const groups = first.map(([code, { group, module }]) => [code, module ?? group]);
    expect(Object.fromEntries(groups)).toEqual(Object.fromEntries(vocabulary.map(({ code, group }) => [code, group])));
  });

  it("say what failed in one sentence each", () => {
    const meanings = Object.values(docs).map(({ meaning }) => meaning);
    expect(meanings.filter((meaning) => !/^\p{Lu}[^.]*[^.\s]\.$/u.test(meaning))).toEqual([]);
    expect(new Set(meanings).size).toBe(meanings.length);
  });

  it("name a page", () => {
    expect(Object.values(docs).filter(({ page }) => !/^scaigrid\/[a-z/-]+[a-z]$/.test(page))).toEqual([]);
  });
});
