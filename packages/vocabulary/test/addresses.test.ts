import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { HELP_BASE_URL } from "@scai-errors/core";
import { root } from "@scai-errors/workspace/packages";

const { repository, homepage } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  readonly repository: { readonly url: string };
  readonly homepage: string;
};
const [, name = ""] = /github\.com\/([\w-]+\/[\w-]+)\.git$/.exec(repository.url) ?? [];
const [owner = ""] = name.split("/");
const documents = execFileSync("git", ["ls-files", "*.md", "*.yml", "packages/*/package.json"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n");

it("every address of the repository is the one of the root's package.json", () => {
  const found = documents.flatMap((file) =>
    [...readFileSync(`${root}${file}`, "utf8").matchAll(new RegExp(`github\\.com/(${owner}/[\\w-]+)`, "g"))].map(([, at]) => ({
      file,
      at,
    })),
  );
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(({ at }) => at !== name)).toEqual([]);
});

it("the pages of codes are where the homepage is", () => {
  expect(new URL(HELP_BASE_URL).origin).toBe(new URL(homepage).origin);
});
