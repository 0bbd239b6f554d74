import { join } from "node:path";
import { packagesOf } from "@scai-errors/workspace/packages-of";
import { type Place, succeed } from "./command.js";

/** A package that is published. */
export interface Published {
  readonly packageName: string;
  readonly folder: string;
}

/** Every package that is published, each after those that it depends on. */
export function publishedPackages(root: string): readonly Published[] {
  const left = new Map<string, Published & { readonly needs: readonly string[] }>();
  for (const { path, manifest } of packagesOf(root)) {
    const { name, private: isPrivate, dependencies, devDependencies } = manifest;
    if (isPrivate !== true)
      left.set(name, { packageName: name, folder: path, needs: Object.keys({ ...dependencies, ...devDependencies }) });
  }
  const sorted: Published[] = [];
  while (left.size > 0) {
    // Where packages need each other in a circle, any of them comes first: the build will say what is missing.
    const next = [...left.values()].find(({ needs }) => !needs.some((need) => left.has(need))) ?? [...left.values()][0];
    if (!next) break;
    left.delete(next.packageName);
    sorted.push({ packageName: next.packageName, folder: next.folder });
  }
  return sorted;
}

export async function buildPackage(env: Place["env"], root: string, { folder }: Published): Promise<void> {
  await succeed({ folder, env }, process.execPath, [join(root, "node_modules/tsup/dist/cli-default.js"), "--silent"]);
}

/** Packs a package and publishes the tarball, which is exactly what an application will get. */
export async function publishTarball(env: Place["env"], tarballs: string, { folder }: Published): Promise<void> {
  const output = await succeed({ folder, env }, "npm", ["pack", "--pack-destination", tarballs, "--loglevel", "error"]);
  const tarball = output.trim().split("\n").at(-1) ?? "";
  await succeed({ folder: tarballs, env }, "npm", ["publish", `./${tarball}`]);
}
