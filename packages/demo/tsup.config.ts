import { defineConfig } from "tsup";

export default defineConfig({
  entry: { main: "src/main.ts", demo: "src/demo.ts" },
  format: ["esm"],
  // Everything is called as it was built and as users get it, not as a copy within the demo.
  skipNodeModulesBundle: true,
  splitting: true,
  clean: true,
  target: "es2022",
});
