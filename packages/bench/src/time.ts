import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./median.js";
import { samples } from "./time/answers.js";
import type { Timing } from "./time/measure.js";

/** One measured case: medians over its processes. */
export interface TimeRow {
  readonly kind: string;
  readonly name: string;
  /** Nanoseconds per operation. */
  readonly time: number;
  readonly floor: number;
  /** Median of the ratios that each process measured within itself; the smallest and the largest beside it. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
  /** The most that the ratio may be; undefined for peers. */
  readonly target: number | undefined;
}

const CASES: readonly (readonly [kind: string, names: readonly string[], target: number | undefined])[] = [
  ["decode", Object.keys(samples), 1.25],
  ["describe", ["scaigrid", "dns"], 1 / 3],
  ["response", Object.keys(samples), 1.15],
  ["vocabulary", ["100", "1000"], 1.1],
  ["peer", ["openai", "stripe", "octokit", "connect", "zod safeParse"], undefined],
  ["peer-response", ["ky", "ofetch", "openai", "stripe", "octokit"], undefined],
];

/** A list of problems costs more than its floor, which does not make issues of it. */
const LIST_TARGET = 1.4;

/** Measures every case in processes of its own, all cases once before any of them twice. */
export function measureTimes(
  rounds: number,
  onProgress: (done: number, total: number, label: string) => void = () => undefined,
): TimeRow[] {
  const script = fileURLToPath(new URL("measure.js", import.meta.url));
  const all = CASES.flatMap(([kind, names, target]) => names.map((name) => ({ kind, name, target, timings: [] as Timing[] })));
  for (let round = 0; round < rounds; round++) {
    for (const [at, { kind, name, timings }] of all.entries()) {
      onProgress(round * all.length + at, rounds * all.length, `${kind} ${name}`);
      timings.push(JSON.parse(execFileSync(process.execPath, [script, kind, name], { encoding: "utf8" })) as Timing);
    }
  }
  return all.map(({ kind, name, target, timings }) => {
    const ratios = timings.map(({ time, floor }) => time / floor);
    return {
      kind,
      name,
      time: median(timings.map(({ time }) => time)),
      floor: median(timings.map(({ floor }) => floor)),
      ratio: median(ratios),
      least: Math.min(...ratios),
      most: Math.max(...ratios),
      target: kind === "decode" && samples[name]?.isList ? LIST_TARGET : target,
    };
  });
}
