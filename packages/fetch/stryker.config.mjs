// Mutation testing of what decides about retries. Not part of CI. What survives is one mutant that changes nothing: a hint of 0 is 0 either way.
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts" },
  mutate: ["src/backoff.ts", "src/retry-account.ts", "src/retry-budget.ts", "src/retry-line.ts", "src/retry-policy.ts"],
  reporters: ["clear-text"],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  concurrency: 1,
  timeoutMS: 10_000,
  thresholds: { high: 100, low: 95, break: 95 },
};
