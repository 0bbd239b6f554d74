import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packagesOf } from "@scai-errors/workspace/packages-of";
import { describe, expect, it } from "vitest";
import { bundledFiles } from "../src/bundled.js";
import type { Changeset } from "../src/changesets.js";
import { unannounced } from "../src/unannounced.js";
import { baseWith, folderWith, writeFiles } from "./given/workspace.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
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

/** The packages that a change gives other sources, in a repository where hotel is built with parts of others. */
function changedBy(file: string): readonly string[] {
  const files = {
    "tsup.base.ts": "",
    [MANIFEST]: {
      ...manifest,
      files: ["dist", "bill.schema.json", "menus", "CHANGELOG.md", "LICENSE", "codes.json"],
      dependencies: { "@scai-errors/garden": "^1.0.0" },
      devDependencies: { "@scai-errors/cellar": "0.0.0", "@scai-errors/stage": "0.0.0", "@scai-errors/attic": "0.0.0" },
    },
    "packages/hotel/tsup.config.ts": 'import { build } from "../../tsup.base.js";',
    "packages/hotel/src/a.ts": 'import { wine } from "@scai-errors/cellar/wine";\nimport "@scai-errors/garden";\nimport("./deep/b.js");',
    "packages/hotel/src/deep/b.ts": 'import type { Chest } from "@scai-errors/attic";\nexport * from "./c.js";',
    "packages/hotel/test/a.test.ts": 'import { act } from "@scai-errors/stage";',
    "packages/garden/package.json": { name: "@scai-errors/garden", version: "1.0.0" },
    "packages/garden/src/index.ts": "",
    "packages/cellar/package.json": {
      name: "@scai-errors/cellar",
      version: "0.0.0",
      private: true,
      exports: { "./wine": { types: "./src/wine.ts", default: "./dist/wine.js" }, "./beer": "./src/beer.ts" },
    },
    "packages/cellar/src/wine.ts": 'export { grape } from "./grape.js";',
    "packages/cellar/src/grape.ts": 'import "./wine.js";',
    "packages/cellar/src/beer.ts": "",
    "packages/stage/package.json": { name: "@scai-errors/stage", version: "0.0.0", private: true, exports: { ".": "./src/index.ts" } },
    "packages/stage/src/index.ts": "",
    "packages/attic/package.json": { name: "@scai-errors/attic", version: "0.0.0", private: true, exports: { ".": "./dist/index.js" } },
    "packages/attic/src/chest.ts": "",
  };
  const changelogs = { [CHANGELOG]: "", "packages/garden/CHANGELOG.md": "" };
  return unannounced(folderWith(files), baseWith({ ...files, ...changelogs }, [file]), []).map((sentence) => sentence.split(" ")[0]!);
}

describe("what a package ships and has not in src", () => {
  it.each([
    ["a file that it names as shipped", "packages/hotel/bill.schema.json"],
    ["a file of a folder that it names", "packages/hotel/menus/sunday.json"],
    ["how it is built", "packages/hotel/tsup.config.ts"],
    ["how all are built", "tsup.base.ts"],
    ["a source of another package that is bundled", "packages/cellar/src/wine.ts"],
    ["what that imports", "packages/cellar/src/grape.ts"],
    ["any source of a package that does not tell which it exports", "packages/attic/src/chest.ts"],
  ])("%s needs a changeset", (_, file) => expect(changedBy(file)).toEqual(["@scai-errors/hotel"]));

  it.each([
    ["its changelog", CHANGELOG],
    ["its licence", "packages/hotel/LICENSE"],
    ["its record", "packages/hotel/codes.json"],
    ["a source of that package that it does not import", "packages/cellar/src/beer.ts"],
    ["a package that its tests alone import", "packages/stage/src/index.ts"],
  ])("%s needs none", (_, file) => expect(changedBy(file)).toEqual([]));

  it("a package that its users install needs one of its own", () => {
    expect(changedBy("packages/garden/src/index.ts")).toEqual(["@scai-errors/garden"]);
  });
});

it("the command line is built with the rules of changes, and not with the tools around them", () => {
  const packages = packagesOf(ROOT);
  const cli = packages.find(({ folder }) => folder === "cli")!;
  const bundled = bundledFiles(ROOT, packages, cli);
  expect(bundled).toContain("packages/vocabulary/src/rules.ts");
  expect(bundled).not.toContain("packages/vocabulary/src/gate.ts");
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
