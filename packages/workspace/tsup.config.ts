import { mkdirSync, writeFileSync } from "node:fs";
import { defineConfig } from "tsup";
import { program } from "../../tsup.base.js";
import manifest from "./package.json" with { type: "json" };
import { generatedModules } from "./src/generate.js";
import { workspacePackages } from "./src/packages.js";

const generated = new URL("generated/", import.meta.url);
mkdirSync(generated, { recursive: true });
for (const [file, source] of Object.entries(generatedModules(workspacePackages))) writeFileSync(new URL(file, generated), source);

// A file for every entry of the manifest.
export default defineConfig({
  ...program,
  entry: Object.fromEntries(Object.entries(manifest.exports).map(([entry, { types }]) => [entry.slice("./".length), types])),
});
