import { existsSync } from "node:fs";
import { dirname, posix } from "node:path";
import { root } from "../../src/packages.js";

/** The first group of every match. */
function found(pattern: RegExp, source: string): readonly string[] {
  return [...source.matchAll(pattern)].flatMap(([, group]) => group ?? []);
}

/** `join(root, "packages", service)` as `packages/*`. */
function joined(words: string): string {
  return words
    .split(/,\s*/)
    .map((word) => /^"(.*)"$/.exec(word)?.[1] ?? "*")
    .join("/");
}

/**
 * What the source of a test reads outside of its package, as paths from the repository's folder. A part that only a run knows is `*`.
 * It knows how tests here write paths: after `root` in a template or a `join`, after the `path` of a package that was found, and with `../`.
 * @param file where the source is, from the repository's folder
 */
export function readsOf(file: string, source: string): readonly string[] {
  const text = source.replace(/\$\{(?!root\}|(?:\w+\.)?path\})[^{}]*\}/g, "*");
  const fromRoot = [...found(/\$\{root\}([^`"'\s]+)/g, text), ...found(/\bjoin\(root, ([^()]*)\)/g, text).map(joined)];
  // Where all of a path is variable, it is one of the names in the source.
  const named = fromRoot.some((path) => path.startsWith("*")) ? found(/"([\w.-]+)"/g, text).filter((name) => existsSync(root + name)) : [];
  const findsPackages = /from "(?:@scai-errors\/workspace|\.\.\/src)\/packages(?:\.js)?"/.test(text);
  const ofPackages = findsPackages ? found(/\$\{(?:\w+\.)?path\}(\/[^`"']*)/g, text).map((path) => `packages/*${path}`) : [];
  // Where there is nothing, it is a text that a test compares or changes.
  const relative = found(/["'`](\.\.\/[^"'`\n]*)["'`]/g, text)
    .map((path) => posix.join(dirname(file), path))
    .filter((path) => existsSync(root + path.replace(/\*.*/, "")));
  const own = file.split("/").slice(0, 2).join("/");
  return (
    [...new Set([...fromRoot, ...named, ...ofPackages, ...relative])]
      .map((path) => path.replace(/\/$/, ""))
      .filter((path) => path !== own && !path.startsWith(`${own}/`))
      // The root alone is where other paths begin; what is above it belongs to nobody here.
      .filter((path) => !/^(?:\.|\*|\.\..*)$/.test(path) && !path.includes("node_modules"))
  );
}
