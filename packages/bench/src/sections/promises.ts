import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { markdownTable } from "@scai-errors/workspace/table";
import { type Progress, type Section } from "../proof-page.js";

const PROMISES = [
  {
    promise: "Every hostile and recorded answer yields the service's own error, with the status kept and every field inside its type",
    name: "corpus",
  },
  { promise: "The readers hold their properties for any bytes, any JSON, any header", name: "core" },
  { promise: "Codes, docs, schemas, ids, kinds and compilers agree across packages; packages install alone", name: "conformance" },
  { promise: "Retries come when the service allows them and never earlier", name: "fetch" },
  { promise: "A change of a vocabulary is a release decision", name: "vocabulary" },
];

/** The tests of a package as the promise they prove: how many ran, and how many failed. */
function runTests(name: string): readonly [passed: number, failed: number] {
  const { stdout } = spawnSync("npx", ["vitest", "run", "--reporter=json"], {
    cwd: resolve("..", name),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const json = JSON.parse(stdout.slice(stdout.indexOf("{"))) as { numPassedTests: number; numFailedTests: number };
  return [json.numPassedTests, json.numFailedTests];
}

function measure(progress: Progress): string {
  const rows = PROMISES.map(({ promise, name }) => {
    progress(`tests of ${name}`);
    const [passed, failed] = runTests(name);
    return [promise, `${passed} passed, ${failed} failed`, `\`npm test -w @scai-errors/${name}\``];
  });
  return markdownTable(["promise", "tests", "command"], rows);
}

export const promises: Section = { title: "Promises", name: "promises", measure };
