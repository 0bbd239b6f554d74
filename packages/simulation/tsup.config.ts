import { defineConfig } from "tsup";
import { program } from "../../tsup.base.js";

export default defineConfig({ ...program, entry: { simulate: "src/simulate.ts" } });
