import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Against hanging only: child processes take their time on a machine that is busy with other packages' tests.
    testTimeout: 60_000,
    typecheck: {
      enabled: true,
      checker: "../../node_modules/typescript/bin/tsc",
      include: ["test/**/*.test-d.ts"],
      tsconfig: "./tsconfig.json",
    },
  },
});
