// Mutation testing of what decides about retries. Not part of CI. None survives.
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts" },
  mutate: ["src/backoff.ts", "src/retry-account.ts", "src/retry-budget.ts", "src/retry-line.ts", "src/retry-policy.ts"],
  reporters: ["clear-text"],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  concurrency: 1,
  timeoutMS: 10_000,
  thresholds: { high: 100, low: 100, break: 100 },
};
