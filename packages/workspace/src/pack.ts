import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { publicPackages, root } from "./packages.js";
import { run, runNpm } from "./run.js";

export interface Tarball {
  /** The name of its package, such as `@scai-errors/core`. */
  readonly name: string;
  readonly path: string;
  /** The paths of the files in it. */
  readonly files: readonly string[];
}

/** What `npm pack --json` says about a tarball, as far as it is needed. */
interface Packed {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs public packages, or those of them with the given names, as npm would publish them. */
export async function pack(
  to: string,
  names: readonly string[] = publicPackages.map(({ manifest }) => manifest.name),
): Promise<readonly Tarball[]> {
  const packages = publicPackages.filter(({ manifest }) => names.includes(manifest.name));
  for (const { path, folder } of packages) {
    if (!existsSync(`${path}/dist`)) throw new Error(`packages/${folder} has no dist folder to pack; run "npm run build" first.`);
  }
  const workspaces = packages.map(({ path }) => `--workspace=${path}`);
  const packed = JSON.parse(
    await runNpm(["pack", "--json", "--ignore-scripts", `--pack-destination=${to}`, ...workspaces], root),
  ) as Packed[];
  return packed.map(({ name, filename, files }) => ({ name, path: `${to}/${filename}`, files: files.map(({ path }) => path) }));
}

/** Installs tarballs, and nothing from any registry, into a new project. */
export async function install(tarballs: readonly Tarball[], into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  writeFileSync(`${into}/package.json`, JSON.stringify({ name: "consumer", private: true, type: "module" }));
  await runNpm(["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", ...tarballs.map(({ path }) => path)], into);
}

/** Puts a tarball's files where npm would, without looking at what the package depends on. */
export async function unpack({ name, path }: Tarball, project: string): Promise<void> {
  const folder = `${project}/node_modules/${name}`;
  mkdirSync(folder, { recursive: true });
  const { exitCode, output } = await run("tar", ["-xzf", path, "--strip-components=1", "-C", folder], project);
  if (exitCode !== 0) throw new Error(`tar could not unpack ${path}:\n${output}`);
}

/** Lends a project a package of this repository's own node_modules. */
export function lend(name: string, project: string): void {
  const to = `${project}/node_modules/${name}`;
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(`${root}node_modules/${name}`, to, "junction");
}
