import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BadInput } from "../src/bad-input.js";
import { pendingSteps, readChangesets } from "../src/changesets.js";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "changesets-"));
  mkdirSync(join(root, ".changeset"));
  for (const [name, isPrivate] of [
    ["dns", false],
    ["core", false],
    ["demo", true],
  ] as const) {
    // prettier-ignore
    mkdirSync(join(root, "packages", name), { recursive: true });
    const manifest = { name: `@scai-errors/${name}`, version: "1.0.0", private: isPrivate };
    writeFileSync(join(root, "packages", name, "package.json"), JSON.stringify(manifest));
  }
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function changeset(name: string, text: string): void {
  writeFileSync(join(root, ".changeset", name), text);
}

const readPending = (folder: string) => pendingSteps(readChangesets(folder));

describe("what pending changesets ask for", () => {
  it("nothing where there are none, and none where there is no folder", () => {
    changeset("README.md", "---\nnothing: to see\n---\n");
    changeset("config.json", "{}");
    expect([...readPending(root)]).toEqual([]);
    rmSync(join(root, ".changeset"), { recursive: true });
    expect([...readPending(root)]).toEqual([]);
  });

  it("the largest step of each package", () => {
    changeset("a.md", '---\n"@scai-errors/dns": patch\n"@scai-errors/core": minor\n---\n\nText.\n');
    changeset("b.md", "---\r\n'@scai-errors/dns': minor\r\n---\r\n\r\nText.\r\n");
    changeset("c.md", '---\n"@scai-errors/dns": patch\n---\nText.');
    expect(Object.fromEntries(readPending(root))).toEqual({ "@scai-errors/dns": "minor", "@scai-errors/core": "minor" });
  });

  it("an empty changeset asks for nothing", () => {
    changeset("empty.md", "---\n---\n");
    expect([...readPending(root)]).toEqual([]);
  });

  it.each([
    ["no front matter", "Just text."],
    ["a broken one", '---\n"@scai-errors/dns: [\n---\n'],
    ["a list", "---\n- patch\n---\n"],
    ["a step that is none", '---\n"@scai-errors/dns": huge\n---\n'],
    ["a package that there is not", '---\n"@scai-errors/dsn": minor\n---\n\nText.\n'],
    ["a package that nobody can install", '---\n"@scai-errors/demo": minor\n---\n\nText.\n'],
    ["no text", '---\n"@scai-errors/dns": minor\n---\n\n \n'],
    ["a conflict in the text", '---\n"@scai-errors/dns": minor\n---\n\n<<<<<<< HEAD\nOne.\n=======\nOther.\n>>>>>>> main\n'],
    [
      "a conflict in the list",
      '---\n<<<<<<< HEAD\n"@scai-errors/dns": minor\n=======\n"@scai-errors/dns": major\n>>>>>>> main\n---\n\nText.\n',
    ],
  ])("%s is a sentence with the file's name", (_, text) => {
    changeset("odd.md", text);
    expect(() => readPending(root)).toThrow(BadInput);
    expect(() => readPending(root)).toThrow(/^\.changeset\/odd\.md .+\. .+\.$/);
  });
});
