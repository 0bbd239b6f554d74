import { StandardRetryStrategy } from "@smithy/core/retry";
import type { Policy } from "./policy.js";

/**
 * Runs the strategy with the simulation's dice and clock in place of the global ones. It waits by setTimeout and says only by then how long it
 * waited, so the wait is taken down and ended at once.
 */
async function inSimulation<Result>(
  random: () => number,
  call: () => Promise<Result>,
): Promise<readonly [result: Result, waitedMs: number]> {
  const { setTimeout: realSetTimeout } = globalThis;
  const { random: realRandom } = Math;
  let waitedMs = 0;
  const take = (done: () => void, delayMs: number): void => {
    waitedMs = delayMs;
    done();
  };
  globalThis.setTimeout = take as unknown as typeof setTimeout;
  Math.random = random;
  try {
    return [await call(), waitedMs];
  } finally {
    globalThis.setTimeout = realSetTimeout;
    Math.random = realRandom;
  }
}

type Token = Awaited<ReturnType<StandardRetryStrategy["acquireInitialRetryToken"]>>;

/** The AWS SDK's standard mode: the strategy of the npm package itself, one per client. */
export const awsStandard: Policy = {
  name: "AWS standard",
  start: (_clients, random) => {
    const strategies = new Map<number, StandardRetryStrategy>();
    const strategyOf = (client: number): StandardRetryStrategy => {
      let strategy = strategies.get(client);
      if (!strategy) strategies.set(client, (strategy = new StandardRetryStrategy(3)));
      return strategy;
    };
    return {
      succeeded: (call) => {
        const strategy = strategyOf(call.client);
        if (call.token) strategy.recordSuccess(call.token as Token);
        // A success without a retry earns one token, which is what the strategy gives for a token that cost nothing.
        else strategy.recordSuccess({ getRetryCost: () => undefined, getRetryCount: () => 0, getRetryDelay: () => 0 });
      },
      failed: async (call, _nowMs, hint) => {
        const strategy = strategyOf(call.client);
        try {
          const before = (call.token as Token | undefined) ?? (await strategy.acquireInitialRetryToken("simulation"));
          const errorInfo = {
            errorType: hint?.isLimiter ? "THROTTLING" : "TRANSIENT",
            ...(hint && { retryAfterHint: new Date(Date.now() + hint.ms) }),
          } as const;
          const [token, waitedMs] = await inSimulation(random, () => strategy.refreshRetryTokenForRetry(before, errorInfo));
          call.token = token;
          return waitedMs;
        } catch {
          return undefined;
        }
      },
    };
  },
};
