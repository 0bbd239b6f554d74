// Mutation testing of the decode pipeline, the header readers and the classification. Not part of CI: it takes minutes. See CONTRIBUTING.md.
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.config.ts" },
  mutate: ["src/**/*.ts", "!src/index.ts", "!src/schema.ts", "!src/code-docs.ts", "!src/docs.ts", "!src/retry.ts"],
  reporters: ["clear-text", "json", "progress"],
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  concurrency: 2,
  timeoutMS: 10_000,
  thresholds: { high: 95, low: 90, break: 90 },
};
