// Mutation testing: see CONTRIBUTING.md. Not part of CI.
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts" },
  mutate: ["src/**/*.ts", "!src/index.ts", "!src/schema.ts", "!src/code-docs.ts", "!src/docs.ts", "!src/retry.ts"],
  reporters: ["clear-text", "json", "progress-append-only"],
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  warnings: { slow: false },
  concurrency: 2,
  // Endless loops are found by counting. On a busy machine, all of the tests take their time, and a mutant that they do not find is not to pass for one that hangs.
  timeoutMS: 60_000,
  thresholds: { high: 96, low: 96, break: 96 },
};
