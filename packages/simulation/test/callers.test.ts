import { describe, expect, it } from "vitest";
import { callerClients, oursByDefault, oursInLine } from "../src/caller-clients.js";
import { type CallerResult, missedBars } from "../src/callers-report.js";
import { type CallerScenario, callerScenarios, runCallers } from "../src/callers.js";

const scenario = (name: string): CallerScenario => {
  const found = callerScenarios.find((one) => one.name === name);
  if (!found) throw new Error(`There is no scenario "${name}".`);
  return found;
};

async function resultsOf(one: CallerScenario, clients = callerClients): Promise<CallerResult[]> {
  const results: CallerResult[] = [];
  // One after the other, because each replaces the clock.
  for (const client of clients) results.push({ scenario: one, client: client.name, outcome: await runCallers(one, client, 1) });
  return results;
}

describe("the caller's side, seeded, with the real clients", () => {
  it.each(["a first burst of 17", "a batch of 200"])("%s: ours reaches its bar, beside its peers", async (name) => {
    const results = await resultsOf(scenario(name));
    expect(results).toHaveLength(callerClients.length);
    expect(missedBars(results)).toEqual([]);
  });

  it.each(["single calls", "cold starts", "steady", "a drain, 3 calls a second"])("%s: ours reaches its bar", async (name) => {
    expect(missedBars(await resultsOf(scenario(name), [oursByDefault]))).toEqual([]);
  });

  it("nobody comes back earlier than asked, in a line or not", async () => {
    for (const one of callerScenarios.filter(({ name }) => /burst|batch|at once|drain/.test(name))) {
      for (const { outcome } of await resultsOf(one, [oursByDefault, oursInLine])) expect(outcome.early).toBe(0);
    }
  });

  it("nobody is starved: 200 calls at once are all let in, in the shortest time that the limiter allows", async () => {
    const { succeeded, seconds } = await runCallers(scenario("200 at once"), oursInLine, 1);
    expect(succeeded).toBe(200);
    expect(seconds).toBeLessThan(1.1 * 19);
  });

  it("without a budget on hints a busy client would outlive a drain", async () => {
    const [free, withBudget] = await resultsOf(
      scenario("a drain, 50 calls a second"),
      callerClients.filter(({ name }) => name === "if every hint were free" || name === oursByDefault.name),
    );
    expect(free?.outcome.succeeded).toBe(3000);
    expect(withBudget?.outcome.succeeded).toBeLessThan(2900);
  });

  it("gives the same outcome for the same seed", async () => {
    expect(await runCallers(scenario("single calls"), oursByDefault, 7)).toEqual(
      await runCallers(scenario("single calls"), oursByDefault, 7),
    );
  });

  it("says which bar is missed, and by how much", () => {
    const outcome = { calls: 200, succeeded: 100, requests: 300, refused: 250, seconds: 40, early: 1 };
    const batch = scenario("a batch of 200");
    const peer = { scenario: batch, client: "ky", outcome };
    expect(missedBars([{ scenario: batch, client: oursInLine.name, outcome }, peer])).toEqual([
      "a batch of 200, @scai-errors/fetch, patienceMs 60,000: 1 retries came earlier than asked.",
      "a batch of 200, @scai-errors/fetch, patienceMs 60,000: 50.0 % succeed, and 100.0 % have to.",
      "a batch of 200, @scai-errors/fetch, patienceMs 60,000: it takes 40.0 s, and may take 24.7 s.",
      "a batch of 200, @scai-errors/fetch, patienceMs 60,000: 250 requests are refused, and a peer has 250.",
    ]);
  });
});
