import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What importing a package adds to an empty module. */
export interface StartupRow {
  readonly name: string;
  /** Milliseconds inside `import()`, less those of an empty module in the same round; the median over the rounds. */
  readonly ms: number;
  readonly least: number;
  readonly most: number;
}

const PACKAGES = [
  "@scai-errors/scaigrid",
  "@scai-errors/dns",
  "@scai-errors/fetch",
  "@octokit/request-error",
  "zod/mini",
  "ofetch",
  "ky",
  "openai",
  "stripe",
];

function importTime(specifier: string, cwd: string): number {
  const script = `const start = performance.now(); await import(${JSON.stringify(specifier)}); process.stdout.write(String(performance.now() - start));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`Importing ${specifier} failed: ${stderr}`);
  return Number(stdout);
}

/** Imports each package in a fresh process per round, in turns with an empty module. */
export function measureStartup(rounds: number): StartupRow[] {
  const folder = mkdtempSync(join(tmpdir(), "scai-errors-startup-"));
  try {
    const empty = join(folder, "empty.mjs");
    writeFileSync(empty, "export {};\n");
    const times = new Map<string, number[]>(PACKAGES.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, values] of times) values.push(importTime(name, process.cwd()) - importTime(empty, process.cwd()));
    }
    return [...times].map(([name, values]) => {
      const sorted = values.sort((one, other) => one - other);
      return { name, ms: sorted[Math.floor(sorted.length / 2)] ?? NaN, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
