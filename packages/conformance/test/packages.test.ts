import { readFileSync, readdirSync } from "node:fs";
import { isAbsolute } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { install } from "@scai-errors/workspace/pack";
import { publicPackages, root, servicePackages, workspacePackages } from "@scai-errors/workspace/packages";
import { members } from "@scai-errors/workspace/members";
import { runNode } from "@scai-errors/workspace/run";

/** The names under which npm runs a script that nobody called (npm's documentation, "Life Cycle Scripts"). */
const LIFECYCLE =
  /^(?:(?:pre|post)?(?:install|prepare|pack|publish|restart|start|stop|uninstall|version|rebuild|shrinkwrap)|prepublishOnly|dependencies)$/;

describe.each(workspacePackages)("packages/$folder", ({ manifest }) => {
  it("has no script that installing or publishing would run", () => {
    expect(Object.keys(manifest.scripts ?? {}).filter((name) => LIFECYCLE.test(name))).toEqual([]);
  });
});

describe.each(publicPackages)("the tarball of $folder", ({ folder, path, manifest }) => {
  const files = inject("tarballs").find(({ name }) => name === manifest.name)?.files ?? [];

  it("holds the build and what belongs to every package, and nothing else", () => {
    expect(
      files.filter(
        (file) =>
          !/^(?:dist\/.+\.(?:c?js|c?js\.map|d\.c?ts)|README\.md|CHANGELOG\.md|LICENSE|package\.json|codes\.json|(?:envelope|problem)\.schema\.json)$/.test(
            file,
          ),
      ),
    ).toEqual([]);
    // A program without a library, such as the command line, has no entry to import.
    const entry = manifest.exports?.["."] ? ["dist/index.js", "dist/index.cjs", "dist/index.d.ts"] : ["dist/cli.js"];
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", ...entry]));
  });

  it("has the map of every file that names one, with the sources in it", () => {
    for (const file of files.filter((one) => /\.(?:c?js|d\.c?ts)$/.test(one))) {
      const [, map] = /\/\/# sourceMappingURL=(\S+)/.exec(readFileSync(`${path}/${file}`, "utf8")) ?? [];
      if (map === undefined) continue;
      const at = `dist/${map}`;
      expect(files, `${file} names ${map}`).toContain(at);
      // What the build wrote; its shape is the standard's.
      const { sources, sourcesContent } = JSON.parse(readFileSync(`${path}/${at}`, "utf8")) as {
        readonly sources: readonly string[];
        readonly sourcesContent?: readonly string[];
      };
      expect(
        sources.filter((source) => isAbsolute(source)),
        `${at} names a path of this machine`,
      ).toEqual([]);
      expect(
        sourcesContent?.every((source) => source !== ""),
        at,
      ).toBe(true);
    }
  });

  it("has the licence of the repository", () => {
    expect(manifest.license).toBe("MIT");
    expect(readFileSync(`${path}/LICENSE`, "utf8")).toBe(readFileSync(`${root}LICENSE`, "utf8"));
  });

  it(`is built for every entry that ${folder} exports`, () => {
    const targets = JSON.stringify(manifest.exports).match(/dist\/[^"]+|codes\.json|\w+\.schema\.json/g) ?? [];
    expect(targets.filter((target) => !files.includes(target))).toEqual([]);
  });
});

describe.each(servicePackages)("$folder, installed alone", ({ folder, manifest }) => {
  const project = `${inject("scratch")}/${folder}`;
  const { service, docs } = members.find((one) => one.service.name === folder) ?? {};

  it("brings only core along, and works from ESM and CommonJS", async () => {
    const tarballs = inject("tarballs").filter(({ name }) => name === manifest.name || name === "@scai-errors/core");
    await install(tarballs, project);
    expect(readdirSync(`${project}/node_modules`).filter((name) => !name.startsWith("."))).toEqual(["@scai-errors"]);
    expect(readdirSync(`${project}/node_modules/@scai-errors`)).toEqual(["core", folder].toSorted());

    const work = `
      const error = own.${folder}.decode({ status: 503, headers: { "retry-after": "2" }, body: "<html>" });
      console.log(JSON.stringify([error, own.UNRECOGNIZED, typeof own.match, typeof own.assertNever, Object.keys(docs)]));`;
    const expected = JSON.stringify([
      service?.decode({ status: 503, headers: { "retry-after": "2" }, body: "<html>" }),
      "UNRECOGNIZED",
      "function",
      "function",
      Object.keys(docs ?? {}),
    ]);
    const esm = `import * as own from "${manifest.name}"; import { docs } from "${manifest.name}/docs"; ${work}`;
    const cjs = `const own = require("${manifest.name}"); const { docs } = require("${manifest.name}/docs"); ${work}`;
    expect((await runNode(["--input-type=module", "-e", esm], project)).output.trim()).toBe(expected);
    expect((await runNode(["--input-type=commonjs", "-e", cjs], project)).output.trim()).toBe(expected);
  });
});

describe("dependencies at run time", () => {
  it.each(servicePackages)("of $folder: core, and zod where its schemas are asked for", ({ manifest }) => {
    expect(Object.keys(manifest.dependencies ?? {})).toEqual(["@scai-errors/core"]);
    expect(manifest.peerDependencies).toEqual({ zod: expect.any(String) as string });
    expect(manifest.peerDependenciesMeta).toEqual({ zod: { optional: true } });
  });

  it("of core: none", () => {
    expect(publicPackages.find(({ folder }) => folder === "core")?.manifest.dependencies ?? {}).toEqual({});
  });
});
