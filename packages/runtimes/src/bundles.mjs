// The built packages with the golden script as one text, for runtimes that resolve no packages.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const resolveDir = fileURLToPath(new URL(".", import.meta.url));

/** The ESM build as one file. */
async function bundle(options) {
  const { outputFiles } = await build({ bundle: true, write: false, platform: "browser", target: "es2022", ...options });
  return outputFiles[0].text;
}

/** A module that exports `lines()`, all of the golden lines. */
export function wholeBundle(conditions) {
  return bundle({ stdin: { contents: 'export { lines } from "./lines.mjs";', resolveDir }, format: "esm", conditions });
}

/** A script that sets the variable `golden`, whose `languageLines` are those of the language alone. */
export function languageBundle() {
  return bundle({
    stdin: { contents: 'export { languageLines } from "./language.mjs";', resolveDir },
    format: "iife",
    globalName: "golden",
  });
}
