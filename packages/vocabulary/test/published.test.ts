import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { publicPackages, root } from "@scai-errors/workspace/packages";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { coreVocabulary } from "../src/core-vocabulary.js";
import { observe } from "../src/observe.js";
import type { VocabularyRecord } from "../src/record.js";
import { publishedProblems, recordOfCore } from "../src/release/published.js";
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

describe("core, which ships no record", () => {
  /** A published core: the sources of the working tree, of which one may say something else. */
  function published(kindOf409 = "aborted"): Promise<VocabularyRecord> {
    const folder = join(root, "packages/core/src");
    const built = readdirSync(folder).map((file) => {
      const source = readFileSync(join(folder, file), "utf8").replace('409: "aborted"', `409: "${kindOf409}"`);
      const { outputText } = ts.transpileModule(source, {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      });
      return [`dist/${file.replace(/\.ts$/, ".js")}`, outputText] as const;
    });
    return recordOfCore(folderWith({ "package.json": { version: "1.0.0", type: "module" }, ...Object.fromEntries(built) }));
  }

  async function coreProblems(here: VocabularyRecord, found: VocabularyRecord): Promise<readonly string[]> {
    const folder = folderWith({
      "packages/core/package.json": { name: "@scai-errors/core" },
      "packages/vocabulary/records/core.json": here,
    });
    return publishedProblems(folder, () => Promise.resolve(found));
  }

  it("is read out of what it does", async () => {
    expect(await published()).toEqual(observe(coreVocabulary("1.0.0")));
  });

  it("is right where its record says what was published", async () => {
    expect(await coreProblems(observe(coreVocabulary("1.0.0")), await published())).toEqual([]);
  });

  it("is found where its record was rewritten, or stepped by too little", async () => {
    const other = await published("already_exists");
    expect(await coreProblems(observe(coreVocabulary("1.0.0")), other)).toEqual([
      "@scai-errors/core 1.0.0 is published, and does not do what packages/vocabulary/records/core.json says of it. " +
        "What was published stays: version again with npm run version-packages.",
    ]);
    expect(await coreProblems(observe(coreVocabulary("1.0.1")), other)).toEqual([expect.stringContaining("a patch step")]);
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
