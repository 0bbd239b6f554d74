// Tools that are too heavy for everybody's `npm ci` are projects of their own in tools/<name>, installed by whoever needs them first.
//   node scripts/tool.mjs <name>                      installs the tool where that is not done yet, and prints its folder
//   node scripts/tool.mjs <name> <program> [word …]   the same, and then runs one of its programs in the current folder
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const tools = fileURLToPath(new URL("../tools/", import.meta.url));

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

/** Installs a tool as its lock says, unless that very lock is installed. */
function install(folder) {
  const installed = `${folder}/node_modules/.installed`;
  const wanted = createHash("sha256")
    .update(readFileSync(`${folder}/package-lock.json`))
    .digest("hex");
  if (existsSync(installed) && readFileSync(installed, "utf8") === wanted) return;
  console.error(`Installing ${folder.slice(tools.length - "tools/".length)}, which only some scripts need.`);
  // npm hands its settings on to its children, where those of the script that is running would change what this one does.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith("npm_")));
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--loglevel=error"], {
    cwd: folder,
    env,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) fail(`npm ci failed in ${folder}; its output is above.`);
  writeFileSync(installed, wanted);
}

const [name = "", program, ...words] = process.argv.slice(2);
const known = readdirSync(tools).filter((folder) => existsSync(`${tools}${folder}/package.json`));
if (!known.includes(name)) fail(`There is no tool "${name}"; those in tools/ are ${known.join(", ")}.`);
const folder = `${tools}${name}`;
install(folder);
if (program === undefined) {
  console.log(folder);
} else {
  const { status, error } = spawnSync(`${folder}/node_modules/.bin/${program}`, words, {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) fail(`tools/${name} has no program "${program}" (${error.message}).`);
  process.exitCode = status ?? 1;
}
