import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { services } from "@scai-errors/workspace/services";
import { toolFolder } from "@scai-errors/workspace/tools";
import { median } from "./median.js";

/** What importing a package takes longer than importing two empty ones. */
export interface StartupRow {
  readonly name: string;
  /** Milliseconds inside `import()`, less those of the empty packages in the same round; the median over the rounds. */
  readonly ms: number;
  readonly least: number;
  readonly most: number;
}

/** The services, which the goal is for. */
export const SERVICES = services.map(({ name }) => `@scai-errors/${name}`);

const OTHERS = ["@scai-errors/fetch", "@octokit/request-error", "zod/mini", "ofetch", "ky", "openai", "stripe"];

function importTime(specifier: string, cwd: string): number {
  const script = `const start = performance.now(); await import(${JSON.stringify(specifier)}); process.stdout.write(String(performance.now() - start));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`Importing ${specifier} failed: ${stderr}`);
  return Number(stdout);
}

/** Two packages that contain nothing, the one importing the other: the least that a service can cost that shares its core. */
export const EMPTY_PAIR = "two empty packages";

function writeEmptyPair(folder: string): void {
  for (const [name, source] of [
    ["pair", 'export { nothing } from "pair-core";\n'],
    ["pair-core", "export const nothing = 0;\n"],
  ] as const) {
    const to = join(folder, "node_modules", name);
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, "package.json"), JSON.stringify({ name, version: "1.0.0", type: "module", exports: { ".": "./index.js" } }));
    writeFileSync(join(to, "index.js"), source);
  }
}

/** Imports the two empty packages and then each package in turn, each in a fresh process, in every round. */
export function measureStartup(rounds: number, onProgress: (round: number) => void): StartupRow[] {
  const folder = mkdtempSync(join(tmpdir(), "scai-errors-startup-"));
  // Ours are found from there, too.
  const peers = toolFolder("bench-peers");
  try {
    writeEmptyPair(folder);
    const times = new Map<string, number[]>([...SERVICES, ...OTHERS].map((name) => [name, []]));
    for (let round = 1; round <= rounds; round++) {
      onProgress(round);
      const least = importTime("pair", folder);
      for (const [name, values] of times) values.push(importTime(name, peers) - least);
    }
    return [...times].map(([name, values]) => ({ name, ms: median(values), least: Math.min(...values), most: Math.max(...values) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
