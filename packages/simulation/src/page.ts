import { markdownTable } from "@scai-errors/workspace/table";
import { oursByDefault, oursInLine } from "./caller-clients.js";
import { type CallerResult, callerSections, successRateOf } from "./callers-report.js";
import { OURS, type Result, stormSections } from "./report.js";

/** A policy, by the names that it has on either side. */
interface BothNames {
  readonly label: string;
  readonly storm?: string;
  readonly caller?: string;
}

const ROWS: readonly BothNames[] = [
  { label: "openai", storm: "openai-like: 3 attempts", caller: "openai" },
  { label: "ky", caller: "ky" },
  { label: "got", caller: "got" },
  { label: "AWS standard", storm: "AWS standard", caller: "AWS standard" },
  { label: "gRPC (10 tokens, 0.1)", storm: "gRPC (10 tokens, 0.1)" },
  { label: "SRE (10 % of requests)", storm: "SRE (10 % of requests)" },
  { label: "ours, if every hint were free", storm: "if every hint were free", caller: "if every hint were free" },
  { label: "**ours**", storm: OURS, caller: oursByDefault.name },
  { label: "**ours, with `patienceMs`**", caller: oursInLine.name },
];

const STORMS = [
  "brownout, 100,000 clients",
  "brownout, 1,000,000 clients",
  "brownout, everyone told Retry-After: 1, 100,000 clients",
  "a limiter under twice its demand, Retry-After: 1, 100,000 clients",
];
const CALLERS = [
  "a first burst of 17",
  "a batch of 200",
  "single calls",
  "cold starts",
  "steady",
  "a drain, 3 calls a second",
  "a drain, 50 calls a second",
];

/** Both sides in one table: what the service gets in a storm, and what the callers get on other days. */
function bothSides(storms: readonly Result[], callers: readonly CallerResult[]): string {
  const ofStorm = (name: string, policy: string | undefined): string => {
    const found = storms.find((result) => result.scenario.name === name && result.policy === policy);
    return found ? found.outcome.amplification.toFixed(2) : "–";
  };
  const ofCallers = (name: string, client: string | undefined): string => {
    const found = callers.find((result) => result.scenario.name === name && result.client === client);
    if (!found) return "–";
    const { outcome } = found;
    const succeeded = `${(100 * successRateOf(outcome)).toFixed(1)} %`;
    return name === "a batch of 200" ? `${succeeded}, ${outcome.refused} refused, ${outcome.seconds.toFixed(1)} s` : succeeded;
  };
  const head = ["", ...STORMS, ...CALLERS];
  const lines = ROWS.map(({ label, storm, caller }) => [
    label,
    ...STORMS.map((name) => ofStorm(name, storm)),
    ...CALLERS.map((name) => ofCallers(name, caller)),
  ]);
  return markdownTable(head, lines);
}

/** The page that explains what was simulated and what came of it. */
export function pageOf(storms: readonly Result[], callers: readonly CallerResult[], seed: number): string {
  return `# Retries, simulated: the service's side and the caller's

Written by \`npm run simulate\` with seed ${seed}; every figure is measured, none is typed.

Ours is not a model of \`@scai-errors/fetch\` but its own decision, budget and account, with the clock and the dice passed in; on the caller's side it is
\`createFetch\` itself. openai and ky are the npm packages, and so is the strategy of the AWS SDK's standard mode (\`@smithy/core\`). got, gRPC and SRE are
written after their sources.

## Both sides in one table

First what a service in trouble gets: attempts for each call that was begun. Then what callers get: the part of their calls that succeeds.

${bothSides(storms, callers)}

Three things to see:

- **A limiter's hint is free, other hints are not.** A limiter that says when to come back has set the pace itself, so a retry after it costs nothing. A first burst of
  17 calls succeeds, and the limiter gets no more requests than from openai.
- **A long drain and a brownout contradict each other.** Both answer 503 with \`Retry-After\`, and no client can tell them apart. If every hint were free, all calls
  of a busy client would outlive a drain of 3 s; and in a brownout that tells everyone to come back in a second, the service would get the requests of the third column
  in the row "if every hint were free". We keep the budget: a client with few calls a second outlives the drain on what it has saved up, a busy one loses calls.
- **A batch needs a line.** Three attempts are too few for a call that a limiter refuses over and over. With \`retry.patienceMs\` calls wait for their turn
  instead, and the pace is the limiter's: fewer refusals than with any peer, in nearly the shortest time that the limiter allows.

## The service's side

A fleet makes 17,000 calls per second, spread evenly over its clients, to a service that can do 15 % more than that. A rejected attempt
still costs the service three tenths of one that it serves, so that the more it has to reject, the less it can do: that is what turns a
short trouble into a long one. In a *brownout* it has three tenths of its capacity for 20 s, in a *blackout* none for 30 s; the trouble
begins at second 20. A *limiter* lets in half of what is asked for during 40 s, and rejects for nothing. Every client knows only what it has seen itself.

- **amplification**: attempts for each call that was begun, while the trouble lasts. 1 is a fleet that never tries again.
- **recovery**: seconds after the trouble until 98 % of the calls succeed for five seconds on end.
- **success**: calls that succeeded in the end, of all calls of the run; what nothing could have saved is counted too. **success in it**: of those that were
  begun during the trouble.
- **peak**: the most attempts of any second from the trouble on, in units of the usual rate.

What to see: waiting at random spreads retries but does not make them fewer. A budget does, and it has to be small and nearly empty at the
start: a fleet of many clients that each send little never gets to the end of a large one, so that it bounds nothing.

${stormSections(storms)}

## The caller's side

One client, or fresh ones in turn, against a service that answers after 20 ms. **too early** counts the retries that came before the moment the service had
asked for.

${callerSections(callers)}
`;
}
