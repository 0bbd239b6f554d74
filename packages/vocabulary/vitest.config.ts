import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The working tree is what is judged, so the tests read it too, and not a build of it.
  resolve: { alias: [{ find: /^@scai-errors\/([^/]+)$/, replacement: fileURLToPath(new URL("../$1/src/index.ts", import.meta.url)) }] },
  test: {
    include: ["test/**/*.test.ts"],
    // Compilers and whole commands run in some of them.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
