import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = join(import.meta.dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

it("has a first example that prints what it says it prints", () => {
  const [, example = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const promised = [...example.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => line);
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module"], { cwd: folder, input: example, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(promised).not.toHaveLength(0);
  expect(stdout.trimEnd().split("\n")).toEqual(promised);
});

const recipes = [...readme.matchAll(/^\[`([\w./-]+)`\]\(([^)]+)\):\n\n```\w+\n([\s\S]*?)```/gm)];

it.each(recipes.map(([, name = "", path = "", shown = ""]) => ({ name, path, shown })))("shows $name as it is run", ({ path, shown }) => {
  expect(shown).toBe(readFileSync(join(folder, decodeURIComponent(path)), "utf8"));
});

it("has recipes", () => {
  expect(recipes.length).toBeGreaterThan(0);
});
