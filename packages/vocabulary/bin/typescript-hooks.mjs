// Module hooks that run this repository's TypeScript as it stands: a fresh clone has no dist, and Node 20 cannot read types.
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const packages = new URL("../../", import.meta.url);

/** The source file of an entry point: `@scai-errors/core/schema` is packages/core/src/schema.ts. */
function sourceOf(specifier) {
  const [, name, entry = "index"] = /^@scai-errors\/([^/]+)(?:\/([^/.]+))?$/.exec(specifier) ?? [];
  return name && new URL(`${name}/src/${entry}.ts`, packages).href;
}

export function resolve(specifier, context, next) {
  const source = sourceOf(specifier);
  if (source) return { url: source, shortCircuit: true };
  if (specifier.startsWith(".") && specifier.endsWith(".js") && context.parentURL?.includes(".ts")) {
    const url = new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL);
    if (existsSync(fileURLToPath(url))) return { url: url.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!new URL(url).pathname.endsWith(".ts")) return next(url, context);
  const { outputText } = ts.transpileModule(await readFile(fileURLToPath(url), "utf8"), {
    fileName: fileURLToPath(url),
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, inlineSourceMap: true },
  });
  return { format: "module", source: outputText, shortCircuit: true };
}
