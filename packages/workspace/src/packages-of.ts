import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly license?: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly files?: readonly string[];
  readonly repository?: unknown;
  readonly publishConfig?: { readonly access?: string };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

export interface WorkspacePackage {
  /** The name of its folder, such as `scaigrid`. */
  readonly folder: string;
  readonly path: string;
  readonly manifest: Manifest;
}

/**
 * Every package of a repository, by what is on disk, so that a new one cannot be forgotten. Which repository is said, because release commands run from a bundle,
 * and on copies. scripts/packages.mjs has the rule in words, and follows it for scripts that run before anything is built.
 */
export function packagesOf(repository: string): readonly WorkspacePackage[] {
  const parent = join(repository, "packages");
  return (
    readdirSync(parent)
      // Not every runtime sorts what it reads.
      .sort()
      .filter((folder) => existsSync(join(parent, folder, "package.json")))
      .map((folder) => {
        const path = join(parent, folder);
        // Our own files, whose shape the checks look at.
        return { folder, path, manifest: JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as Manifest };
      })
  );
}

/** Whether a package is a service: it is published and ships the record of a vocabulary. */
export function isServicePackage({ manifest }: WorkspacePackage): boolean {
  return manifest.private !== true && manifest.exports?.["./codes.json"] !== undefined;
}
