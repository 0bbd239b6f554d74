import { seededRandom } from "@scai-errors/workspace/random";
import { poisson } from "./poisson.js";
import type { Call, Hint, Policy } from "./policy.js";

/** One run: a fleet of clients, a service, and what happens to it. */
export interface Scenario {
  readonly name: string;
  readonly clients: number;
  /** Seconds of the whole run. */
  readonly seconds: number;
  /** The part of its capacity that the service has at a second of the run. */
  readonly capacityAt: (second: number) => number;
  /** The trigger: from which second to which amplification is measured. */
  readonly trigger: readonly [from: number, to: number];
  /** The chance that an attempt fails for itself, whatever the load. */
  readonly failureRate?: number;
  /** Milliseconds until a failure is noticed; failures that are slow hold their callers up. Default: the latency of a success. */
  readonly failureMs?: number;
  /** What every failure in the trigger says. */
  readonly hint?: Hint;
  /** What a rejected attempt costs the service, in units of one that it serves. Default 0.3; a limiter in front of it rejects for nothing. */
  readonly rejectionCost?: number;
  /** Clients that wait for their call to end before they think of the next; else calls arrive whatever became of those before. */
  readonly isClosedLoop?: true;
  /** Seconds after which every process starts again, with what it knew forgotten. */
  readonly restartSeconds?: number;
}

/** What came of a run. */
export interface Outcome {
  /** Attempts for each call that was begun, during the trigger. */
  readonly amplification: number;
  /** Seconds from the end of the trigger until 98 % of what is asked for succeeds, for five seconds on end; Infinity for never. */
  readonly recoverySeconds: number;
  /** The part of all calls of the run that succeeded in the end. */
  readonly successRate: number;
  /** The same of those that were begun in the trigger. */
  readonly successRateInTrigger: number;
  /** The most attempts of any second from the trigger on, in units of the usual rate. */
  readonly peak: number;
  /** Attempts of each second, in units of the usual rate. */
  readonly load: readonly number[];
}

const TICK_MS = 50;
const TICKS_PER_SECOND = 1000 / TICK_MS;
const LATENCY_MS = 50;
/** Calls per second of the whole fleet. */
const BASE_RATE = 17_000;
/** What the service can do per second. */
const CAPACITY = BASE_RATE / 0.85;
const REJECTION_COST = 0.3;

/** How many of so many attempts the service serves, which get fewer the more it has to reject. */
export function servedOf(offered: number, capacity: number, rejectionCost = REJECTION_COST): number {
  return offered <= capacity ? offered : Math.max(0, (capacity - rejectionCost * offered) / (1 - rejectionCost));
}

function ticksOf(ms: number): number {
  return Math.max(1, Math.ceil(ms / TICK_MS));
}

function recoveryOf(asked: readonly number[], succeeded: readonly number[], from: number): number {
  for (let second = from; second + 5 <= asked.length; second++) {
    const isWell = [0, 1, 2, 3, 4].every((more) => (succeeded[second + more] ?? 0) >= 0.98 * (asked[second + more] ?? 0));
    if (isWell) return second - from;
  }
  return Infinity;
}

/** Runs a scenario under a policy. The same seed gives the same run. */
export async function simulate(policy: Policy, scenario: Scenario, seed: number): Promise<Outcome> {
  const {
    clients,
    seconds,
    capacityAt,
    trigger,
    failureRate = 0,
    failureMs = LATENCY_MS,
    hint,
    isClosedLoop,
    restartSeconds,
    rejectionCost,
  } = scenario;
  const random = seededRandom(seed);
  let fleet = policy.start(clients, random);
  const ticks = seconds * TICKS_PER_SECOND;
  const due: Call[][] = Array.from({ length: ticks + 1 }, () => []);
  const asked = new Array<number>(seconds).fill(0);
  const attempts = new Array<number>(seconds).fill(0);
  const succeeded = new Array<number>(seconds).fill(0);
  const all = { ended: 0, succeeded: 0 };
  const inTrigger = { ended: 0, succeeded: 0 };
  let busy = 0;
  const end = (call: Call, isSuccess: boolean): void => {
    busy--;
    const begunAt = call.startedAt / TICKS_PER_SECOND;
    for (const count of begunAt >= trigger[0] && begunAt < trigger[1] ? [all, inTrigger] : [all]) {
      count.ended++;
      if (isSuccess) count.succeeded++;
    }
  };

  for (let tick = 0; tick < ticks; tick++) {
    const second = Math.floor(tick / TICKS_PER_SECOND);
    const nowMs = tick * TICK_MS;
    if (restartSeconds !== undefined && tick > 0 && tick % (restartSeconds * TICKS_PER_SECOND) === 0) fleet = policy.start(clients, random);

    const idle = isClosedLoop ? Math.max(0, 1 - busy / clients) : 1;
    const arriving = poisson((BASE_RATE / TICKS_PER_SECOND) * idle, random);
    asked[second] = (asked[second] ?? 0) + arriving;
    busy += arriving;
    const sent = due[tick] ?? [];
    for (let number = 0; number < arriving; number++) sent.push({ client: Math.floor(random() * clients), attempts: 0, startedAt: tick });
    attempts[second] = (attempts[second] ?? 0) + sent.length;

    const isTriggered = second >= trigger[0] && second < trigger[1];
    const chance =
      sent.length === 0 ? 1 : servedOf(sent.length, (CAPACITY / TICKS_PER_SECOND) * capacityAt(second), rejectionCost) / sent.length;
    for (const call of sent) {
      call.attempts++;
      if (random() < chance && (failureRate === 0 || random() >= failureRate)) {
        fleet.succeeded(call, nowMs);
        succeeded[second] = (succeeded[second] ?? 0) + 1;
        end(call, true);
        continue;
      }
      const delayMs = await fleet.failed(call, nowMs, isTriggered ? hint : undefined);
      const next = delayMs === undefined ? Infinity : tick + ticksOf(failureMs) + Math.ceil(delayMs / TICK_MS);
      // A retry that would come after the end of the run counts as given up: it is not known what became of it.
      if (next < ticks) due[next]?.push(call);
      else end(call, false);
    }
    due[tick] = [];
  }

  const sum = (values: readonly number[]): number => values.slice(...trigger).reduce((total, value) => total + value, 0);
  const load = attempts.map((value) => value / BASE_RATE);
  return {
    amplification: sum(attempts) / sum(asked),
    recoverySeconds: recoveryOf(asked, succeeded, trigger[1]),
    successRate: all.succeeded / Math.max(1, all.ended),
    successRateInTrigger: inTrigger.succeeded / Math.max(1, inTrigger.ended),
    peak: Math.max(...load.slice(trigger[0])),
    load,
  };
}
