// Runs ESLint over everything, a few packages at a time: it keeps the types of every package that it has read until it ends, and for all of them
// together that is 4 GB. Words that follow go to ESLint: `npm run lint:eslint -- --fix`.
import { spawnSync } from "node:child_process";
import { packages, root } from "./packages.mjs";

/** More packages at a time take more memory, fewer more time: what they depend on is read anew for each group. */
const AT_A_TIME = 5;

const folders = packages.map(({ folder }) => `packages/${folder}`);
const groups = Array.from({ length: Math.ceil(folders.length / AT_A_TIME) }, (_, at) =>
  folders.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME),
);
// Everything but the packages, whatever folder it is in.
const others = [".", ...folders.flatMap((folder) => ["--ignore-pattern", `${folder}/**`])];

for (const group of [...groups, others]) {
  const words = [`${root}node_modules/eslint/bin/eslint.js`, ...group, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" });
  // All groups run, so that one run shows every finding.
  if (status !== 0) process.exitCode = status ?? 1;
}
