import { defineConfig } from "vitest/config";

// The tests without the types: a mutant that does not compile is found by the compiler anyway, and would cost seconds each.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"] },
});
