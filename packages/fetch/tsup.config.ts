import { defineConfig } from "tsup";
import { build } from "../../tsup.base.js";

export default defineConfig(build({ index: "src/index.ts", sse: "src/sse.ts", opentelemetry: "src/opentelemetry.ts" }));
