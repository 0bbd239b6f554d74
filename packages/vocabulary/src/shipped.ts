import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkspacePackage } from "@scai-errors/workspace/packages-of";
import { bundledFiles } from "./bundled.js";

/** What a package ships and that is no source: texts for people, and the record, which a release writes. */
const NO_SOURCE = /^(?:LICENSE|codes\.json|.*\.md)$/;

/** How the build of every published package is set up, where its own set-up imports it. */
const SHARED_BUILD = "tsup.base.ts";

/** The files that say how a package is built. */
function buildFiles({ folder, path }: WorkspacePackage): readonly string[] {
  const own = join(path, "tsup.config.ts");
  if (!existsSync(own)) return [];
  const isShared = readFileSync(own, "utf8").includes("/tsup.base.js");
  return [`packages/${folder}/tsup.config.ts`, ...(isShared ? [SHARED_BUILD] : [])];
}

/** The files and folders of the repository that decide what the users of a package get; its manifest apart, of which only some parts do. */
export function shippedPaths(root: string, packages: readonly WorkspacePackage[], one: WorkspacePackage): readonly string[] {
  const { folder, manifest } = one;
  const files = (manifest.files ?? []).filter((file) => !NO_SOURCE.test(file));
  return [...["src", ...files].map((file) => `packages/${folder}/${file}`), ...buildFiles(one), ...bundledFiles(root, packages, one)];
}
