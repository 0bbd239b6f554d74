import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";

/** Links everything that is installed, but the workspace's own packages to their copies: else the copy would be built against the original. */
function linkModules(root: string, copy: string): void {
  mkdirSync(join(copy, "node_modules/@scai-errors"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== "@scai-errors") symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name));
  }
  for (const name of readdirSync(join(copy, "packages"))) {
    symlinkSync(join(copy, "packages", name), join(copy, "node_modules/@scai-errors", name));
    const nested = join(root, "packages", name, "node_modules");
    if (existsSync(nested)) symlinkSync(nested, join(copy, "packages", name, "node_modules"));
  }
}

/** Copies the files of the working tree that git knows or would add, as they are. */
export function copyFiles(root: string, copy: string): void {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  for (const file of files.split("\0")) {
    if (file === "" || !existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
}

/** Copies the working tree, and links what is installed. */
export function copyWorkingTree(root: string, copy: string): void {
  copyFiles(root, copy);
  linkModules(root, copy);
}
