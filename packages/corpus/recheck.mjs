// Proves of every regular expression in the shipped sources that it takes linear time, by looking at it: `npm run recheck -w @scai-errors/corpus`.
// The tests measure each of them besides. The prover is installed when this runs, in tools/regular-expressions.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { publicPackages } from "@scai-errors/workspace/packages";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const tool = execFileSync(process.execPath, [here("../../scripts/tool.mjs"), "regular-expressions"], { encoding: "utf8" }).trim();
const { checkSync } = createRequire(`${tool}/package.json`)("recheck");

// Beside its source, since the packages are found from there.
const outfile = here("src/regular-expressions.built.mjs");
await build({
  entryPoints: [here("src/regular-expressions.ts")],
  outfile,
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  logLevel: "error",
});
const { regularExpressions } = await import(pathToFileURL(outfile).href);
rmSync(outfile);

const written = publicPackages.flatMap(({ folder }) => regularExpressions(folder).written);
// A busy machine must not make a proof out of time.
const results = written.map((one) => ({ ...one, ...checkSync(one.source, one.flags, { timeout: 60_000 }) }));
const unsafe = results.filter(({ status }) => status !== "safe");
for (const { file, line, source, flags, status, complexity } of unsafe) {
  const how = complexity ? ` (${complexity.summary})` : "";
  console.error(`packages/${file}:${line}: /${source}/${flags} is ${status}${how}; write it so that it cannot backtrack.`);
}
console.log(`${written.length} regular expressions, ${unsafe.length} not proven to be linear.`);
if (written.length === 0 || unsafe.length > 0) process.exitCode = 1;
