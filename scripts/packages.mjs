// The packages of this repository, for scripts that run before anything is built. Programs that are built find them with
// packages/workspace/src/packages-of.ts. Both follow this rule, and packages/workspace/test/same-rule.test.ts compares what they find:
//   a package            is a folder of packages/ with a manifest
//   a published package  is one whose manifest is not private
//   a service            is a published package whose manifest exports ./codes.json, the record of its vocabulary
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder, with a slash at its end. */
export const root = fileURLToPath(new URL("../", import.meta.url));

export const packages = readdirSync(join(root, "packages"))
  // Not every runtime sorts what it reads.
  .sort()
  .map((folder) => ({ folder, path: join(root, "packages", folder) }))
  .filter(({ path }) => existsSync(join(path, "package.json")))
  .map(({ folder, path }) => ({ folder, path, manifest: JSON.parse(readFileSync(join(path, "package.json"), "utf8")) }));

export const publishedPackages = packages.filter(({ manifest }) => manifest.private !== true);

export const servicePackages = publishedPackages.filter(({ manifest }) => manifest.exports?.["./codes.json"] !== undefined);
