import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runInContext, withoutNewerLanguage } from "../src/language-engines.mjs";

const [ofTheLanguage] = readFileSync(new URL("../src/golden.txt", import.meta.url), "utf8").split("\n\n");

it.each([
  ["has nothing but the language", ""],
  ["lacks at(), Object.hasOwn and \\p{…} as well", withoutNewerLanguage],
])("decodes the same in a context that %s", async (_, before) => {
  expect(await runInContext(before)).toBe(ofTheLanguage);
});

it("and that context lacks what it is said to lack", async () => {
  await expect(runInContext(`${withoutNewerLanguage}; new RegExp("\\\\p{L}", "u")`)).rejects.toThrow("Invalid property name");
  await expect(runInContext("new TextEncoder()")).rejects.toThrow("TextEncoder is not defined");
});
