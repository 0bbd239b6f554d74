import { defineConfig } from "vitest/config";

// The tests without the types (a mutant that does not compile is the compiler's to find, and would cost seconds each) and without those that read files.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], exclude: ["test/readme.test.ts"] },
});
