import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { resolve } from "node:path";
import { Argument, Command, InvalidArgumentError } from "commander";
import { readPage, writePage } from "./proof-page.js";
import { bytes } from "./sections/bytes.js";
import { compiler } from "./sections/compiler.js";
import { fuzzing } from "./sections/fuzzing.js";
import { mutation } from "./sections/mutation.js";
import { promises } from "./sections/promises.js";
import { startup } from "./sections/startup.js";
import { time } from "./sections/time.js";

/** Where the page is; the command is run by npm from this package. */
const root = resolve("../..");
const file = resolve(root, "PROOF.md");

function roundsIn(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError("It is to be a whole number from 1 to 99.");
  return Number(text);
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
  else process.stderr.write(`${text}\n`);
}

function git(...parameters: readonly string[]): string {
  return execFileSync("git", parameters, { cwd: root, encoding: "utf8" }).trim();
}

/** What a part was measured of, where, and how long it took. */
function stamp(seconds: number): string {
  const changed = git("status", "--porcelain", "--", ".", ":!PROOF.md", ":!docs/proof") === "" ? "" : " with changes";
  const machine = `Node ${process.versions.node}, ${platform()} ${arch()}, ${cpus().length} cores`;
  return `Measured on commit ${git("rev-parse", "--short", "HEAD")}${changed}, ${machine}, in ${Math.round(seconds)} s.`;
}

const NAMES = ["promises", "bytes", "time", "startup", "compiler", "fuzzing", "mutation"];
const command = new Command()
  .name("proof")
  .description(
    "Measures what PROOF.md says, and writes each part of the page as soon as it is measured. A quiet machine gives figures that mean something.",
  )
  .addArgument(new Argument("[parts...]", "the parts to measure; all of them by default").choices(NAMES))
  .option("--rounds <number>", "processes for every timing; start-up is measured seven times as often", roundsIn, 3)
  .parse();
const { rounds } = command.opts<{ rounds: number }>();
const chosen = command.args.length === 0 ? NAMES : command.args;

const sections = [promises, bytes, time(rounds), startup(rounds * 7), compiler, fuzzing, mutation];
const texts = new Map(existsSync(file) ? readPage(readFileSync(file, "utf8")) : []);
for (const { name, title, measure } of sections) {
  if (!chosen.includes(name)) continue;
  const startedAt = Date.now();
  const text = await measure(progress);
  texts.set(title, `${text}\n\n${stamp((Date.now() - startedAt) / 1000)}`);
  writeFileSync(file, writePage(sections, texts));
  progress(`${title} written to PROOF.md after ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
}
