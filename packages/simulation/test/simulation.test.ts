import { seededRandom } from "@scai-errors/workspace/random";
import { describe, expect, it } from "vitest";
import { simulate } from "../src/engine.js";
import { policies } from "../src/policies.js";
import { missedTargets, tablesOf } from "../src/report.js";
import { shortScenarios } from "../src/scenarios.js";
import { poisson } from "../src/poisson.js";
import { servedOf } from "../src/engine.js";

const ours = policies.find(({ name }) => name === "@scai-errors/fetch");
const naive = policies.find(({ name }) => name.startsWith("naive"));
const none = policies.find(({ name }) => name === "no retry");
const aws = policies.find(({ name }) => name.startsWith("AWS"));

describe("a short, seeded run with the real policy", () => {
  for (const scenario of shortScenarios) {
    it(`keeps the targets in a ${scenario.name}`, { timeout: 180_000 }, async () => {
      if (!ours || !none) throw new Error("the policies are gone");
      const [withOurs, withNone] = await Promise.all([simulate(ours, scenario, 1), simulate(none, scenario, 1)]);
      expect(missedTargets([{ scenario, policy: "@scai-errors/fetch", outcome: withOurs }])).toEqual([]);
      expect(withOurs.amplification).toBeLessThanOrEqual(1.4);
      expect(withOurs.recoverySeconds).toBeLessThanOrEqual(1);
      expect(withOurs.successRate).toBeGreaterThan(withNone.successRate - 0.01);
    });
  }

  it("shows the storm that naive retries make, so that the model can tell good from bad", { timeout: 180_000 }, async () => {
    const [scenario] = shortScenarios;
    if (!scenario || !naive || !aws) throw new Error("the scenarios are gone");
    const outcome = await simulate(naive, scenario, 1);
    expect(outcome.amplification).toBeGreaterThan(3.9);
    expect(outcome.recoverySeconds).toBe(Infinity);
    expect((await simulate(aws, scenario, 1)).amplification).toBeGreaterThan(1.9);
  });

  it("gives the same outcome for the same seed", { timeout: 180_000 }, async () => {
    const [scenario] = shortScenarios;
    if (!scenario || !ours) throw new Error("the scenarios are gone");
    expect(await simulate(ours, scenario, 7)).toEqual(await simulate(ours, scenario, 7));
  });
});

describe("the report", () => {
  it("says which target is missed, and by how much", () => {
    const [scenario] = shortScenarios;
    if (!scenario) throw new Error("the scenarios are gone");
    const outcome = { amplification: 2, recoverySeconds: Infinity, successRate: 0.5, successRateInTrigger: 0.25, peak: 3, load: [] };
    const result = { scenario, policy: "@scai-errors/fetch", outcome };
    expect(missedTargets([result])).toEqual([
      "brownout, 20,000 clients: amplification is 2.00, and may be 1.4.",
      "brownout, 20,000 clients: recovery is never, and may be 1 s.",
    ]);
    expect(tablesOf([result])).toMatchInlineSnapshot(`
      "brownout, 20,000 clients
      policy              amplification  recovery  success  success in it  peak
      @scai-errors/fetch           2.00     never   50.0 %         25.0 %  3.00"
    `);
  });
});

describe("the model", () => {
  it("serves all that fits, and less the more it has to reject", () => {
    expect(servedOf(100, 100)).toBe(100);
    expect(servedOf(200, 100)).toBeCloseTo((100 - 60) / 0.7);
    expect(servedOf(1000, 100)).toBe(0);
  });

  it("draws arrivals with the right mean, for few and for many", () => {
    const random = seededRandom(3);
    for (const expected of [0.5, 20, 850]) {
      const draws = Array.from({ length: 4000 }, () => poisson(expected, random));
      expect(draws.reduce((total, value) => total + value, 0) / draws.length / expected).toBeCloseTo(1, 1);
    }
  });
});
