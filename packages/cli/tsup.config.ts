import { defineConfig } from "tsup";
import { build } from "../../tsup.base.js";

// A program and no library: nobody imports it, so it needs neither declarations nor CommonJS.
export default defineConfig({ ...build({ cli: "src/cli.ts" }), format: ["esm"], dts: false });
