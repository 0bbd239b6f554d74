import all from "./stryker.config.mjs";

// What decides about retrying, and what reads headers: no mutant of these files survives.
export default {
  ...all,
  mutate: [
    "classify",
    "codes",
    "headers",
    "http-date",
    "kinds",
    "numbers",
    "rate-limit",
    "retry-after",
    "status-of-kind",
    "transport-error",
  ].map((name) => `src/${name}.ts`),
  jsonReporter: { fileName: "reports/mutation/deciding.json" },
  incrementalFile: "reports/mutation/deciding-incremental.json",
  thresholds: { high: 100, low: 100, break: 100 },
};
