import { defineConfig } from "vitest/config";
import { test } from "../../vitest.base.js";

export default defineConfig({ test });
