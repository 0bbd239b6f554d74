import { defineConfig } from "tsup";

// Into lib: dist is the site itself.
export default defineConfig({
  entry: { main: "src/main.ts", site: "src/build-site.ts" },
  outDir: "lib",
  format: ["esm"],
  target: "node20",
  clean: true,
  splitting: true,
  skipNodeModulesBundle: true,
});
