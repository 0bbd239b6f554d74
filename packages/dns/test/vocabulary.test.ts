import { readFileSync } from "node:fs";
import { parameterNames } from "@scai-errors/core";
import { describe, expect, it } from "vitest";
import { rows } from "../src/codes.js";
import { docs } from "../src/docs.js";
import { dns } from "../src/index.js";
import { filled } from "./filled.js";

/** The statuses of the error code reference, and its messages with the status of their row, which not all have. */
const documented = JSON.parse(readFileSync(new URL("fixtures/vocabulary.json", import.meta.url), "utf8")) as {
  readonly statuses: readonly number[];
  readonly messages: Readonly<Record<string, number | null>>;
};
const entries = Object.entries(dns.codes);
/** The first release, which was made from that page. What came later is on later pages. */
const first = entries.filter(([code]) => docs[code as keyof typeof docs].since === "1.0.0");
const ofMessages = first.filter(([, { message }]) => message !== undefined);
const ofStatuses = first.filter(([, { message }]) => message === undefined);

/** By the table of statuses, where a message's own row has none. */
const statusOfKind: Readonly<Record<string, number>> = { permission_denied: 403, unauthenticated: 401 };

describe("the vocabulary", () => {
  it("has the page's messages and statuses, and at first no other", () => {
    expect(ofMessages).toHaveLength(Object.keys(documented.messages).length);
    expect(ofStatuses.map(([, { status }]) => status)).toEqual(documented.statuses);
  });

  it.each(Object.entries(documented.messages))("finds the page's message %j with its status", (message, status) => {
    const { code, codeFrom, kind } = dns.decode({ status: status ?? 400, body: { detail: filled(message) } });
    expect(codeFrom).toBe("message");
    if (code === "UNRECOGNIZED") throw new Error(`${message} has no code`);
    expect(dns.codes[code].status ?? null).toBe(status ?? statusOfKind[kind] ?? null);
  });

  it("has five messages with variable parts", () => {
    expect(ofMessages.flatMap(([code, { message }]) => (message?.includes("<") ? [[code, parameterNames(message)]] : []))).toEqual([
      ["CNAME_EXISTS", ["type", "name"]],
      ["TXT_RECORD_MISSING", ["name"]],
      ["TXT_VALUE_MISMATCH", ["expected"]],
      ["DOMAIN_NOT_IN_DNS", ["name"]],
      ["PERMISSION_REQUIRED", ["permission"]],
    ]);
  });

  it("calls documented what the page says about 429 and 5xx, and nothing else", () => {
    const advice = first.filter(([, { source }]) => source === "documented");
    expect(advice.map(([, { status, retry }]) => [status, retry])).toEqual([429, 500, 502, 503, 504].map((status) => [status, "backoff"]));
  });

  it("reads as follows", async () => {
    const table = entries.map(([code, { status, message, kind, retry, source }]) =>
      [code, status ?? "-", kind, retry, source, message ?? "-"].join("\t"),
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
