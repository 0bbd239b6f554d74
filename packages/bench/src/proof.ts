import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { resolve } from "node:path";
import { ceilings } from "@scai-errors/workspace/ceilings";
import { type BytesRow, measureBytes, versionsOf } from "./bytes.js";
import { type CompilerRow, measureCompiler } from "./compiler-cost.js";
import { barChart, lineChart } from "./plot.js";
import { readMutation } from "./mutation.js";
import { SERVICES, type StartupRow, measureStartup } from "./startup.js";
import { type TimeRow, measureTimes } from "./time.js";

/** The repository's root; the command is run by npm from this package. */
const root = resolve("../..");
const plots = resolve(root, "docs/proof");

const STARTUP_CEILING_MS = 3;
const SIZES = [100, 200, 400, 700, 1000];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
  else process.stderr.write(`${text}\n`);
}

function verdict(value: number, target: number | undefined): string {
  if (target === undefined) return "";
  return value <= target ? "met" : "**missed**";
}

function microseconds(nanoseconds: number): string {
  return `${(nanoseconds / 1000).toFixed(2)} µs`;
}

function times(rows: readonly TimeRow[], rounds: number): string {
  const labels: Readonly<Record<string, string>> = {
    decode: "text in hand → thrown error, over the floor",
    describe: "text in hand → plain data, over the throwing path",
    response: "Response → thrown error, over the floor",
    peer: "peer: text in hand → thrown error, over the floor",
    vocabulary: "the same body, over a service of 10 codes",
    "peer-response": "peer: whole call with a stubbed fetch → its error, over the floor",
  };
  const lines = rows.map(({ kind, name, time, ratio, least, most, target }) => [
    labels[kind] ?? kind,
    name,
    microseconds(time),
    `${ratio.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`,
    target === undefined ? "" : target.toFixed(2),
    verdict(ratio, target),
  ]);
  return `The floor is \`JSON.parse\`, checks with \`typeof\`, a lookup, and one class that extends Error, thrown and caught fourteen frames up; for responses, \`new Response\` and \`text()\` come before. Each case ran in ${rounds} processes of its own, by turns with its floor; the ratio is the median over the processes of the median over the turns, with the smallest and the largest process.

${table(["what", "of", "time", "ratio", "target", ""], lines)}

![Time from a Response to a thrown error](docs/proof/time.svg)`;
}

function bytes(rows: readonly BytesRow[]): string {
  const lines = rows.map(({ name, minified, gzip }) => {
    const { goal, ceiling } = ceilings.find((one) => one.name === name) ?? {};
    return [
      name,
      String(minified),
      String(gzip),
      goal === undefined ? "" : String(goal),
      ceiling === undefined ? "" : String(ceiling),
      verdict(gzip, goal),
    ];
  });
  const notes = ceilings.flatMap(({ name, notes: reasons }) => reasons.map((reason) => `- \`{ ${name} }\`: ${reason}`));
  return `Bundled by esbuild for browsers, minified, compressed by gzip at level 9, everything that the import pulls in. Bytes. The ceiling is what the tests allow.

${table(["import", "minified", "gzip", "goal", "ceiling", ""], lines)}

${notes.join("\n")}

![Bytes by import](docs/proof/bytes.svg)`;
}

function startup(rows: readonly StartupRow[], rounds: number): string {
  const lines = rows.map(({ name, ms, least, most }) => {
    const target = SERVICES.includes(name) ? STARTUP_CEILING_MS : undefined;
    return [
      name,
      `${ms.toFixed(1)} (${least.toFixed(1)} to ${most.toFixed(1)})`,
      target === undefined ? "" : String(target),
      verdict(ms, target),
    ];
  });
  return `Milliseconds that \`import()\` takes over importing an empty module, in fresh processes; the median of ${rounds} rounds, with the fastest and the slowest. Two empty packages, of which one imports the other, are what the loader takes for a service and its core before it has read a line of them.

${table(["import", "ms", "target", ""], lines)}`;
}

function compiler(rows: readonly CompilerRow[]): string {
  const shapes = [...new Set(rows.map(({ shape }) => shape))];
  const lines = shapes.map((shape) => [
    shape,
    ...SIZES.map((codes) => String(rows.find((row) => row.shape === shape && row.codes === codes)?.instantiations ?? "")),
  ]);
  return `Type instantiations of one program that handles every code of a made-up service: deterministic for a version of TypeScript. Growth is to be linear.

${table(["program", ...SIZES.map((codes) => `${codes} codes`)], lines)}

![Compiler cost by number of codes](docs/proof/compiler.svg)`;
}

