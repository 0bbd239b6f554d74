import { defineConfig } from "vitest/config";
import { test } from "../../vitest.base.js";

// A whole demo runs in some of the tests, twice in one of them, and machines are busy.
export default defineConfig({ test: { ...test, testTimeout: 180_000 } });
