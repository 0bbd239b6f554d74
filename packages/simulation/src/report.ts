import { lineChart } from "@scai-errors/bench/plot";
import { type Column, markdownTable, tableOf } from "@scai-errors/workspace/table";
import type { Outcome, Scenario } from "./engine.js";

/** One policy under one scenario. */
export interface Result {
  readonly scenario: Scenario;
  readonly policy: string;
  readonly outcome: Outcome;
}

export const OURS = "@scai-errors/fetch";

/** What ours has to reach in a scenario. */
interface Target {
  readonly amplification?: number;
  readonly recoverySeconds?: number;
  readonly successRate?: number;
  /** A peer, and how many times its amplification ours may have. */
  readonly beside?: { readonly policy: string; readonly factor: number };
}

const GENTLEST = { policy: "SRE (10 % of requests)", factor: 1.05 };
const OPENAI = { policy: "openai-like: 3 attempts", factor: 1 };

/** What ours has to reach, by the name of the scenario. */
const TARGETS: Readonly<Record<string, Target>> = {
  "brownout, 20,000 clients": { amplification: 1.4, recoverySeconds: 1, beside: GENTLEST },
  "blackout, 20,000 clients": { amplification: 1.4, recoverySeconds: 1, beside: GENTLEST },
  "brownout, 100,000 clients": { amplification: 1.4, recoverySeconds: 1, beside: GENTLEST },
  "blackout, 100,000 clients": { amplification: 1.4, recoverySeconds: 1, beside: GENTLEST },
  "brownout, 1,000,000 clients": { amplification: 1.9, recoverySeconds: 1, beside: GENTLEST },
  "one attempt in ten fails, 100,000 clients": { successRate: 0.985 },
  "one attempt in ten fails, 1,000 clients": { successRate: 0.985 },
  "blackout, everyone told Retry-After: 30, 100,000 clients": { recoverySeconds: 1, beside: OPENAI },
  "brownout, everyone told Retry-After: 1, 100,000 clients": { amplification: 1.4, recoverySeconds: 1, beside: OPENAI },
  "a limiter under twice its demand, Retry-After: 1, 100,000 clients": { beside: OPENAI },
  "a limiter under twice its demand, Retry-After: 30, 100,000 clients": { beside: OPENAI },
};

function seconds(value: number): string {
  return value === Infinity ? "never" : `${value} s`;
}

function cellsOf({ scenario, policy, outcome }: Result): string[] {
  const { amplification, recoverySeconds, successRate, successRateInTrigger, peak } = outcome;
  return [
    policy,
    amplification.toFixed(2),
    scenario.failureRate === undefined ? seconds(recoverySeconds) : "–",
    `${(100 * successRate).toFixed(1)} %`,
    `${(100 * successRateInTrigger).toFixed(1)} %`,
    peak.toFixed(2),
  ];
}

const HEAD = ["policy", "amplification", "recovery", "success", "success in it", "peak"];

/** Figures are compared from the right. */
const COLUMNS = HEAD.map((title): Column | string => (title === "policy" ? title : { title, align: "right" }));

function byScenario(results: readonly Result[]): readonly (readonly [scenario: Scenario, results: readonly Result[]])[] {
  return [...new Set(results.map(({ scenario }) => scenario))].map((scenario) => [
    scenario,
    results.filter((result) => result.scenario === scenario),
  ]);
}

/** The results in aligned columns, a table per scenario. */
export function tablesOf(results: readonly Result[]): string {
  return byScenario(results)
    .map(([scenario, ofScenario]) => [scenario.name, ...tableOf(COLUMNS, ofScenario.map(cellsOf))].join("\n"))
    .join("\n\n");
}

/** A sentence for every target that ours misses. */
export function missedTargets(results: readonly Result[]): string[] {
  return results.flatMap(({ scenario, policy, outcome }) => {
    const target = policy === OURS ? TARGETS[scenario.name] : undefined;
    if (!target) return [];
    const { amplification = Infinity, recoverySeconds = Infinity, successRate = 0, beside } = target;
    const peer = results.find((result) => result.scenario === scenario && result.policy === beside?.policy);
    const mostBesidePeer = peer && beside ? peer.outcome.amplification * beside.factor : Infinity;
    const said = (misses: boolean, sentence: string): string[] => (misses ? [`${scenario.name}: ${sentence}`] : []);
    return [
      ...said(outcome.amplification > amplification, `amplification is ${outcome.amplification.toFixed(2)}, and may be ${amplification}.`),
      ...said(
        outcome.amplification > mostBesidePeer,
        `amplification is ${outcome.amplification.toFixed(2)}, and may be ${mostBesidePeer.toFixed(2)} beside ${beside?.policy}.`,
      ),
      ...said(
        outcome.recoverySeconds > recoverySeconds,
        `recovery is ${seconds(outcome.recoverySeconds)}, and may be ${recoverySeconds} s.`,
      ),
      ...said(
        outcome.successRate < successRate,
        `${(100 * outcome.successRate).toFixed(1)} % succeed, and ${100 * successRate} % have to.`,
      ),
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

/** The part of the page about storms: a table and a plot per scenario. */
export function stormSections(results: readonly Result[]): string {
  const sections = byScenario(results).map(([scenario, ofScenario]) => {
    return `### ${scenario.name}\n\n${markdownTable(HEAD, ofScenario.map(cellsOf))}\n\n![Load over time](${plotOf(scenario, results).file})`;
  });
  return sections.join("\n\n");
}
