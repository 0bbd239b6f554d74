import { defineConfig } from "vitest/config";
import { test } from "../../vitest.base.js";

export default defineConfig({ test: { ...test, include: ["test/**/*.test.mjs"], typecheck: { enabled: false } } });
