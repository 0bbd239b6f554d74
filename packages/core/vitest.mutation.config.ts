import { defineConfig } from "vitest/config";

// Properties run a hundred times, which is what the library does if it is not told otherwise: each mutant has all of them to pass again, and the examples
// beside them kill most. The tests without the types (a mutant that does not compile is the compiler's to find, and would cost seconds each) and without those that read files.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/readme.test.ts"],
  },
});
