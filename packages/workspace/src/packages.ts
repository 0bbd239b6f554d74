import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's folder, with a slash at its end. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly files?: readonly string[];
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

/** Every package of a repository, by what is on disk, so that a new one cannot be forgotten. */
export function packagesOf(repository: string): readonly WorkspacePackage[] {
  return (
    readdirSync(`${repository}packages`)
      // Not every runtime sorts what it reads.
      .sort()
      .filter((folder) => existsSync(`${repository}packages/${folder}/package.json`))
      .map((folder) => {
        const path = `${repository}packages/${folder}`;
        // Our own files, whose shape the checks look at.
        return { folder, path, manifest: JSON.parse(readFileSync(`${path}/package.json`, "utf8")) as Manifest };
      })
  );
}

/** Whether a package is a service: it is published and ships the record of a vocabulary. */
export function isServicePackage({ manifest }: WorkspacePackage): boolean {
  return manifest.private !== true && manifest.exports?.["./codes.json"] !== undefined;
}

/** Every package of this repository. */
export const workspacePackages = packagesOf(root);

/** What gets published. */
export const publicPackages = workspacePackages.filter(({ manifest }) => manifest.private !== true);

/** The services. A sixth is one more folder. */
export const servicePackages = publicPackages.filter(isServicePackage);
