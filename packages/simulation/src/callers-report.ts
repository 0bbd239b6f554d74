import { markdownTable } from "@scai-errors/workspace/table";
import type { CallerOutcome, CallerScenario } from "./callers.js";
import { oursByDefault, oursInLine } from "./caller-clients.js";

/** One client in one scenario. */
export interface CallerResult {
  readonly scenario: CallerScenario;
  readonly client: string;
  readonly outcome: CallerOutcome;
}

/** What ours has to reach in a scenario: by default, or with the option for batches. */
interface Bar {
  readonly client: string;
  /** The part of the calls that succeed. */
  readonly successRate: number;
  readonly seconds?: number;
  /** Whether the service refuses fewer requests than those of any peer. */
  readonly fewestRefusals?: true;
}

/** The time that the limiter of the batches needs at best: 190 of 200 at ten a second. */
const BEST_SECONDS = 19;

const BARS: Readonly<Record<string, Bar>> = {
  "a first burst of 17": { client: oursByDefault.name, successRate: 1 },
  "a batch of 200": { client: oursInLine.name, successRate: 1, seconds: 1.3 * BEST_SECONDS, fewestRefusals: true },
  "single calls": { client: oursByDefault.name, successRate: 0.98 },
  "cold starts": { client: oursByDefault.name, successRate: 0.99 },
  steady: { client: oursByDefault.name, successRate: 0.999 },
  "a drain, 3 calls a second": { client: oursByDefault.name, successRate: 0.99 },
};

export function successRateOf({ succeeded, calls }: CallerOutcome): number {
  return succeeded / calls;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

/** A sentence for every bar that ours misses, and for every retry of ours that came too early. */
export function missedBars(results: readonly CallerResult[]): string[] {
  return results.flatMap(({ scenario, client, outcome }) => {
    const said = (misses: boolean, sentence: string): string[] => (misses ? [`${scenario.name}, ${client}: ${sentence}`] : []);
    const isOurs = client === oursByDefault.name || client === oursInLine.name;
    const early = said(isOurs && outcome.early > 0, `${outcome.early} retries came earlier than asked.`);
    const bar = BARS[scenario.name];
    if (bar?.client !== client) return early;
    const { successRate, seconds = Infinity, fewestRefusals } = bar;
    const peers = results.filter(
      (result) => result.scenario === scenario && ![oursByDefault.name, oursInLine.name].includes(result.client),
    );
    const fewest = fewestRefusals ? Math.min(...peers.map((peer) => peer.outcome.refused)) : Infinity;
    return [
      ...early,
      ...said(successRateOf(outcome) < successRate, `${percent(successRateOf(outcome))} succeed, and ${percent(successRate)} have to.`),
      ...said(outcome.seconds > seconds, `it takes ${outcome.seconds.toFixed(1)} s, and may take ${seconds.toFixed(1)} s.`),
      ...said(outcome.refused >= fewest, `${outcome.refused} requests are refused, and a peer has ${fewest}.`),
    ];
  });
}

const HEAD = ["client", "succeeded", "requests", "refused", "until the last was over", "too early"];

function cellsOf({ client, outcome }: CallerResult): string[] {
  const { succeeded, calls, requests, refused, seconds, early } = outcome;
  return [
    client,
    `${succeeded} of ${calls} (${percent(successRateOf(outcome))})`,
    `${requests}`,
    `${refused}`,
    `${seconds.toFixed(1)} s`,
    `${early}`,
  ];
}

/** The part of the page about callers: a table per scenario. */
export function callerSections(results: readonly CallerResult[]): string {
  const sections = [...new Set(results.map(({ scenario }) => scenario))].map((scenario) => {
    const lines = results.filter((result) => result.scenario === scenario).map(cellsOf);
    return `### ${scenario.name}\n\n${scenario.explanation}\n\n${markdownTable(HEAD, lines)}`;
  });
  return sections.join("\n\n");
}
