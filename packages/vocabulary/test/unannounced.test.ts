import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Changeset } from "../src/changesets.js";
import { unannounced } from "../src/unannounced.js";
import { baseWith, folderWith, writeFiles } from "./given/workspace.js";

const MANIFEST = "packages/hotel/package.json";
const CHANGELOG = "packages/hotel/CHANGELOG.md";
const manifest = { name: "@scai-errors/hotel", version: "1.0.0", main: "./dist/index.js", scripts: { test: "vitest" } };
const changeset = (name: string, step: "none" | "patch" = "patch"): Changeset => ({
  file: ".changeset/a.md",
  releases: new Map([[name, step]]),
  text: "Text.",
});

/** The sentences where the branch changes some files, has a manifest and some changesets. */
function sentences(changed: readonly string[], now: object = manifest, changesets: readonly Changeset[] = []): readonly string[] {
  return unannounced(
    folderWith({ [MANIFEST]: now }),
    baseWith({ [MANIFEST]: manifest, [CHANGELOG]: "# @scai-errors/hotel\n" }, changed),
    changesets,
  );
}

describe("needs a changeset", () => {
  it("a source that has changed, by its name and how many more", () => {
    expect(sentences(["packages/hotel/src/a.ts", "packages/hotel/src/deep/b.ts", "README.md"])).toEqual([
      "@scai-errors/hotel has changed (packages/hotel/src/a.ts and 1 more), and no changeset of this branch names it. Write one with npx changeset; " +
        "where nobody can notice the change, give the package the step none.",
    ]);
  });

  it("a manifest that leads elsewhere", () => {
    expect(sentences([], { ...manifest, main: "./dist/other.js" })).toEqual([expect.stringContaining(`(${MANIFEST})`)]);
    expect(sentences([], { ...manifest, dependencies: { zod: "4.0.0" } })).toHaveLength(1);
  });

  it("which has to be of this branch, and name the package", () => {
    const changed = ["packages/hotel/src/a.ts"];
    expect(sentences([...changed, ".changeset/a.md"], manifest, [changeset("@scai-errors/hotel")])).toEqual([]);
    expect(sentences([...changed, ".changeset/a.md"], manifest, [changeset("@scai-errors/hotel", "none")])).toEqual([]);
    expect(sentences([...changed, ".changeset/a.md"], manifest, [changeset("@scai-errors/garden")])).toHaveLength(1);
    expect(sentences(changed, manifest, [changeset("@scai-errors/hotel")])).toHaveLength(1);
  });
});

describe("needs none", () => {
  it("what nobody installs", () => {
    expect(sentences(["packages/hotel/test/a.test.ts", "packages/hotel/tsconfig.json", "packages/hotels/src/a.ts"])).toEqual([]);
    expect(sentences([], { ...manifest, scripts: { test: "jest" }, devDependencies: { jest: "1.0.0" } })).toEqual([]);
  });

  it("a package that nobody can install", () => {
    expect(sentences(["packages/hotel/src/a.ts"], { ...manifest, private: true })).toEqual([]);
  });

  it("a package that is new, or waits for its first release", () => {
    const root = folderWith({ [MANIFEST]: manifest });
    expect(unannounced(root, baseWith({}, ["packages/hotel/src/a.ts"]), [])).toEqual([]);
    expect(unannounced(root, baseWith({ [MANIFEST]: manifest }, ["packages/hotel/src/a.ts"]), [])).toEqual([]);
  });

  it("a package that is released here, if its changelog says so", () => {
    const stepped = { ...manifest, version: "1.0.1" };
    const base = baseWith({ [MANIFEST]: manifest, [CHANGELOG]: "" }, ["packages/hotel/src/a.ts"]);
    const root = folderWith({ [MANIFEST]: stepped });
    const sentence =
      "@scai-errors/hotel says version 1.0.1, which its CHANGELOG.md does not have. Versions are stepped by: npm run version-packages";
    expect(unannounced(root, base, [])).toEqual([sentence]);
    writeFiles(join(root, "packages/hotel"), { "CHANGELOG.md": "# @scai-errors/hotel\n\n## 1.0.10\n" });
    expect(unannounced(root, base, [])).toEqual([sentence]);
    writeFiles(join(root, "packages/hotel"), { "CHANGELOG.md": "# @scai-errors/hotel\n\n## 1.0.1\n\nText.\n" });
    expect(unannounced(root, base, [])).toEqual([]);
  });
});
