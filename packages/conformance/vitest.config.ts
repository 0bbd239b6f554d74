import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup/packed.ts"],
    // Compilers and package managers run in these tests; more of them at once than processors only makes each slower.
    maxConcurrency: 2,
    // A compiler takes seconds on an idle machine, and a minute on one that builds everything else meanwhile.
    testTimeout: 180_000,
    typecheck: {
      enabled: true,
      checker: "../../node_modules/typescript/bin/tsc",
      include: ["test/**/*.test-d.ts"],
      tsconfig: "./tsconfig.json",
    },
  },
});
