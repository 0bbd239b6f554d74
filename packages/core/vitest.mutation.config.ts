import { defineConfig } from "vitest/config";

// The tests without the types (a mutant that does not compile is the compiler's to find, and would cost seconds each) and without those that read files.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/readme.test.ts"],
    // A tenth of the usual runs of every property: each mutant has all of them to pass again, and the examples beside them kill most.
    env: { FC_RUNS: "100" },
  },
});
