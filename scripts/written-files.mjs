// What the scripts that write parts of files have in common: with --check they write nothing, say which files differ, and fail.
import { readFileSync, writeFileSync } from "node:fs";
import { root } from "./packages.mjs";

/**
 * Writes texts into the files that differ from them, or says which do.
 * @param texts pairs of the path of a file, from the repository's folder, and its text
 * @param what is said of those that differ, before their names, and how they are written
 */
export function writeOrCheck(texts, { complaint, remedy }) {
  const differing = [...texts].filter(([file, text]) => readFileSync(root + file, "utf8") !== text);
  if (!process.argv.includes("--check")) {
    for (const [file, text] of differing) {
      writeFileSync(root + file, text);
      console.log(`Wrote ${file}`);
    }
  } else if (differing.length > 0) {
    console.error(`${complaint}: ${differing.map(([file]) => file).join(", ")}. ${remedy}`);
    process.exitCode = 1;
  }
}
