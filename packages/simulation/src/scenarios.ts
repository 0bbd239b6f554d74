import type { Scenario } from "./engine.js";

const TRIGGER_AT = 20;

/** For twenty seconds the service can do three tenths of what it usually can. */
function brownout(clients: number, more: Partial<Scenario> = {}): Scenario {
  const trigger = [TRIGGER_AT, TRIGGER_AT + 20] as const;
  const name = `brownout, ${clients.toLocaleString("en")} clients`;
  return { name, clients, seconds: 180, trigger, capacityAt: (second) => (second >= trigger[0] && second < trigger[1] ? 0.3 : 1), ...more };
}

/** For thirty seconds the service can do nothing. */
function blackout(clients: number, more: Partial<Scenario> = {}): Scenario {
  const trigger = [TRIGGER_AT, TRIGGER_AT + 30] as const;
  const name = `blackout, ${clients.toLocaleString("en")} clients`;
  return { name, clients, seconds: 180, trigger, capacityAt: (second) => (second >= trigger[0] && second < trigger[1] ? 0 : 1), ...more };
}

/** For forty seconds a limiter lets in half of what is asked for, and says when to come back. Its refusals cost the service nothing. */
function limiter(clients: number, hintSeconds: number): Scenario {
  const trigger = [TRIGGER_AT, TRIGGER_AT + 40] as const;
  return {
    name: `a limiter under twice its demand, Retry-After: ${hintSeconds}, ${clients.toLocaleString("en")} clients`,
    clients,
    seconds: 180,
    trigger,
    // The capacity is 1/0.85 of what is asked for.
    capacityAt: (second) => (second >= trigger[0] && second < trigger[1] ? 0.5 * 0.85 : 1),
    hint: { ms: 1000 * hintSeconds, isLimiter: true },
    rejectionCost: 0,
  };
}

/** The service is well, and one attempt in ten fails for reasons of its own. */
function randomFailures(clients: number): Scenario {
  return {
    name: `one attempt in ten fails, ${clients.toLocaleString("en")} clients`,
    clients,
    seconds: 180,
    trigger: [TRIGGER_AT, 180],
    capacityAt: () => 2,
    failureRate: 0.1,
  };
}

/** All that is simulated. The first ones are what the targets are about. */
export const scenarios: readonly Scenario[] = [
  brownout(10),
  brownout(1000),
  brownout(100_000),
  brownout(1_000_000),
  blackout(100_000),
  randomFailures(1000),
  randomFailures(100_000),
  brownout(100_000, { name: "brownout, closed loop, 100,000 clients", isClosedLoop: true }),
  brownout(100_000, { name: "brownout, failures take 1 s, 100,000 clients", failureMs: 1000 }),
  brownout(100_000, { name: "brownout, processes restart every 30 s, 100,000 clients", restartSeconds: 30 }),
  blackout(100_000, { name: "blackout, everyone told Retry-After: 30, 100,000 clients", hint: { ms: 30_000, isLimiter: false } }),
  brownout(100_000, { name: "brownout, everyone told Retry-After: 1, 100,000 clients", hint: { ms: 1000, isLimiter: false } }),
  limiter(100_000, 1),
  limiter(100_000, 30),
];

/** The short run of the tests: fewer clients and a shorter aftermath. */
export const shortScenarios: readonly Scenario[] = [brownout(20_000, { seconds: 60 }), blackout(20_000, { seconds: 70 })];
