import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

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
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

export interface WorkspacePackage {
  /** The name of its folder, such as `scaigrid`. */
  readonly folder: string;
  readonly path: string;
  readonly manifest: Manifest;
}

/** Every package of the repository, by what is on disk, so that a new one cannot be forgotten. */
export const workspacePackages: readonly WorkspacePackage[] = readdirSync(`${root}packages`)
  .filter((folder) => existsSync(`${root}packages/${folder}/package.json`))
  .map((folder) => {
    const path = `${root}packages/${folder}`;
    // Our own files, whose shape the checks below look at.
    return { folder, path, manifest: JSON.parse(readFileSync(`${path}/package.json`, "utf8")) as Manifest };
  });

/** What gets published. */
export const publicPackages = workspacePackages.filter(({ manifest }) => !manifest.private);

/** Those with a vocabulary: what has docs. */
export const servicePackages = publicPackages.filter(({ manifest }) => manifest.exports?.["./docs"]);
