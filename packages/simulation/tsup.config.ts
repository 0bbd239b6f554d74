import { defineConfig } from "tsup";

// Run, never published: ESM for the Node that builds it.
export default defineConfig({
  entry: { simulate: "src/simulate.ts" },
  format: ["esm"],
  target: "node20",
  clean: true,
  skipNodeModulesBundle: true,
});
