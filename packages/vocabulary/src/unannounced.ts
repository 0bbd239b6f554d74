import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject } from "@scai-errors/core";
import { type Manifest, type WorkspacePackage, packagesOf } from "@scai-errors/workspace/packages-of";
import type { Base } from "./base.js";
import type { Changeset } from "./changesets.js";
import { shippedPaths } from "./shipped.js";

/** Parts of a manifest that change nothing for who installs the package. */
const OWN: readonly string[] = ["version", "devDependencies", "scripts"];

function publishedPart(manifest: Manifest | Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(manifest).filter(([name]) => !OWN.includes(name)));
}

function manifestAt(base: Base, { folder }: WorkspacePackage): Readonly<Record<string, unknown>> | undefined {
  const text = base.read(`packages/${folder}/package.json`);
  const manifest: unknown = text === undefined ? undefined : JSON.parse(text);
  return isObject(manifest) ? manifest : undefined;
}

/** What has changed since the base of that which the users of a package get: its sources, wherever they are, and its manifest. */
function changedFiles(
  changed: readonly string[],
  shipped: readonly string[],
  one: WorkspacePackage,
  before: Readonly<Record<string, unknown>>,
): readonly string[] {
  const sources = changed.filter((file) => shipped.some((path) => file === path || file.startsWith(`${path}/`)));
  const isOtherManifest = publishedPart(before) !== publishedPart(one.manifest);
  return isOtherManifest ? [...sources, `packages/${one.folder}/package.json`] : sources;
}

/** The sentence about a package that was stepped, where its changelog does not say so; that is, where somebody stepped it by hand. */
function steppedByHand({ path, manifest: { name, version } }: WorkspacePackage): readonly string[] {
  const file = join(path, "CHANGELOG.md");
  const isTold = existsSync(file) && readFileSync(file, "utf8").includes(`## ${version}\n`);
  return isTold
    ? []
    : [`${name} says version ${version}, which its CHANGELOG.md does not have. Versions are stepped by: npm run version-packages`];
}

/**
 * Sentences about packages that have changed since the base and that no changeset of the branch names: their users would get the change with a later
 * release, of a size that nobody chose, and read nothing of it. A package that was never released, or that is released here, needs none.
 */
export function unannounced(root: string, base: Base, changesets: readonly Changeset[]): readonly string[] {
  const changed = base.changed();
  const ofBranch = changesets.filter(({ file }) => changed.includes(file));
  const packages = packagesOf(root);
  return packages
    .filter(({ manifest }) => manifest.private !== true)
    .flatMap((one) => {
      const before = manifestAt(base, one);
      const wasReleased = base.read(`packages/${one.folder}/CHANGELOG.md`) !== undefined;
      if (!before || !wasReleased) return [];
      if (before.version !== one.manifest.version) return steppedByHand(one);
      const [first, ...others] = changedFiles(changed, shippedPaths(root, packages, one), one, before);
      if (first === undefined || ofBranch.some(({ releases }) => releases.has(one.manifest.name))) return [];
      const more = others.length === 0 ? "" : ` and ${others.length} more`;
      return [
        `${one.manifest.name} has changed (${first}${more}), and no changeset of this branch names it. Write one with npx changeset; where nobody can ` +
          `notice the change, give the package the step none.`,
      ];
    });
}
