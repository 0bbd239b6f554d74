import { defineConfig } from "vitest/config";
import { test } from "../../vitest.base.js";

// Against hanging only: child processes take their time on a machine that is busy with other packages' tests.
export default defineConfig({ test: { ...test, testTimeout: 60_000 } });