/** The tests of a package as the promise they prove: how many ran, and how many failed. */
function tests(name: string): readonly [passed: number, failed: number] {
  const { stdout } = spawnSync("npx", ["vitest", "run", "--reporter=json"], {
    cwd: resolve(root, "packages", name),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const json = JSON.parse(stdout.slice(stdout.indexOf("{"))) as { numPassedTests: number; numFailedTests: number };
  return [json.numPassedTests, json.numFailedTests];
}

function promises(): string {
  const rows = [
    ["Every hostile and recorded answer yields the service's own error, with the status kept and every field inside its type", "corpus"],
    ["The readers hold their properties for any bytes, any JSON, any header", "core"],
    ["Codes, docs, schemas, ids, kinds and compilers agree across packages; packages install alone", "conformance"],
    ["Retries come when the service allows them and never earlier", "fetch"],
    ["A change of a vocabulary is a release decision", "vocabulary"],
  ].map(([promise = "", name = ""]) => {
    progress(`tests of ${name}`);
    const [passed, failed] = tests(name);
    return [promise, `${passed} passed, ${failed} failed`, `\`npm test -w @scai-errors/${name}\``];
  });
  return table(["promise", "tests", "command"], rows);
}

function inCode(text: string): string {
  const short = text.length > 90 ? `${text.slice(0, 89)}…` : text;
  return `\`${short.replaceAll("|", "\\|").replaceAll("`", "'")}\``;
}

function mutation(): string {
  const read = readMutation(resolve(root, "packages/core"));
  if (!read) return "Not run on this machine: `npm run mutation` writes the report that this section is made of.";
  const score = (mutants: number, survived: number): string => `${((100 * (mutants - survived)) / Math.max(1, mutants)).toFixed(1)} %`;
  const rows = read.rows.map(({ file, mutants, survived, isCurrent }) => [
    isCurrent ? file : `${file} (changed since)`,
    String(mutants),
    String(survived),
    score(mutants, survived),
  ]);
  const sum = (member: "mutants" | "survived"): number => read.rows.reduce((total, row) => total + row[member], 0);
  const all = ["**all**", String(sum("mutants")), String(sum("survived")), `**${score(sum("mutants"), sum("survived"))}**`];
  const survivors = read.survivors.map(({ file, line, original, replacement, reason }) => [
    `${file}:${line}`,
    inCode(original),
    inCode(replacement),
    reason ?? "**none given**",
  ]);
  return `\`npm run mutation\` changes one thing at a time in the source of core and runs its tests; a change that they do not notice has survived. The goal is 96 % over all, and 100 % for what decides about retrying and reads headers.

${table(["file", "mutants", "survived", "score"], [...rows, all])}

${table(["survivor", "from", "to", "why no test has to find it"], survivors)}`;
}

/** Ten seconds of fuzzing for every target, and what it reached. */
function fuzzing(): string {
  progress("fuzzing");
  const { stdout, stderr } = spawnSync(process.execPath, ["fuzz.mjs", "10"], { cwd: resolve(root, "packages/corpus"), encoding: "utf8" });
  const rows = [...stdout.matchAll(/^(\S+): (\d+) executions, coverage (\d+), (\d+) seeds, (\d+) crashes$/gm)].map(([, ...cells]) => cells);
  if (rows.length === 0) throw new Error(`The fuzzer reached nothing: ${stderr}`);
  return `Ten seconds for every target, guided by coverage, from the seeds of the corpus and the recordings: \`npm run fuzz -w @scai-errors/corpus\` runs for as long as it is told.

${table(["target", "executions", "coverage", "seeds", "crashes"], rows)}`;
}

const rounds = Number(process.env.ROUNDS ?? 3);
const startedAt = Date.now();
mkdirSync(plots, { recursive: true });

const byteRows = await measureBytes();
const compilerRows = measureCompiler(SIZES);
progress("start-up");
const startupRows = measureStartup(rounds * 7);
const timeRows = measureTimes(rounds, (done, total, label) => {
  progress(`timing ${done + 1} of ${total}: ${label}`);
});
const fuzzed = fuzzing();
const tested = promises();

writeFileSync(
  resolve(plots, "bytes.svg"),
  barChart(
    "Bytes, minified and compressed",
    byteRows
      .filter(({ gzip }) => gzip < 20_000)
      .map(({ name, gzip }) => ({ label: name, value: gzip, isOurs: ceilings.some((ceiling) => ceiling.name === name) })),
    (value) => `${(value / 1000).toFixed(1)} kB`,
  ),
);
writeFileSync(
  resolve(plots, "time.svg"),
  barChart(
    "From a Response to a thrown typed error",
    timeRows
      .filter(({ kind }) => kind.endsWith("response"))
      .map(({ kind, name, time }) => ({ label: name, value: time, isOurs: kind === "response" })),
    microseconds,
  ),
);
writeFileSync(
  resolve(plots, "compiler.svg"),
  lineChart(
    "Type instantiations by number of codes",
    Object.fromEntries(
      [...new Set(compilerRows.map(({ shape }) => shape))].map((shape) => [
        shape,
        compilerRows.filter((row) => row.shape === shape).map(({ codes, instantiations }) => [codes, instantiations] as const),
      ]),
    ),
    { x: "codes", y: "instantiations" },
  ),
);

const versions = versionsOf([
  "typescript",
  "esbuild",
  "mitata",
  "zod",
  "ky",
  "ofetch",
  "openai",
  "stripe",
  "@octokit/request",
  "@connectrpc/connect",
]);
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
writeFileSync(
  resolve(root, "PROOF.md"),
  `# Proof

Every figure below was measured and written by \`npm run proof\`; none is typed. Commit ${commit}, Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} cores, ${Math.round((Date.now() - startedAt) / 1000)} s.
${Object.entries(versions)
  .map(([name, version]) => `${name} ${version}`)
  .join(", ")}.

## Promises

${tested}

## Bytes

${bytes(byteRows)}

## Time

${times(timeRows, rounds)}

## Start-up

${startup(startupRows, rounds * 5)}

## Compiler cost

${compiler(compilerRows)}

## Fuzzing

${fuzzed}

## Mutation testing

${mutation()}
`,
);
progress(`PROOF.md written after ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
