import { defineConfig } from "vitest/config";
import { test } from "../../vitest.base.js";

// Properties are run as often as FC_RUNS says, and what is a million members long takes its time on a busy machine.
export default defineConfig({ test: { ...test, testTimeout: 120_000 } });
