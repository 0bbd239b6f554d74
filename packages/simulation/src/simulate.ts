import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Presets, SingleBar } from "cli-progress";
import { Command, InvalidArgumentError } from "commander";
import { callerClients } from "./caller-clients.js";
import { callerScenarios, runCallers } from "./callers.js";
import { type CallerResult, missedBars } from "./callers-report.js";
import { simulate } from "./engine.js";
import { pageOf } from "./page.js";
import { policies } from "./policies.js";
import { missedTargets, plotOf, type Result, tablesOf } from "./report.js";
import { scenarios, shortScenarios } from "./scenarios.js";

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It is to be a whole number of at most nine digits.");
  return Number(text);
}

const { seed, short, out } = new Command()
  .name("simulate")
  .description("Simulates retries: storms of whole fleets, and what the callers of one client get; ours is what @scai-errors/fetch runs.")
  .option("--seed <number>", "seed of the random numbers; the same seed gives the same run", wholeNumber, 1)
  .option("--short", "only two short scenarios with 20,000 clients")
  .option("--out <folder>", "where the page and its plots are written", resolve("../../docs/simulation"))
  .parse()
  .opts<{ seed: number; short?: true; out: string }>();

const chosen = short ? shortScenarios : scenarios;
const bar = process.stderr.isTTY ? new SingleBar({ format: "{bar} {value}/{total} {label}" }, Presets.rect) : undefined;
bar?.start(chosen.length * policies.length, 0, { label: "" });

const results: Result[] = [];
for (const scenario of chosen) {
  for (const policy of policies) {
    bar?.increment(1, { label: `${scenario.name}: ${policy.name}` });
    results.push({ scenario, policy: policy.name, outcome: await simulate(policy, scenario, seed) });
  }
  if (!bar) process.stderr.write(`${scenario.name}\n`);
}
bar?.stop();

const callers: CallerResult[] = [];
for (const scenario of short ? [] : callerScenarios) {
  for (const client of callerClients) callers.push({ scenario, client: client.name, outcome: await runCallers(scenario, client, seed) });
}

process.stdout.write(`${tablesOf(results)}\n`);
if (!short) {
  mkdirSync(out, { recursive: true });
  writeFileSync(resolve(out, "README.md"), pageOf(results, callers, seed));
  for (const scenario of chosen) {
    const { file, svg } = plotOf(scenario, results);
    writeFileSync(resolve(out, file), svg);
  }
  process.stdout.write(`\nThe page with the plots is ${resolve(out, "README.md")}.\n`);
}
for (const sentence of [...missedTargets(results), ...missedBars(callers)]) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
