// Runs the golden script on every runtime that can be had here and compares its lines with golden.txt. Exits with 1 where lines differ, and names
// the runtimes that were not found: a check that skips in silence looks like one that passed.
import { readFileSync, writeFileSync } from "node:fs";
import { NotFound, runtimes } from "./runtimes.mjs";

const goldenFile = new URL("golden.txt", import.meta.url);
const [first] = runtimes;
if (process.argv.includes("--update")) writeFileSync(goldenFile, await first.run("mjs"));

/** All of the golden lines, and those before the blank one, which need nothing but the language. */
const golden = readFileSync(goldenFile, "utf8").trim();
const linesFor = { platform: golden.split("\n"), language: golden.split("\n\n")[0].split("\n") };
const results = [];
for (const runtime of runtimes) {
  const expected = linesFor[runtime.needs ?? "platform"];
  for (const format of runtime.formats) {
    try {
      const actual = (await runtime.run(format)).trim().split("\n");
      const differing = expected.flatMap((line, at) => (line === actual[at] ? [] : [`  expected ${line}\n  but got  ${actual[at]}`]));
      results.push({
        name: runtime.name,
        format,
        result: differing.length === 0 && actual.length === expected.length ? "passed" : "FAILED",
        differing,
      });
    } catch (error) {
      const isAbsent = error instanceof NotFound;
      results.push({
        name: runtime.name,
        format,
        result: isAbsent ? "not found" : "FAILED",
        differing: [`  ${isAbsent ? error.message : (error.stderr ?? error)}`],
      });
    }
  }
}
for (const { name, format, result, differing } of results) {
  console.log(`${result.padEnd(9)}  ${name}, ${format}`);
  for (const text of differing.slice(0, 5)) console.log(text);
}
const count = (wanted) => results.filter(({ result }) => result === wanted).length;
console.log(
  `\n${count("passed")} passed, ${count("FAILED")} failed, ${count("not found")} not found; ${linesFor.platform.length - 1} lines, of which ${linesFor.language.length} need nothing but the language.`,
);
if (process.argv.includes("--json")) writeFileSync(new URL("../.cache/runtimes.json", import.meta.url), JSON.stringify(results));
if (count("FAILED") > 0) process.exitCode = 1;
