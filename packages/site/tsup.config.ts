import { defineConfig } from "tsup";
import { program } from "../../tsup.base.js";

// Into lib: dist is the site itself.
export default defineConfig({ ...program, entry: { main: "src/main.ts", site: "src/build-site.ts" }, outDir: "lib" });
