import type { RetryAdvice } from "@scai-errors/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delayMs } from "../src/backoff.js";
import { createRetryBudget } from "../src/retry-budget.js";
import { type CallState, type RetryLimits, decideRetry } from "../src/retry-policy.js";

const limits: RetryLimits = { attempts: 3, baseDelayMs: 500, maxDelayMs: 60_000 };
const advice: RetryAdvice = { policy: "backoff", afterMs: undefined, idempotentOnly: true, source: "documented" };
const state: CallState = { attempts: 1, remainingMs: Infinity, idempotent: true, replayable: true };
const half = (): number => 0.5;

const decide = (
  changes: { readonly advice?: Partial<RetryAdvice>; readonly state?: Partial<CallState>; readonly tokens?: number } = {},
): ReturnType<typeof decideRetry> =>
  decideRetry(
    { ...advice, ...changes.advice },
    { ...state, ...changes.state },
    limits,
    createRetryBudget({ start: changes.tokens ?? 10 }),
    half,
  );

describe("the decision", () => {
  test.each([
    ["backoff", {}, { retry: true, delayMs: 250 }],
    ["backoff, second time", { state: { attempts: 2 } }, { retry: true, delayMs: 500 }],
    ["once", { advice: { policy: "once" } }, { retry: true, delayMs: 250 }],
    ["once, second time", { advice: { policy: "once" }, state: { attempts: 2 } }, { retry: false, stoppedBy: "advice" }],
    ["never", { advice: { policy: "never" } }, { retry: false, stoppedBy: "advice" }],
    ["after_change is never automatic", { advice: { policy: "after_change" } }, { retry: false, stoppedBy: "advice" }],
    ["the last attempt", { state: { attempts: 3 } }, { retry: false, stoppedBy: "attempts" }],
    ["not idempotent", { state: { idempotent: false } }, { retry: false, stoppedBy: "not_idempotent" }],
    [
      "not idempotent, but nothing was done",
      { advice: { idempotentOnly: false }, state: { idempotent: false } },
      { retry: true, delayMs: 250 },
    ],
    ["a body that is gone", { state: { replayable: false } }, { retry: false, stoppedBy: "not_replayable" }],
    ["a hint of a second", { advice: { afterMs: 1000 } }, { retry: true, delayMs: 1250 }],
    ["a hint of 30 seconds", { advice: { afterMs: 30_000 } }, { retry: true, delayMs: 37_500 }],
    ["a hint of exactly the cap", { advice: { afterMs: 60_000 } }, { retry: true, delayMs: 75_000 }],
    ["a hint above the cap", { advice: { afterMs: 60_001 } }, { retry: false, stoppedBy: "hint_above_cap" }],
    ["a hint that is no number", { advice: { afterMs: NaN } }, { retry: false, stoppedBy: "hint_above_cap" }],
    ["a hint without end", { advice: { afterMs: Infinity } }, { retry: false, stoppedBy: "hint_above_cap" }],
    ["a hint of zero", { advice: { afterMs: 0 } }, { retry: true, delayMs: 250 }],
    ["a hint below the back-off", { advice: { afterMs: 1 } }, { retry: true, delayMs: 250 }],
    ["the deadline is over", { state: { remainingMs: 0 } }, { retry: false, stoppedBy: "deadline" }],
    [
      "the deadline counts before what else is in the way",
      { state: { remainingMs: 0, idempotent: false } },
      { retry: false, stoppedBy: "deadline" },
    ],
    ["the deadline is over before the wait is", { state: { remainingMs: 250 } }, { retry: false, stoppedBy: "deadline" }],
    ["a hint beyond the deadline", { advice: { afterMs: 5000 }, state: { remainingMs: 5000 } }, { retry: false, stoppedBy: "deadline" }],
    ["an empty budget", { tokens: 0.99 }, { retry: false, stoppedBy: "budget" }],
  ] as const)("%s", (_, changes, decision) => {
    expect(decide(changes)).toEqual(decision);
  });

  describe("a limiter's refusal", () => {
    const refusal = (
      changes: { readonly advice?: Partial<RetryAdvice>; readonly state?: Partial<CallState>; readonly tokens?: number } = {},
    ): ReturnType<typeof decideRetry> =>
      decide({
        tokens: 0,
        ...changes,
        advice: { afterMs: 1000, idempotentOnly: false, ...changes.advice },
        state: { kind: "rate_limited", ...changes.state },
      });

    test.each([
      ["costs no retry", {}, { retry: true, delayMs: 1050 }],
      ["that asks for long is spread over a second at most", { advice: { afterMs: 30_000 } }, { retry: true, delayMs: 30_500 }],
      ["without a hint costs one", { advice: { afterMs: undefined } }, { retry: false, stoppedBy: "budget" }],
      ["with a hint of zero costs one", { advice: { afterMs: 0 } }, { retry: false, stoppedBy: "budget" }],
      ["that is not documented costs one", { advice: { source: "derived" } }, { retry: false, stoppedBy: "budget" }],
      ["of another kind costs one", { state: { kind: "unavailable" } }, { retry: false, stoppedBy: "budget" }],
      ["of no kind costs one", { state: { kind: undefined } }, { retry: false, stoppedBy: "budget" }],
      ["counts as an attempt", { state: { attempts: 3 } }, { retry: false, stoppedBy: "attempts" }],
      ["counts as none in a line", { state: { attempts: 3, patienceMs: 2000 } }, { retry: true, delayMs: 1050 }],
      ["counts in a line where the patience is over", { state: { attempts: 3, patienceMs: 0 } }, { retry: false, stoppedBy: "attempts" }],
      ["asks for more than the patience", { state: { patienceMs: 1050 } }, { retry: false, stoppedBy: "patience" }],
      ["asks for just less than the patience", { state: { patienceMs: 1051 } }, { retry: true, delayMs: 1050 }],
      [
        "is bounded by the deadline in a line too",
        { state: { patienceMs: 9e9, remainingMs: 1050 } },
        { retry: false, stoppedBy: "deadline" },
      ],
      [
        "is bounded by the cap in a line too",
        { advice: { afterMs: 60_001 }, state: { patienceMs: 9e9 } },
        { retry: false, stoppedBy: "hint_above_cap" },
      ],
    ] as const)("%s", (_, changes, decision) => {
      expect(refusal(changes as Parameters<typeof refusal>[0])).toEqual(decision);
    });

    test("another failure is no refusal, however patient the call", () => {
      expect(decide({ state: { attempts: 3, patienceMs: 9e9 } })).toEqual({ retry: false, stoppedBy: "attempts" });
      expect(decide({ state: { patienceMs: 1 } })).toEqual({ retry: true, delayMs: 250 });
    });
  });

  test.each([-Infinity, -1, NaN])("a hint of %d asks for nothing", (hint) => {
    expect(delayMs(1, hint, limits, () => 0)).toBe(0);
    expect(delayMs(1, hint, limits, half)).toBe(250);
  });

  test("the wait has limits of its own, for connecting again", () => {
    expect(delayMs(1, 1000, undefined, half)).toBe(1250);
    expect(delayMs(1, Infinity, undefined, half)).toBe(Infinity);
    expect([1, 2, 3, 20].map((attempts) => delayMs(attempts, undefined, undefined, half))).toEqual([250, 500, 1000, 30_000]);
  });

  test("only a retry costs a token", () => {
    const budget = createRetryBudget({ start: 5 });
    for (const [changed, expected] of [
      [{ policy: "never" }, 5],
      [{ afterMs: 1e9 }, 5],
      [{}, 4],
    ] as const) {
      decideRetry({ ...advice, ...changed }, state, limits, budget, half);
      expect(budget.tokens).toBe(expected);
    }
  });
});

