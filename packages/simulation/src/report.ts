import { lineChart } from "@scai-errors/bench/plot";
import type { Outcome, Scenario } from "./engine.js";

/** One policy under one scenario. */
export interface Result {
  readonly scenario: Scenario;
  readonly policy: string;
  readonly outcome: Outcome;
}

const OURS = "@scai-errors/fetch";

/** What ours has to reach, by the name of the scenario. */
const TARGETS: Readonly<
  Record<string, { readonly amplification?: number; readonly recoverySeconds?: number; readonly successRate?: number }>
> = {
  "brownout, 20,000 clients": { amplification: 1.4, recoverySeconds: 1 },
  "blackout, 20,000 clients": { amplification: 1.4, recoverySeconds: 1 },
  "brownout, 100,000 clients": { amplification: 1.4, recoverySeconds: 1 },
  "blackout, 100,000 clients": { amplification: 1.4, recoverySeconds: 1 },
  "brownout, 1,000,000 clients": { amplification: 1.85, recoverySeconds: 1 },
  "one attempt in ten fails, 100,000 clients": { successRate: 0.985 },
  "one attempt in ten fails, 1,000 clients": { successRate: 0.985 },
};

function seconds(value: number): string {
  return value === Infinity ? "never" : `${value} s`;
}

function cellsOf({ scenario, policy, outcome }: Result): string[] {
  const { amplification, recoverySeconds, successRate, peak } = outcome;
  return [
    policy,
    amplification.toFixed(2),
    scenario.failureRate === undefined ? seconds(recoverySeconds) : "–",
    `${(100 * successRate).toFixed(1)} %`,
    peak.toFixed(2),
  ];
}

const HEAD = ["policy", "amplification", "recovery", "success", "peak"];

function byScenario(results: readonly Result[]): readonly (readonly [scenario: Scenario, results: readonly Result[]])[] {
  return [...new Set(results.map(({ scenario }) => scenario))].map((scenario) => [
    scenario,
    results.filter((result) => result.scenario === scenario),
  ]);
}

/** The results in aligned columns, a block per scenario. */
export function tableOf(results: readonly Result[]): string {
  const blocks = byScenario(results).map(([scenario, ofScenario]) => {
    const lines = [HEAD, ...ofScenario.map(cellsOf)];
    const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? "").length)));
    const rows = lines.map((cells) =>
      cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "),
    );
    return [scenario.name, ...rows].join("\n");
  });
  return blocks.join("\n\n");
}

/** A sentence for every target that ours misses. */
export function missedTargets(results: readonly Result[]): string[] {
  return results.flatMap(({ scenario, policy, outcome }) => {
    const target = policy === OURS ? TARGETS[scenario.name] : undefined;
    if (!target) return [];
    const { amplification = Infinity, recoverySeconds = Infinity, successRate = 0 } = target;
    return [
      ...(outcome.amplification > amplification
        ? [`${scenario.name}: amplification is ${outcome.amplification.toFixed(2)}, and may be ${amplification}.`]
        : []),
      ...(outcome.recoverySeconds > recoverySeconds
        ? [`${scenario.name}: recovery is ${seconds(outcome.recoverySeconds)}, and may be ${recoverySeconds} s.`]
        : []),
      ...(outcome.successRate < successRate
        ? [`${scenario.name}: ${(100 * outcome.successRate).toFixed(1)} % succeed, and ${100 * successRate} % have to.`]
        : []),
    ];
  });
}

/** The load of a scenario over time, for the policies that a reader compares. */
export function plotOf(scenario: Scenario, results: readonly Result[]): { readonly file: string; readonly svg: string } {
  const shown = ["@scai-errors/fetch", "openai-like: 3 attempts", "naive: 3 retries at once", "AWS standard"];
  const series = Object.fromEntries(
    shown.flatMap((policy) => {
      const found = results.find((result) => result.scenario === scenario && result.policy === policy);
      return found ? [[policy, found.outcome.load.slice(0, 100).map((load, second) => [second, load] as const)]] : [];
    }),
  );
  const file = `${scenario.name.replace(/[^a-z0-9]+/gi, "-").toLowerCase()}.svg`;
  return { file, svg: lineChart(`${scenario.name}: attempts per second, in units of the usual rate`, series, { x: "seconds", y: "load" }) };
}

/** The page that explains what was simulated and what came of it. */
export function pageOf(results: readonly Result[], seed: number): string {
  const sections = byScenario(results).map(([scenario, ofScenario]) => {
    const rows = [HEAD, HEAD.map(() => "---"), ...ofScenario.map(cellsOf)].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
    return `## ${scenario.name}\n\n${rows}\n\n![Load over time](${plotOf(scenario, results).file})`;
  });
  return `# Retry storms, simulated

Written by \`npm run simulate\` with seed ${seed}; every figure is measured, none is typed.

A fleet makes 17,000 calls per second, spread evenly over its clients, to a service that can do 15 % more than that. A rejected attempt
still costs the service three tenths of one that it serves, so that the more it has to reject, the less it can do: that is what turns a
short trouble into a long one. In a *brownout* it has three tenths of its capacity for 20 s, in a *blackout* none for 30 s; the trouble
begins at second 20. Every client knows only what it has seen itself.

- **amplification**: attempts for each call that was begun, while the trouble lasts. 1 is a fleet that never tries again.
- **recovery**: seconds after the trouble until 98 % of the calls succeed for five seconds on end.
- **success**: calls that succeeded in the end, of all calls of the run; what nothing could have saved is counted too.
- **peak**: the most attempts of any second from the trouble on, in units of the usual rate.

Ours is not a model of \`@scai-errors/fetch\` but its own decision and its own budget, with the clock and the dice passed in. The AWS standard
mode is the strategy of the npm package \`@smithy/core\` itself. The others are written after their published descriptions.

What to see: waiting at random spreads retries but does not make them fewer. A budget does, and it has to be small and nearly empty at the
start: a fleet of many clients that each send little never gets to the end of a large one, so that it bounds nothing.

${sections.join("\n\n")}
`;
}
