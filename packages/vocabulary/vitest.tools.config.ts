import { defineConfig } from "vitest/config";
import usual from "./vitest.config.js";

// What needs a tool of tools/ to be installed, and so does not run with everybody's tests.
export default defineConfig({ ...usual, test: { ...usual.test, include: ["test/**/*.tool.ts"] } });
