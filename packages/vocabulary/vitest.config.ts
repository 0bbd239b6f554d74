import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const packages = fileURLToPath(new URL("../", import.meta.url));

export default defineConfig({
  // The working tree is what is judged, so the tests read it too, and not a build of it.
  resolve: {
    alias: [
      { find: /^@scai-errors\/([^/]+)$/, replacement: `${packages}$1/src/index.ts` },
      { find: /^@scai-errors\/([^/]+)\/([a-z-]+)$/, replacement: `${packages}$1/src/$2.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // Compilers and whole commands run in some of them.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
