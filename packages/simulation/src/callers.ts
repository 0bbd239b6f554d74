import { seededRandom } from "@scai-errors/workspace/random";
import type { CallerClient, MakeCall } from "./caller-clients.js";
import { inVirtualTime, sleep } from "./virtual-time.js";

/** What the callers of one client met. */
export interface CallerOutcome {
  readonly calls: number;
  readonly succeeded: number;
  /** Requests that the service got. */
  readonly requests: number;
  /** Requests that it refused. */
  readonly refused: number;
  /** Seconds until the last call was over. */
  readonly seconds: number;
  /** Retries that came before the moment the service had asked for. */
  readonly early: number;
}

/** An answer of a service to the request of a call: undefined for a success. */
interface Refusal {
  readonly status: 429 | 503;
  readonly code: string;
  /** Seconds of `Retry-After`. */
  readonly hint?: number;
}

type Behaviour = (path: string, nowMs: number, random: () => number) => Refusal | undefined;

/** What callers want of a service, and what that does. */
export interface CallerScenario {
  readonly name: string;
  readonly explanation: string;
  /** Makes a service for one run. */
  readonly behave: () => Behaviour;
  /** Makes the calls: `fresh` gives a client that has done nothing yet. */
  readonly callers: (fresh: () => MakeCall, made: (call: Promise<unknown>) => Promise<void>) => Promise<void>;
}

/** Milliseconds from a request to its answer. */
const LATENCY_MS = 20;

function answerTo(refusal: Refusal | undefined): Response {
  if (!refusal) return Response.json({ status: "ok" });
  const { status, code, hint } = refusal;
  return Response.json(
    { status: "error", error: { code, message: "Refused" }, meta: {} },
    { status, ...(hint !== undefined && { headers: { "retry-after": `${hint}` } }) },
  );
}

/** Runs a scenario with a client. The same seed gives the same run. */
export function runCallers({ behave, callers }: CallerScenario, { make }: CallerClient, seed: number): Promise<CallerOutcome> {
  const random = seededRandom(seed);
  return inVirtualTime(random, async (now) => {
    const behaviour = behave();
    const askedFor = new Map<string, number>();
    const counts = { calls: 0, succeeded: 0, requests: 0, refused: 0, early: 0 };
    let lastAt = 0;
    const service: typeof fetch = async (input) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      counts.requests++;
      // Half a millisecond of grace for clocks that round.
      if (now() + 0.5 < (askedFor.get(pathname) ?? 0)) counts.early++;
      const refusal = behaviour(pathname, now(), random);
      await sleep(LATENCY_MS);
      if (refusal) counts.refused++;
      if (refusal?.hint !== undefined) askedFor.set(pathname, now() + 1000 * refusal.hint);
      return answerTo(refusal);
    };
    const made = async (call: Promise<unknown>): Promise<void> => {
      counts.calls++;
      await call.then(
        () => {
          counts.succeeded++;
        },
        () => undefined,
      );
      lastAt = now();
    };
    await callers(() => make(service), made);
    return { ...counts, seconds: lastAt / 1000 };
  });
}

/** A limiter that is a bucket of tokens: so many a second, and so many saved up. */
function bucket(perSecond: number, capacity: number): Behaviour {
  let tokens = capacity;
  let seenAt = 0;
  return (_path, nowMs) => {
    tokens = Math.min(capacity, tokens + ((nowMs - seenAt) * perSecond) / 1000);
    seenAt = nowMs;
    if (tokens >= 1) {
      tokens -= 1;
      return undefined;
    }
    return { status: 429, code: "RATE_LIMITED", hint: Math.ceil((1 - tokens) / perSecond) };
  };
}

/** A limiter that counts what it lets in, from one full second to the next. */
function windows(most: number, seconds: number): Behaviour {
  let window = -1;
  let admitted = 0;
  return (_path, nowMs) => {
    const current = Math.floor(nowMs / 1000 / seconds);
    if (current !== window) admitted = 0;
    window = current;
    if (admitted >= most) return { status: 429, code: "RATE_LIMITED", hint: Math.ceil((current + 1) * seconds - nowMs / 1000) };
    admitted++;
    return undefined;
  };
}

