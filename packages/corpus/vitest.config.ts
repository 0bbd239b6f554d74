import { defineConfig } from "vitest/config";
import { test } from "../../vitest.base.js";

// Some answers are megabytes large, and are made before the tests.
export default defineConfig({ test: { ...test, hookTimeout: 60_000 } });
