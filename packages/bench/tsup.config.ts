import { defineConfig } from "tsup";
import { program } from "../../tsup.base.js";

export default defineConfig({ ...program, entry: { plot: "src/plot.ts", proof: "src/proof.ts", measure: "src/time/measure.ts" } });
