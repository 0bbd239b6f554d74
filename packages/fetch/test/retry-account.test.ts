import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RetryAccount } from "../src/retry-account.js";
import { createRetryBudget } from "../src/retry-budget.js";

describe("what a call takes and gives back", () => {
  const withAccount = (steps: (account: RetryAccount) => void, start = 3): number => {
    const budget = createRetryBudget({ start });
    steps(new RetryAccount(budget));
    return budget.tokens;
  };

  test.each<[string, number, (account: RetryAccount) => void]>([
    ["a success without a retry earns a fifth", 3.2, (account) => account.succeeded()],
    [
      "a retry that fails is spent",
      2,
      (account) => {
        account.take();
        account.sent();
        account.failed();
        account.close();
      },
    ],
    [
      "a retry that was never sent comes back",
      3,
      (account) => {
        account.take();
        account.close();
      },
    ],
    [
      "a retry that was sent does not come back when the call is aborted",
      2,
      (account) => {
        account.take();
        account.sent();
        account.close();
      },
    ],
    [
      "a retry that succeeds comes back, and earns a fifth",
      3.2,
      (account) => {
        account.take();
        account.sent();
        account.succeeded();
        account.close();
      },
    ],
    [
      "of two retries, the one that failed is spent",
      2.2,
      (account) => {
        account.take();
        account.sent();
        account.failed();
        account.take();
        account.sent();
        account.succeeded();
      },
    ],
    [
      "nothing comes back twice",
      3,
      (account) => {
        account.take();
        account.close();
        account.close();
      },
    ],
    [
      "what was not taken does not come back",
      3,
      (account) => {
        account.sent();
        account.failed();
        account.close();
      },
    ],
    [
      "a retry that costs nothing, after one that was spent, gives nothing back",
      2.2,
      (account) => {
        account.take();
        account.sent();
        account.failed();
        account.sent();
        account.succeeded();
      },
    ],
    [
      "a retry that costs nothing gives nothing back",
      3.2,
      (account) => {
        account.sent();
        account.succeeded();
      },
    ],
  ])("%s", (_, tokens, steps) => {
    expect(withAccount(steps)).toBeCloseTo(tokens, 9);
  });

  test("tells whether there was a retry to take", () => {
    const account = new RetryAccount(createRetryBudget({ start: 1 }));
    expect(account.take()).toBe(true);
    account.failed();
    expect(account.take()).toBe(false);
  });

  test("an empty budget gives nothing back", () => {
    expect(
      withAccount((account) => {
        account.take();
        account.sent();
        account.succeeded();
      }, 0),
    ).toBeCloseTo(0.2, 9);
  });

  test("whatever calls do, a budget never has more than its calls earned", () => {
    const ends = fc.array(fc.constantFrom("succeeds", "fails", "is aborted in the wait", "is aborted when sent"), { maxLength: 50 });
    fc.assert(
      fc.property(ends, (calls) => {
        const budget = createRetryBudget({ start: 3 });
        let successes = 0;
        for (const end of calls) {
          const account = new RetryAccount(budget);
          account.sent();
          account.failed();
          account.take();
          if (end !== "is aborted in the wait") account.sent();
          if (end === "succeeds") {
            account.succeeded();
            successes++;
          }
          if (end === "fails") account.failed();
          account.close();
        }
        return budget.tokens >= 0 && budget.tokens <= Math.min(10, 3 + 0.2 * successes) + 1e-9;
      }),
    );
  });
});
