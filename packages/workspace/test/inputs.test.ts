import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { publicPackages, root, workspacePackages } from "../src/packages.js";
import { readsOf } from "./inputs/reads.js";
import { builtBeforeTestsOf, isInput, testTaskOf } from "./inputs/test-task.js";

/** The sources of a package's tests, as paths from the repository's folder. */
function testSourcesOf(folder: string): readonly string[] {
  const tests = `packages/${folder}/test`;
  if (!existsSync(root + tests)) return [];
  return readdirSync(root + tests, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.m?ts$|\.m?js$/.test(file) && !/(?:^|\/)(?:fixtures|golden|node_modules)\//.test(file))
    .map((file) => `${tests}/${file}`);
}

const tested = workspacePackages.map(({ folder }) => ({
  folder,
  sources: testSourcesOf(folder).map((file) => {
    const text = readFileSync(root + file, "utf8");
    return { file, text, reads: readsOf(file, text) };
  }),
}));

/** The names of the packages whose build a source reads. */
function buildsReadBy(text: string, reads: readonly string[]): readonly string[] {
  const folders = reads.flatMap((path) => /^packages\/([^/]+)\/dist\b/.exec(path)?.[1] ?? []);
  // Without names, pack() packs all that is published.
  const readsAll = folders.includes("*") || /\bpack\([^,()]+\)/.test(text);
  return publicPackages.filter(({ folder }) => readsAll || folders.includes(folder)).map(({ manifest }) => manifest.name);
}

describe.each(tested)("the tests of packages/$folder", ({ folder, sources }) => {
  it("run again when a file changes that they read outside of the package", () => {
    const task = testTaskOf(folder);
    expect(
      sources.flatMap(({ file, reads }) =>
        reads
          .filter((path) => !/^packages\/[^/]+\/dist\b/.test(path) && !isInput(path, task))
          .map(
            (path) =>
              `${file} reads ${path}, and turbo would replay its last result after a change there: add "$TURBO_ROOT$/${path}" to the inputs of "test" in packages/${folder}/turbo.json.`,
          ),
      ),
    ).toEqual([]);
  });

  it("run after the builds that they read", () => {
    const built = builtBeforeTestsOf(folder);
    expect(
      sources.flatMap(({ file, text, reads }) =>
        buildsReadBy(text, reads)
          .filter((name) => !built.has(name))
          .map(
            (name) =>
              `${file} reads the build of ${name}, which turbo may not have made by then: add "${name}#build" to dependsOn of "test" in packages/${folder}/turbo.json.`,
          ),
      ),
    ).toEqual([]);
  });
});

// Samples of paths that these tests read as well, because this file is one of the sources that are looked at.
it.each([
  ["readFileSync(`${root}CONTRIBUTING.md`)", "CONTRIBUTING.md"],
  ["readFileSync(`${root}packages/${folder}/package.json`)", "packages/*/package.json"],
  ['readFileSync(join(root, "packages", name, "package.json"))', "packages/*/package.json"],
  ['import { publicPackages } from "../src/packages.js"; readFileSync(`${path}/package.json`)', "packages/*/package.json"],
  ['new URL("../../../README.md", import.meta.url)', "README.md"],
  ['["ARCHITECTURE.md", "NO_SUCH.md"].map((document) => readFileSync(`${root}${document}`))', "ARCHITECTURE.md"],
])("sees what is read by %s", (source, path) => {
  expect(readsOf("packages/core/test/sample.test.ts", source)).toEqual([path]);
});

it("tells inputs and builds from what is neither", () => {
  const runtimes = testTaskOf("runtimes");
  expect(["README.md", "tsconfig.base.json", "CONTRIBUTING.md", "packages/*/README.md"].map((path) => isInput(path, runtimes))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const built = builtBeforeTestsOf("fetch");
  expect(["fetch", "core", "scaigrid", "relay"].map((folder) => built.has(`@scai-errors/${folder}`))).toEqual([true, true, true, false]);
});
