import { services } from "@scai-errors/workspace/services";
import { expect, it } from "vitest";
import { oddReport } from "../src/report.js";

function asItIs(text: string): string {
  return text;
}

it("shows one wait where services read a date at two moments", () => {
  const errors = services.map((service, at) => service.decode({ status: 503, headers: { "retry-after": `${120 - at}` } }));
  const outcomes = [{ name: "problem-503", status: "503", errors, calls: errors.length, mismatches: [] }];
  const style = { title: asItIs, quiet: asItIs, good: asItIs, bad: asItIs };
  expect(oddReport(outcomes, style)).toMatch(/ {2}backoff, 120 s {2}(?!.*backoff)/);
});
