// Writes golden.txt from what the first of the runtimes prints, which is the Node that runs this. Whether the others print the same, check.mjs says.
import { writeFileSync } from "node:fs";
import { runtimes } from "./runtimes.mjs";

const [first] = runtimes;
writeFileSync(new URL("golden.txt", import.meta.url), await first.run("mjs"));
