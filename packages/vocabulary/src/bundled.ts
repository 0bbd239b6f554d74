import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { isObject } from "@scai-errors/core";
import type { WorkspacePackage } from "@scai-errors/workspace/packages-of";
import ts from "typescript";

/** The modules that a file names, in any form of import. */
function importsOf(root: string, file: string): readonly string[] {
  return ts.preProcessFile(readFileSync(join(root, file), "utf8")).importedFiles.map(({ fileName }) => fileName);
}

/** The sources of a package, as paths in the repository. */
function sourcesOf({ folder, path }: WorkspacePackage): readonly string[] {
  if (!existsSync(join(path, "src"))) return [];
  return readdirSync(join(path, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.[cm]?tsx?$/.test(file))
    .map((file) => posix.join("packages", folder, "src", file));
}

/** The source behind a subpath that a package exports; undefined where its manifest names none. */
function entryOf({ folder, manifest }: WorkspacePackage, subpath: string): string | undefined {
  const target = manifest.exports?.[subpath];
  const source = isObject(target) ? target["types"] : target;
  return typeof source === "string" && source.endsWith(".ts") ? posix.join("packages", folder, source) : undefined;
}

/** Whether an import of the one package stays an import when the other is built, because npm installs it along with it. */
function isInstalled({ manifest: { dependencies, peerDependencies } }: WorkspacePackage, name: string): boolean {
  return Object.hasOwn({ ...dependencies, ...peerDependencies }, name);
}

/**
 * The sources of other packages of the repository that the build copies into a published one: those that its `src` imports, however indirectly, and
 * that its users do not install. What only its tests import is not among them.
 */
export function bundledFiles(root: string, packages: readonly WorkspacePackage[], one: WorkspacePackage): readonly string[] {
  const own = sourcesOf(one);
  const seen = new Set<string>();
  const queue = [...own];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file) || !existsSync(join(root, file))) continue;
    seen.add(file);
    for (const specifier of importsOf(root, file)) {
      if (specifier.startsWith(".")) {
        queue.push(posix.join(posix.dirname(file), specifier.replace(/\.js$/, ".ts")));
        continue;
      }
      const imported = packages.find(({ manifest: { name } }) => specifier === name || specifier.startsWith(`${name}/`));
      if (!imported || imported.folder === one.folder || isInstalled(one, imported.manifest.name)) continue;
      const entry = entryOf(imported, `.${specifier.slice(imported.manifest.name.length)}`);
      // Where the manifest does not tell the source, any of them may be it.
      queue.push(...(entry === undefined ? sourcesOf(imported) : [entry]));
    }
  }
  return [...seen].filter((file) => !own.includes(file));
}
