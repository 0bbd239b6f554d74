import { defineConfig } from "tsup";

// Run, never published: ESM for the Node that builds it.
export default defineConfig({
  entry: { plot: "src/plot.ts", proof: "src/proof.ts", measure: "src/time/measure.ts" },
  format: ["esm"],
  target: "node20",
  clean: true,
  splitting: true,
  skipNodeModulesBundle: true,
});
