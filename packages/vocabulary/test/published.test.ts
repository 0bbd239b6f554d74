import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publicPackages, root } from "@scai-errors/workspace/packages";
import { describe, expect, it } from "vitest";
import type { VocabularyRecord } from "../src/record.js";
import { publishedProblems } from "../src/release/published.js";
import { code, record } from "./given/records.js";
import { folderWith } from "./given/workspace.js";

const more = (version: string): VocabularyRecord => record({ ROOM: code(), BED: code({ meaning: "No bed.", since: version }) }, version);

/** What is said where the working tree records one thing and the registry has another. */
function problems(here: VocabularyRecord, published: VocabularyRecord | undefined): Promise<readonly string[]> {
  const manifest = { name: "@scai-errors/hotel", version: here.version, exports: { "./codes.json": "./codes.json" } };
  const root = folderWith({ "packages/hotel/package.json": manifest, "packages/hotel/codes.json": here });
  return publishedProblems(root, () => Promise.resolve(published));
}

describe("against what is published", () => {
  it("the first version, the same again and a step that is large enough are right", async () => {
    expect(await problems(record({ ROOM: code() }), undefined)).toEqual([]);
    expect(await problems(record({ ROOM: code() }), record({ ROOM: code() }))).toEqual([]);
    expect(await problems(more("1.1.0"), record({ ROOM: code() }))).toEqual([]);
  });

  it("a record of a published version that was rewritten is found, whatever the repository says", async () => {
    expect(await problems(more("1.0.0"), record({ ROOM: code() }))).toEqual([
      "@scai-errors/hotel 1.0.0 is published with another codes.json. What was published stays: version again with npm run version-packages.",
    ]);
  });

  it("a step that is too small, or backwards, is found", async () => {
    expect(await problems(more("1.0.1"), record({ ROOM: code() }))).toEqual([expect.stringContaining("a patch step")]);
    expect(await problems(record({ ROOM: code() }), more("1.1.0"))).toEqual([expect.stringContaining("backwards")]);
  });
});

it("there are packages to publish", () => expect(publicPackages.length).toBeGreaterThan(5));

it("every manifest says where the package comes from, as the root says it; npm checks the provenance against that", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/manifests.mjs"), "--check"], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  for (const { folder, manifest } of publicPackages)
    expect(manifest.repository).toMatchObject({ type: "git", directory: `packages/${folder}` });
});

describe.each(publicPackages)("$manifest.name", ({ path, manifest }) => {
  const { version } = manifest;

  it("ships its changelog, which has a heading for its version", () => {
    expect(manifest.files).toContain("CHANGELOG.md");
    // Before its first release there is none.
    if (version !== "0.0.0") expect(readFileSync(join(path, "CHANGELOG.md"), "utf8")).toContain(`\n## ${version}\n`);
  });

  it("may be published by anybody's npm", () => {
    expect(manifest.publishConfig?.access).toBe("public");
  });
});
