// Adds up the test reports of all packages and prints "N passed, N failed". Its arguments are the steps that failed: where they left no failing
// test behind (a type error, a crash, a lint finding), each counts as one, since a gate must never say "0 failed" about a failure.
import { existsSync, readFileSync } from "node:fs";
import { packages } from "./packages.mjs";

const steps = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const { folder, path, manifest } of packages) {
  if (manifest.scripts?.test === undefined) continue;
  const report = `${path}/reports/tests.json`;
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, "utf8"));
    passed += numPassedTests;
    failed += success ? numFailedTests : Math.max(1, numFailedTests);
  } else {
    console.log(`packages/${folder} left no test report; see the output of its tests.`);
    failed += 1;
  }
}

failed += steps.filter((step) => step !== "test" || failed === 0).length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
