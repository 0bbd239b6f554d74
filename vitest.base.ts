import { fileURLToPath } from "node:url";
import type { ViteUserConfig } from "vitest/config";

/** How every package is tested: run-time tests, and tests of types by the compiler that the packages are built with. */
export const test: NonNullable<ViteUserConfig["test"]> = {
  include: ["test/**/*.test.ts"],
  // Against hanging only: nothing waits for a clock, but properties run thousands of times, child processes take theirs, and machines are busy.
  testTimeout: 60_000,
  setupFiles: [fileURLToPath(new URL("vitest.setup.ts", import.meta.url))],
  typecheck: {
    enabled: true,
    // By file: several compilers are installed, and which of them `tsc` is depends on the order of their names.
    checker: "../../node_modules/typescript/bin/tsc",
    include: ["test/**/*.test-d.ts"],
    tsconfig: "./tsconfig.json",
  },
};
