import { defineConfig } from "vitest/config";

// The tests of the files that are mutated, without the types: a mutant that does not compile is the compiler's to find.
export default defineConfig({
  test: {
    include: ["test/{retry-account,retry-budget,retry-line,retry-policy}.test.ts"],
  },
});