describe("properties", () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const anyNumber = fc.oneof(fc.double(), fc.constantFrom(0, -0, NaN, Infinity, -Infinity, -1, 2 ** 31, 9e15));

  test("a wait is a number from 0 to one and a half of the cap, and never less than the hint, whatever the hint is", () => {
    fc.assert(
      fc.property(anyNumber, chance, fc.integer({ min: 1, max: 2000 }), (afterMs, random, attempts) => {
        const many = { ...limits, attempts: Infinity };
        const decision = decideRetry({ ...advice, afterMs }, { ...state, attempts }, many, createRetryBudget({ start: 1 }), () => random);
        if (!decision.retry) return decision.stoppedBy === "hint_above_cap" && !(afterMs <= limits.maxDelayMs);
        return decision.delayMs >= Math.max(0, afterMs) && decision.delayMs <= 1.5 * limits.maxDelayMs;
      }),
    );
  });

  test("a longer hint never gives a shorter wait", () => {
    const hint = fc.double({ min: 0, max: 60_000, noNaN: true });
    fc.assert(
      fc.property(hint, hint, chance, fc.integer({ min: 1, max: 50 }), fc.boolean(), (one, other, random, attempts, isLimiter) => {
        const [short, long] = one < other ? [one, other] : [other, one];
        return delayMs(attempts, short, limits, () => random, isLimiter) <= delayMs(attempts, long, limits, () => random, isLimiter);
      }),
    );
  });

  test("never more attempts than allowed, with any failures", () => {
    const policies = fc.constantFrom("never", "once", "backoff", "after_change");
    fc.assert(
      fc.property(fc.array(policies, { minLength: 20 }), fc.integer({ min: 1, max: 10 }), (failures, most) => {
        const budget = createRetryBudget({ start: 100, capacity: 100 });
        let attempts = 1;
        for (const policy of failures) {
          const decision = decideRetry({ ...advice, policy }, { ...state, attempts }, { ...limits, attempts: most }, budget, half);
          if (!decision.retry) break;
          attempts++;
        }
        return attempts <= most;
      }),
    );
  });
});