/** So many calls, of which so many are under way at once. */
function batch(calls: number, atOnce: number): CallerScenario["callers"] {
  return async (fresh, made) => {
    const call = fresh();
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < calls) {
        const path = `/batch/${next}`;
        next++;
        await made(call(path));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  };
}

/** Calls of one client at a steady rate. */
function steady(perSecond: number, seconds: number): CallerScenario["callers"] {
  return async (fresh, made) => {
    const call = fresh();
    const under: Promise<void>[] = [];
    for (let number = 0; number < perSecond * seconds; number++) {
      under.push(made(call(`/steady/${number}`)));
      await sleep(1000 / perSecond);
    }
    await Promise.all(under);
  };
}

/** Fails by chance. */
function failing(share: number): Behaviour {
  return (_path, _nowMs, random) => (random() < share ? { status: 503, code: "SERVICE_UNAVAILABLE" } : undefined);
}

/** Refuses everything from one second to another and says for how long. */
function draining(from: number, to: number, hint: number): Behaviour {
  return (_path, nowMs) => (nowMs >= 1000 * from && nowMs < 1000 * to ? { status: 503, code: "SERVICE_DRAINING", hint } : undefined);
}

/** So many clients, each with so many calls one after the other. */
function fresh(clients: number, callsOfEach: number): CallerScenario["callers"] {
  return async (newClient, made) => {
    for (let client = 0; client < clients; client++) {
      const call = newClient();
      for (let number = 0; number < callsOfEach; number++) await made(call(`/fresh/${client}/${number}`));
    }
  };
}

/** What a caller meets. The bars that ours has to reach are in the report. */
export const callerScenarios: readonly CallerScenario[] = [
  {
    name: "a first burst of 17",
    explanation: "A client that has done nothing yet makes 17 calls at once. Each is answered once with 429 and `Retry-After: 2`.",
    behave: () => {
      const seen = new Set<string>();
      return (path) => {
        if (seen.has(path)) return undefined;
        seen.add(path);
        return { status: 429, code: "RATE_LIMITED", hint: 2 };
      };
    },
    callers: async (newClient, made) => {
      const call = newClient();
      await Promise.all(Array.from({ length: 17 }, (_, number) => made(call(`/burst/${number}`))));
    },
  },
  {
    name: "a batch of 200",
    explanation:
      "200 calls, 20 at a time, against a limiter of 600 a minute: a bucket that saves up ten, and says `Retry-After: 1`. At best it takes 19 s.",
    behave: () => bucket(10, 10),
    callers: batch(200, 20),
  },
  {
    name: "a batch of 200, windows",
    explanation: "The same against a limiter that counts from one full second to the next.",
    behave: () => windows(10, 1),
    callers: batch(200, 20),
  },
  {
    name: "a batch of 200, nothing saved up",
    explanation: "The same against a limiter that lets one in every 100 ms, and rounds its hint up to a second.",
    behave: () => bucket(10, 1),
    callers: batch(200, 20),
  },
  {
    name: "a batch of 200, long windows",
    explanation: "The same against a limiter of 60 in six seconds, whose hint is the rest of them.",
    behave: () => windows(60, 6),
    callers: batch(200, 20),
  },
  {
    name: "200 at once",
    explanation: "200 calls at once against the bucket.",
    behave: () => bucket(10, 10),
    callers: batch(200, 200),
  },
  {
    name: "single calls",
    explanation: "2,000 fresh clients with one call each; one attempt in ten fails.",
    behave: () => failing(0.1),
    callers: fresh(2000, 1),
  },
  {
    name: "cold starts",
    explanation: "1,000 fresh clients with three calls each; one attempt in twenty fails.",
    behave: () => failing(0.05),
    callers: fresh(1000, 3),
  },
  {
    name: "steady",
    explanation: "One client with 50 calls a second for a minute; one attempt in a hundred fails.",
    behave: () => failing(0.01),
    callers: steady(50, 60),
  },
  {
    name: "a drain, 3 calls a second",
    explanation: "One client with 3 calls a second for a minute; for 3 s everything is refused with 503 and `Retry-After: 3`.",
    behave: () => draining(30, 33, 3),
    callers: steady(3, 60),
  },
  {
    name: "a drain, 50 calls a second",
    explanation: "The same with 50 calls a second.",
    behave: () => draining(30, 33, 3),
    callers: steady(50, 60),
  },
];
