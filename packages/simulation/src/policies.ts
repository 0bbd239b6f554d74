import { RetryAccount, type RetryBudget, type RetryLimits, createRetryBudget, decideRetry } from "@scai-errors/fetch";
import { awsStandard } from "./aws-standard.js";
import type { Call, Policy } from "./policy.js";

const ignored = (): void => undefined;

/** A policy without a memory: only the number of attempts decides. */
function stateless(
  name: string,
  attempts: number,
  delayMs: (failed: number, random: () => number, hintMs: number | undefined) => number,
): Policy {
  return {
    name,
    start: (_clients, random) => ({
      succeeded: ignored,
      failed: (call, _now, hint) => (call.attempts < attempts ? delayMs(call.attempts, random, hint?.ms) : undefined),
    }),
  };
}

/** gRPC's retry throttling (proposal A6): a failure costs a token, a success earns a tenth, and only a bucket more than half full allows a retry. */
const grpc: Policy = {
  name: "gRPC (10 tokens, 0.1)",
  start: (clients, random) => {
    const tokens = new Float32Array(clients).fill(10);
    return {
      succeeded: ({ client }) => {
        tokens[client] = Math.min(10, (tokens[client] ?? 0) + 0.1);
      },
      failed: ({ client, attempts }) => {
        const left = Math.max(0, (tokens[client] ?? 0) - 1);
        tokens[client] = left;
        return left > 5 && attempts < 4 ? Math.min(100 * 2 ** (attempts - 1), 20_000) * (0.8 + 0.4 * random()) : undefined;
      },
    };
  },
};

/** Google's SRE book: at most three attempts, and retries at most a tenth of a client's requests over about two minutes. */
const sre: Policy = {
  name: "SRE (10 % of requests)",
  start: (clients, random) => {
    const requests = new Float32Array(clients);
    const retries = new Float32Array(clients);
    const seenAt = new Float64Array(clients);
    const fade = (client: number, nowMs: number): void => {
      const kept = Math.exp(-(nowMs - (seenAt[client] ?? 0)) / 120_000);
      requests[client] = (requests[client] ?? 0) * kept;
      retries[client] = (retries[client] ?? 0) * kept;
      seenAt[client] = nowMs;
    };
    const count = (client: number, nowMs: number): void => {
      fade(client, nowMs);
      requests[client] = (requests[client] ?? 0) + 1;
    };
    return {
      succeeded: ({ client }, nowMs) => {
        count(client, nowMs);
      },
      failed: ({ client, attempts }, nowMs) => {
        count(client, nowMs);
        if (attempts >= 3 || (retries[client] ?? 0) + 1 > 1 + 0.1 * (requests[client] ?? 0)) return undefined;
        retries[client] = (retries[client] ?? 0) + 1;
        return random() * Math.min(100 * 2 ** (attempts - 1), 20_000);
      },
    };
  },
};

/** What `@scai-errors/fetch` does by default. */
const LIMITS: RetryLimits = { attempts: 3, baseDelayMs: 500, maxDelayMs: 60_000 };

/** Ours: the decision, the budget and the account of `@scai-errors/fetch` themselves; a budget per client, an account per call that failed. */
const ours: Policy = {
  name: "@scai-errors/fetch",
  start: (_clients, random) => {
    const budgets = new Map<number, RetryBudget>();
    const budgetOf = (client: number): RetryBudget => {
      const budget = budgets.get(client) ?? createRetryBudget();
      budgets.set(client, budget);
      return budget;
    };
    /** Calls without a failure, which are nearly all, have taken nothing and need no account. */
    const accountOf = (call: Call): RetryAccount => {
      const account = call.token instanceof RetryAccount ? call.token : new RetryAccount(budgetOf(call.client));
      call.token = account;
      return account;
    };
    return {
      succeeded: (call) => {
        if (call.token === undefined) {
          budgetOf(call.client).succeeded();
          return;
        }
        const account = accountOf(call);
        account.sent();
        account.succeeded();
      },
      failed: (call, _now, hint) => {
        const account = accountOf(call);
        account.sent();
        account.failed();
        const advice = { policy: "backoff", afterMs: hint?.ms, idempotentOnly: true, source: "documented" } as const;
        const kind = hint?.isLimiter ? "rate_limited" : "unavailable";
        const state = { attempts: call.attempts, remainingMs: Infinity, idempotent: true, replayable: true, kind } as const;
        const decision = decideRetry(advice, state, LIMITS, account, random);
        return decision.retry ? decision.delayMs : undefined;
      },
    };
  },
};

/** Ours, if every hint were free and not only a limiter's: what a drain would like, and a brownout that says a second would not. */
const everyHintFree: Policy = {
  name: "if every hint were free",
  start: (clients, random) => {
    const fleet = ours.start(clients, random);
    return { ...fleet, failed: (call, now, hint) => fleet.failed(call, now, hint && { ...hint, isLimiter: true }) };
  },
};

export const policies: readonly Policy[] = [
  stateless("no retry", 1, () => 0),
  stateless("naive: 3 retries at once", 4, () => 0),
  stateless("jitter only: 3 attempts", 3, (failed, random, hintMs = 0) =>
    Math.max(hintMs, random() * Math.min(100 * 2 ** (failed - 1), 20_000)),
  ),
  stateless("openai-like: 3 attempts", 3, (failed, random, hintMs) =>
    hintMs !== undefined && hintMs <= 60_000 ? hintMs : Math.min(500 * 2 ** (failed - 1), 8000) * (1 - 0.25 * random()),
  ),
  grpc,
  sre,
  awsStandard,
  everyHintFree,
  ours,
];
