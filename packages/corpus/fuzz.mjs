// Runs each target of src/fuzz on changed inputs for a bounded time: `npm run fuzz -w @scai-errors/corpus -- [seconds] [target …]`.
// Prints the executions that each target reached, and fails on the first input that a target does not survive; that input is kept in temp/fuzz.
// FUZZ_SEED makes a run fall as another one did.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = join(here, "temp", "fuzz");
const all = ["decode", "headers", "clean-line"];
/** Bytes of an input. */
const LONGEST = 4096;
/** How long one input may take before it counts as one that hangs. */
const HANGS_AFTER_MS = 20_000;

const [seconds = 60, ...chosen] = process.argv.slice(2).map((value) => (/^\d+$/.test(value) ? Number(value) : value));
const targets = chosen.length > 0 ? chosen : all;
const unknown = targets.filter((target) => !all.includes(target));
if (typeof seconds !== "number" || unknown.length > 0) {
  throw new Error(`Expected a number of seconds and then targets among ${all.join(", ")}, and got "${process.argv.slice(2).join(" ")}".`);
}
const seed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 32));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
// Beside the sources, since the fixtures are found from there. The packages stay outside, so that the coverage of what they ship is measured.
const built = (name) => join(here, "src", `${name}.built.mjs`);
const entries = [...all, "seeds"];
await Promise.all(
  entries.map((name) =>
    build({
      entryPoints: [join(here, "src", "fuzz", `${name}.ts`)],
      outfile: built(name),
      bundle: true,
      packages: "external",
      format: "esm",
      platform: "node",
      logLevel: "error",
    }),
  ),
);

/** Runs one target; gives whether it survived. */
async function run(target, seeds) {
  const shared = new SharedArrayBuffer(8 + LONGEST);
  const executions = new Int32Array(shared, 0, 1);
  const current = () => Buffer.from(new Uint8Array(shared, 8, new Int32Array(shared, 4, 1)[0]));
  const worker = new Worker(new URL("src/fuzz/worker.mjs", import.meta.url), {
    workerData: { target: pathToFileURL(built(target)).href, seeds, seed, longest: LONGEST, shared },
  });
  let coverage = 0;
  const failures = [];
  let [seen, seenAt] = [0, Date.now()];
  const watch = setInterval(() => {
    if (executions[0] !== seen) [seen, seenAt] = [executions[0], Date.now()];
    else if (Date.now() - seenAt > HANGS_AFTER_MS) {
      failures.push(`An input took more than ${HANGS_AFTER_MS / 1000} s.`);
      void worker.terminate();
    }
  }, 1000);
  const stop = setTimeout(() => void worker.terminate(), seconds * 1000);
  worker.on("message", (message) => {
    coverage = message.coverage ?? coverage;
    if (message.crash) failures.push(message.crash);
  });
  worker.on("error", (error) => failures.push(error.stack ?? error.message));
  await new Promise((resolve) => worker.once("exit", resolve));
  clearInterval(watch);
  clearTimeout(stop);
  console.log(`${target}: ${executions[0]} executions, coverage ${coverage}, ${seeds.length} seeds, ${failures.length} crashes`);
  if (failures.length === 0) return executions[0] > 0;
  const file = join(folder, `${target}-crash`);
  writeFileSync(file, current());
  console.error(`${failures.join("\n")}\nThe input is ${file} (FUZZ_SEED=${seed}): add it to the corpus as a case.`);
  return false;
}

const { seeds: seedsOf } = await import(pathToFileURL(built("seeds")).href);
const starts = seedsOf();
for (const target of targets) if (!(await run(target, starts[target]))) process.exitCode = 1;
for (const name of entries) rmSync(built(name), { force: true });
