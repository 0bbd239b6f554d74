import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { tmpdir } from "node:os";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The packages as they would be published, unpacked where no workspace can help them. */
export interface Packed {
  readonly folder: string;
  /** Removes everything again. */
  dispose(): void;
}

/** Packs packages into tarballs and unpacks them into `<folder>/node_modules`. */
export function packed(names: readonly string[]): Packed {
  const folder = mkdtempSync(join(tmpdir(), "scai-errors-"));
  const workspaces = names.flatMap((name) => ["--workspace", `@scai-errors/${name}`]);
  execFileSync("npm", ["pack", ...workspaces, "--ignore-scripts", "--pack-destination", folder], { cwd: root, stdio: "pipe" });
  for (const tarball of readdirSync(folder)) {
    const name = /^scai-errors-([a-z]+)-\d/.exec(tarball)?.[1];
    if (name === undefined) throw new Error(`${tarball} is no tarball of this repository: look at what npm pack has written.`);
    const to = join(folder, "node_modules", "@scai-errors", name);
    mkdirSync(to, { recursive: true });
    execFileSync("tar", ["-xzf", join(folder, tarball), "-C", to, "--strip-components", "1"]);
    rmSync(join(folder, tarball));
  }
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A second copy of packed packages under another version, as two dependencies of one application can bring it along. */
export function otherVersion({ folder }: Packed, version: string): string {
  const other = join(folder, "other");
  const scope = join(other, "node_modules", "@scai-errors");
  cpSync(join(folder, "node_modules"), join(other, "node_modules"), { recursive: true });
  for (const name of readdirSync(scope)) {
    const file = join(scope, name, "package.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"version": "[^"]+"/, `"version": "${version}"`));
  }
  return other;
}
