import { defineConfig } from "vitest/config";
import { test } from "../../vitest.base.js";

// Nothing waits here, but some tests do a thing ten thousand times, and machines are shared.
export default defineConfig({ test: { ...test, testTimeout: 60_000 } });
