// Prints the golden lines from the ESM build. Runs on any runtime that resolves packages from node_modules.
import { lines } from "./lines.mjs";

console.log(await lines());
