import { defineConfig } from "vitest/config";
import { test } from "../../vitest.base.js";

export default defineConfig({
  test: {
    ...test,
    globalSetup: ["test/setup/packed.ts"],
    // Compilers and package managers run in these tests; more of them at once than processors only makes each slower.
    maxConcurrency: 2,
    // A compiler takes seconds on an idle machine, and a minute on one that builds everything else meanwhile.
    testTimeout: 180_000,
  },
});
