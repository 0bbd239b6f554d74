import { defineConfig } from "vitest/config";
import { test } from "../../vitest.base.js";

// Some answers are megabytes large, and machines differ. It bounds a hang; nothing else depends on it.
export default defineConfig({ test: { ...test, testTimeout: 60_000, hookTimeout: 60_000 } });
