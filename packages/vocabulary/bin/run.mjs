// Starts a TypeScript file of this package without a build: `node packages/vocabulary/bin/run.mjs <file> <arguments>`.
import { register } from "node:module";

register("./typescript-hooks.mjs", import.meta.url);
const { main } = await import("../src/cli.ts");
await main(process.argv.slice(2));
