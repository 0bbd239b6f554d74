import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup/packed.ts"],
    // Compilers and package managers run in these tests; more of them at once than processors only makes each slower.
    maxConcurrency: 2,
    testTimeout: 60_000,
    typecheck: {
      enabled: true,
      checker: "../../node_modules/typescript/bin/tsc",
      include: ["test/**/*.test-d.ts"],
      tsconfig: "./tsconfig.json",
    },
  },
});
