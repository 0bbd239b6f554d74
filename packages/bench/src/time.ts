import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./median.js";
import { type Sample, samples } from "./time/answers.js";
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

/** The goal of reading a text. A list costs more than its floor, which makes no issues of it, and so does finding a code in a message. */
function decodeTarget({ isList, service, code = "" }: Sample): number {
  if (isList) return 1.4;
  return service.codes[code]?.message === undefined ? 1.25 : 1.3;
}

interface Case {
  readonly kind: string;
  readonly name: string;
  readonly target: number | undefined;
}

function casesOf(kind: string, names: readonly string[], target?: number): readonly Case[] {
  return names.map((name) => ({ kind, name, target }));
}

const CASES: readonly Case[] = [
  ...Object.entries(samples).map(([name, sample]) => ({ kind: "decode", name, target: decodeTarget(sample) })),
  ...casesOf("describe", ["scaigrid", "dns"], 1 / 3),
  ...casesOf("response", Object.keys(samples), 1.15),
  ...casesOf("vocabulary", ["100", "1000"], 1.1),
  ...casesOf("peer", ["openai", "stripe", "octokit", "connect", "zod safeParse"]),
  ...casesOf("peer-response", ["ky", "ofetch", "openai", "stripe", "octokit"]),
];

/** Measures every case in processes of its own, all cases once before any of them twice. */
export function measureTimes(
  rounds: number,
  onProgress: (done: number, total: number, label: string) => void = () => undefined,
): TimeRow[] {
  const script = fileURLToPath(new URL("measure.js", import.meta.url));
  const all = CASES.map((one) => ({ ...one, timings: [] as Timing[] }));
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
      target,
    };
  });
}
