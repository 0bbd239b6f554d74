// Runs the coverage-guided fuzzer over each target of src/fuzz for a bounded time: `npm run fuzz -w @scai-errors/corpus -- [seconds] [target …]`.
// Prints the executions that each target reached, and fails on the first input that a target does not survive; that input is kept in temp/fuzz.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { createRequire } from "node:module";
import { spawn } from "node:child_process";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = join(here, "temp", "fuzz");
const jsfuzz = createRequire(import.meta.url).resolve("jsfuzz/build/src/index.js");
const all = ["decode", "headers", "clean-line"];

const [seconds = 60, ...chosen] = process.argv.slice(2).map((value) => (/^\d+$/.test(value) ? Number(value) : value));
const targets = chosen.length > 0 ? chosen : all;
const unknown = targets.filter((target) => !all.includes(target));
if (typeof seconds !== "number" || unknown.length > 0) {
  throw new Error(`Expected a number of seconds and then targets among ${all.join(", ")}, and got "${process.argv.slice(2).join(" ")}".`);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
// The packages stay outside the bundles, so that the fuzzer measures the coverage of what they ship.
const options = { bundle: true, platform: "node", packages: "external", logLevel: "error" };
await build({
  ...options,
  entryPoints: all.map((target) => join(here, "src", "fuzz", `${target}.ts`)),
  format: "cjs",
  outdir: folder,
  outExtension: { ".js": ".cjs" },
});
// Beside the sources, since the fixtures are found from there.
const seedFile = join(here, "src", "seeds.built.mjs");
await build({ ...options, entryPoints: [join(here, "src", "fuzz", "seeds.ts")], format: "esm", outfile: seedFile });
const { seeds } = await import(pathToFileURL(seedFile).href);
const starts = seeds();
rmSync(seedFile);

/** Runs one target; gives how far it came, and whether an input broke it. */
async function run(target) {
  const corpus = join(folder, `${target}-seeds`);
  mkdirSync(corpus);
  for (const [at, bytes] of starts[target].entries()) writeFileSync(join(corpus, `${at}`), bytes);
  // A group of its own, because the fuzzer's worker is to end with it.
  const fuzzer = spawn(process.execPath, [jsfuzz, `${target}.cjs`, corpus, "--timeout", "20"], {
    cwd: folder,
    detached: true,
  });
  const stop = setTimeout(() => process.kill(-fuzzer.pid, "SIGKILL"), seconds * 1000);
  let executions = 0;
  let coverage = 0;
  const told = [];
  for (const stream of [fuzzer.stdout, fuzzer.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      const [, at, covered] = /^#(\d+) \w+ +cov: (\d+)/.exec(line) ?? [];
      if (at === undefined) told.push(line);
      else [executions, coverage] = [Number(at), Number(covered)];
    });
  }
  await new Promise((resolve) => fuzzer.on("close", resolve));
  clearTimeout(stop);
  const crashes = readdirSync(folder).filter((file) => file.startsWith("crash-"));
  for (const crash of crashes) renameSync(join(folder, crash), join(folder, `${target}-${crash}`));
  console.log(`${target}: ${executions} executions, coverage ${coverage}, ${starts[target].length} seeds, ${crashes.length} crashes`);
  if (crashes.length > 0)
    console.error(`${told.join("\n")}\nThe input is ${join(folder, `${target}-${crashes[0]}`)}: add it to the corpus as a case.`);
  return crashes.length === 0 && executions > 0;
}

for (const target of targets) if (!(await run(target))) process.exitCode = 1;
