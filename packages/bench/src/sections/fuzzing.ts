import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { markdownTable } from "@scai-errors/workspace/table";
import { type Progress, type Section } from "../proof-page.js";

const SECONDS = "10";

function measure(progress: Progress): string {
  progress("fuzzing");
  const { stdout, stderr } = spawnSync(process.execPath, ["fuzz.mjs", SECONDS], { cwd: resolve("../corpus"), encoding: "utf8" });
  const rows = [...stdout.matchAll(/^(\S+): (\d+) executions, coverage (\d+), (\d+) seeds, (\d+) crashes$/gm)].map(([, ...cells]) => cells);
  if (rows.length === 0) throw new Error(`The fuzzer reached nothing: ${stderr}`);
  return `Ten seconds for every target, guided by coverage, from the seeds of the corpus and the recordings: \`npm run fuzz -w @scai-errors/corpus\` runs for as long as it is told.

${markdownTable(["target", "executions", "coverage", "seeds", "crashes"], rows)}`;
}

export const fuzzing: Section = { title: "Fuzzing", name: "fuzzing", measure };
