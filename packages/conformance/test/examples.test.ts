import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { root } from "@scai-errors/workspace/packages";
import { runNode } from "@scai-errors/workspace/run";

const folder = `${root}examples`;
const examples = readdirSync(folder).filter((file) => file.endsWith(".mjs"));

it("there are examples, and the list of them names each", () => {
  expect(examples.length).toBeGreaterThan(3);
  const listed = [...readFileSync(`${folder}/README.md`, "utf8").matchAll(/\]\(([^)]+\.mjs)\)/g)].map(([, file = ""]) => file);
  expect(listed.toSorted()).toEqual(examples.toSorted());
});

it.each(examples)("examples/%s prints what it says", async (file) => {
  const said = [...readFileSync(`${folder}/${file}`, "utf8").matchAll(/\/\/=> (.*)$/gm)].map(([, line]) => line);
  expect(said.length).toBeGreaterThan(0);
  const { output } = await runNode([file], folder);
  expect(output.trimEnd().split("\n")).toEqual(said);
});
