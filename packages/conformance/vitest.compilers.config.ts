import { toolFolder } from "@scai-errors/workspace/tools";
import { defineConfig } from "vitest/config";
import usual from "./vitest.config.js";

// The older compilers are installed when this runs; everybody's tests compile with the two newest.
export default defineConfig({
  ...usual,
  test: {
    ...usual.test,
    include: ["test/compilers.test.ts"],
    typecheck: { enabled: false },
    env: { OLDER_COMPILERS: toolFolder("compilers") },
  },
});
