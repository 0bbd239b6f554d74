import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "./workspace.js";

/** A package of the workspace, whether it is published or not. */
export interface Package {
  /** Its folder's name: `fetch`. */
  readonly name: string;
  /** The npm name. */
  readonly packageName: string;
  readonly folder: string;
  readonly version: string;
  readonly isPrivate: boolean;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Every package of the workspace, by folder name. */
export function allPackages(root: string): readonly Package[] {
  const parent = join(root, "packages");
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .sort()
    .filter((name) => existsSync(join(parent, name, "package.json")))
    .map((name) => {
      const folder = join(parent, name);
      const manifest = readJson(join(folder, "package.json"));
      const { name: packageName, version } = manifest;
      return {
        name,
        folder,
        packageName: typeof packageName === "string" ? packageName : name,
        version: typeof version === "string" ? version : "0.0.0",
        isPrivate: manifest.private === true,
        manifest,
      };
    });
}
