import type { Service, ServiceError } from "@scai-errors/core";
import { type Expectation, type Outcome, outcomeFor } from "../src/case.js";
import { expect } from "vitest";

/** Fails where an error is not what the case says. */
export function expectOutcome(error: ServiceError, expectation: Expectation, service: Service): void {
  const { issueCount, message, policy, afterMs, rateLimit, ...same } = outcomeFor(expectation, service);
  const expected = outcomeFor(expectation, service);
  const found: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = { ...same };
  for (const field of Object.keys(same) as (keyof typeof same & keyof Outcome)[]) found[field] = error[field];
  if ("afterMs" in expected) {
    wanted.afterMs = afterMs;
    found.afterMs = error.retry.afterMs;
  }
  if ("rateLimit" in expected) {
    wanted.rateLimit = service.wire.rateLimit === undefined ? undefined : rateLimit;
    found.rateLimit = error.rateLimit;
  }
  if (policy) {
    wanted.policy = policy;
    found.policy = error.retry.policy;
  }
  if (issueCount !== undefined) {
    wanted.issueCount = issueCount;
    found.issueCount = error.issues.length;
  }
  if (message !== undefined) {
    wanted.message = typeof message === "string" ? message : expect.stringMatching(message);
    found.message = error.message;
  }
  expect(found).toMatchObject(wanted);
}
