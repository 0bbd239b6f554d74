import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RetryBudget, createRetryBudget } from "../src/retry-budget.js";

describe("a retry budget", () => {
  test("starts with one retry, earns a fifth for each success, and holds ten", () => {
    const budget = createRetryBudget();
    expect(budget.tokens).toBe(1);
    expect(budget.take()).toBe(true);
    expect(budget.take()).toBe(false);
    for (let successes = 0; successes < 5; successes++) budget.succeeded();
    expect(budget.take()).toBe(true);
    for (let successes = 0; successes < 1000; successes++) budget.succeeded();
    expect(budget.tokens).toBe(10);
  });

  test("a retry that was not sent comes back", () => {
    const budget = createRetryBudget();
    budget.take();
    budget.giveBack();
    expect(budget.tokens).toBe(1);
  });

  test.each([{ capacity: -1 }, { start: NaN }, { perSuccess: -0.1 }])("refuses %o with a sentence", (options) => {
    expect(() => createRetryBudget(options)).toThrow(/^A retry budget's \w+ is a number of retries, 0 or more\.$/);
  });

  test.each(Array.from({ length: 30 }, (_, at) => at + 1))("%i successes that earn as many parts of a retry are one", (parts) => {
    const budget = createRetryBudget({ start: 0, perSuccess: 1 / parts });
    for (let successes = 1; successes < parts; successes++) budget.succeeded();
    expect(budget.take()).toBe(false);
    budget.succeeded();
    expect(budget.take()).toBe(true);
    expect(budget.tokens).toBeGreaterThanOrEqual(0);
    expect(budget.take()).toBe(false);
  });

  test("can begin and stay with nothing", () => {
    const budget = createRetryBudget({ start: 0, capacity: 0, perSuccess: 0 });
    budget.succeeded();
    expect(budget.take()).toBe(false);
  });

  test("can be switched off by a start without end", () => {
    const budget = createRetryBudget({ start: Infinity, capacity: Infinity });
    for (let retries = 0; retries < 100; retries++) expect(budget.take()).toBe(true);
  });
});

/** What the budget should hold, and the retries that are on their way. */
interface Model {
  /** In fifths, which are whole numbers. */
  fifths: number;
  taken: number;
}

class Take implements fc.Command<Model, RetryBudget> {
  check = (): boolean => true;
  run(model: Model, budget: RetryBudget): void {
    const enough = model.fifths >= 5;
    expect(budget.take()).toBe(enough);
    if (!enough) return;
    model.fifths -= 5;
    model.taken++;
  }
  toString = (): string => "take";
}

class GiveBack implements fc.Command<Model, RetryBudget> {
  check = (model: Readonly<Model>): boolean => model.taken > 0;
  run(model: Model, budget: RetryBudget): void {
    budget.giveBack();
    model.taken--;
    model.fifths = Math.min(50, model.fifths + 5);
  }
  toString = (): string => "give back";
}

class Succeed implements fc.Command<Model, RetryBudget> {
  check = (): boolean => true;
  run(model: Model, budget: RetryBudget): void {
    budget.succeeded();
    model.fifths = Math.min(50, model.fifths + 1);
  }
  toString = (): string => "succeed";
}

test("G109 tokens stay between 0 and the capacity and none is lost or made, in any order of takes, returns and successes", () => {
  fc.assert(
    fc.property(
      fc.commands([fc.constant(new Take()), fc.constant(new GiveBack()), fc.constant(new Succeed())], { maxCommands: 200 }),
      (commands) => {
        const real = createRetryBudget();
        const model: Model = { fifths: 5, taken: 0 };
        fc.modelRun(() => ({ model, real }), commands);
        expect(real.tokens).toBeCloseTo(model.fifths / 5, 9);
        expect(real.tokens).toBeGreaterThanOrEqual(0);
        expect(real.tokens).toBeLessThanOrEqual(10);
      },
    ),
  );
});
