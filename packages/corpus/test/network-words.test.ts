import { expect, test } from "vitest";
import { errorFrom, scaigrid } from "@scai-errors/scaigrid";
import { networkWords } from "../src/cases/network-words.js";
import { regularExpressions } from "../src/regular-expressions.js";

test.each(networkWords)("$id: $who", async ({ thrown, code, receivedCode }) => {
  const error = await errorFrom(scaigrid, thrown);
  expect(error?.code).toBe(code);
  if (receivedCode !== undefined) expect(error?.receivedCode).toBe(receivedCode);
});

/** Every text of an error and its causes, and the name with the message. */
function textsOf(thrown: unknown): readonly string[] {
  if (typeof thrown !== "object" || thrown === null) return [];
  const { code, name, message, cause } = thrown as { readonly [Member in "code" | "name" | "message" | "cause"]?: unknown };
  const titled = `${String(name)}: ${String(message)}`;
  return [code, name, message, titled].filter((text) => typeof text === "string").concat(textsOf(cause));
}

test("every row of the table is met by a case, so that no word stays after who says it is gone", () => {
  const rows = regularExpressions("core").written.filter(({ file, source }) => file.endsWith("/classify.ts") && source.startsWith("^"));
  const texts = networkWords.flatMap(({ thrown }) => textsOf(thrown));
  const unmet = rows.filter(({ source, flags }) => !texts.some((text) => new RegExp(source, flags).test(text)));
  expect(rows.length).toBeGreaterThan(30);
  expect(unmet.map(({ source }) => source)).toEqual([]);
});

test("no message reads like a time limit of openai's own, which would drop the error", async () => {
  const errors = await Promise.all(networkWords.map(({ thrown }) => errorFrom(scaigrid, thrown)));
  const messages = errors.flatMap((error) => (error ? [error.message, String(error)] : []));
  expect(messages.length).toBeGreaterThan(50);
  expect(messages.filter((message) => /timed? ?out/i.test(message))).toEqual([]);
});
