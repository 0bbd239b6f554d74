import * as crypto from "node:crypto";
import { compileFunction } from "node:vm";
import { type CodeEntry, UNRECOGNIZED } from "@scai-errors/core";
import * as client from "@scai-errors/fetch";
import * as streams from "@scai-errors/fetch/sse";
import ts from "typescript";
import { WebSocket } from "ws";
import type { Example } from "./examples.js";

/** Something that happened in the run of an example, in order. */
export type Step =
  | { readonly what: "request"; readonly status: number }
  | { readonly what: "failed"; readonly code: string }
  | { readonly what: "close"; readonly code: number }
  | { readonly what: "wait"; readonly ms: number }
  | { readonly what: "change"; readonly name: string }
  | { readonly what: "shown"; readonly text: string }
  | { readonly what: "thrown"; readonly text: string };

/** Where an example is run. */
export interface Stage {
  readonly service: string;
  readonly code: string;
  readonly entry: CodeEntry;
  /** Where the emulator reports the code: by HTTP, by a close, or in a download. */
  readonly url: string;
  /** What sends the requests, as long as they fail. */
  readonly send: typeof fetch;
  /** The SHA-256 of the file whose download fails. */
  readonly sha256: string;
  /** The package whose errors the example handles, and what it exports. */
  readonly packageName: string;
  readonly servicePackage: Readonly<Record<string, unknown>>;
}

type Program = (...parameters: readonly unknown[]) => Promise<unknown>;

const COMPILER: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true };

/** The exports of an example. What it imports, and `fetch` and `WebSocket`, are what it is given. */
function load(source: string, modules: ReadonlyMap<string, unknown>, globals: Readonly<Record<string, unknown>>): readonly Program[] {
  const { outputText } = ts.transpileModule(source, { compilerOptions: COMPILER });
  const exported: Record<string, Program> = {};
  const required = (name: string): unknown => {
    const found = modules.get(name);
    if (!found) throw new Error(`The example imports ${name}, which the build does not hand to examples.`);
    return found;
  };
  const run = compileFunction(outputText, ["require", "exports", ...Object.keys(globals)]) as (...values: readonly unknown[]) => void;
  run(required, exported, ...Object.values(globals));
  return Object.values(exported).filter((value) => typeof value === "function");
}

/** A stand-in for time: timers are over at once, and the waits are written down. Chance always says the same, and so the page does. */
function writingDown(steps: Step[]): NonNullable<client.FetchOptions["runtime"]> {
  let clock = 0;
  return {
    now: () => clock,
    random: () => 0.5,
    setTimeout: (callback, ms) => {
      steps.push({ what: "wait", ms: Math.round(ms) });
      clock += ms;
      return setImmediate(callback);
    },
    clearTimeout: (timer) => clearImmediate(timer as NodeJS.Immediate),
  };
}

/** When a failure ends: after one answer, after the change that the example makes, or never. */
type Mends = "after one" | "after the change" | "never";

/** Runs an example against the emulator, and gives what happened. */
async function runExample({ source, scene }: Example, stage: Stage, mends: Mends): Promise<readonly Step[]> {
  const steps: Step[] = [];
  let isMended = false;
  const send: typeof fetch = async (input, init) => {
    try {
      const response = isMended ? new Response("{}", { status: 200 }) : await stage.send(input, init);
      steps.push({ what: "request", status: response.status });
      return response;
    } catch (error) {
      steps.push({ what: "failed", code: stage.code });
      throw error;
    } finally {
      if (mends === "after one") isMended = true;
    }
  };
  const runtime = writingDown(steps);
  const modules = new Map<string, unknown>([
    ["node:crypto", crypto],
    [stage.packageName, stage.servicePackage],
    ["@scai-errors/fetch/sse", streams],
    [
      "@scai-errors/fetch",
      {
        ...client,
        createFetch: (service: Parameters<typeof client.createFetch>[0]) =>
          client.createFetch(service, { fetch: send, runtime, attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity }),
        // Half of the longest first wait, as with the chance above.
        delayMs: (attempts: number, afterMs?: number) => client.delayMs(attempts, afterMs, undefined, () => 0.5),
      },
    ],
  ]);
  class Watched extends WebSocket {
    constructor(url: string) {
      super(url);
      this.on("close", (code) => steps.push({ what: "close", code }));
    }
  }
  const [program] = load(source, modules, { fetch: send, WebSocket: Watched });
  if (!program) throw new Error(`The example of ${stage.service}/${stage.code} exports no function to run.`);
  const show = (text: string): void => void steps.push({ what: "shown", text });
  const change = (): Promise<void> => {
    const [, name = ""] = /(\w+): \(\) => Promise<void>/.exec(source) ?? [];
    steps.push({ what: "change", name });
    isMended = mends === "after the change";
    return Promise.resolve();
  };
  const again = (ms: number): void => void steps.push({ what: "wait", ms: Math.round(ms) });
  const isRepeated = source.includes("connectAgainIn");
  try {
    if (scene === "download") await program(stage.url, stage.sha256, show);
    else if (scene === "after_change") await program(stage.url, change);
    else await program(stage.url, isRepeated ? again : show);
  } catch (error) {
    steps.push({ what: "thrown", text: error instanceof Error ? error.message : "something else than an error" });
  }
  return steps;
}

/** What a run must have been, as the page says it: the kinds of steps, in order. */
const EXPECTED: Readonly<Record<Example["scene"], RegExp>> = {
  never: /^(?:request|failed) (?:shown ?)+$/,
  after_change: /^(?:request|failed) change request$/,
  repeated: /^(?:request|failed) wait request$/,
  unrecognized: /^request shown$/,
  close: /^close (?:shown|wait)$/,
  download: /^request shown$/,
  stream: /^request shown$/,
};

function fail({ service, code }: Stage, says: string, steps: readonly Step[]): never {
  throw new Error(`${service}/${code}: the page says that ${says}, and the run of its example was ${JSON.stringify(steps)}.`);
}

/** How many requests were sent in a run. */
function requestsIn(steps: readonly Step[]): number {
  return steps.filter(({ what }) => what === "request" || what === "failed").length;
}

/** The scenes that begin with a success, because it goes wrong later. */
const BEGINS_WELL: readonly Example["scene"][] = ["download", "stream"];

/** When the failure of a scene ends, where it does. */
const MENDS: { readonly [Scene in Example["scene"]]?: Mends } = { after_change: "after the change", repeated: "after one" };

/** Runs an example and holds it against what its page says; gives what happened in the run. */
export async function executeExample(example: Example, stage: Stage, retryAfterMs: number | undefined): Promise<readonly Step[]> {
  const { scene } = example;
  const mends = MENDS[scene] ?? "never";
  const steps = await runExample(example, stage, mends);
  if (!EXPECTED[scene].test(steps.map(({ what }) => what).join(" "))) fail(stage, `it is handled as "${scene}"`, steps);
  const [first] = steps;
  const last = steps.at(-1);
  if (first?.what === "request" && first.status < 400 !== BEGINS_WELL.includes(scene)) fail(stage, "the first request fails", steps);
  if (mends !== "never" && !(last?.what === "request" && last.status === 200)) fail(stage, "the second request succeeds", steps);
  for (const step of steps) {
    if (step.what === "wait" && retryAfterMs !== undefined && step.ms < retryAfterMs)
      fail(stage, "nobody comes back earlier than asked", steps);
  }
  if (scene === "repeated") {
    const unmended = await runExample(example, stage, "never");
    const requests = requestsIn(unmended);
    const isRight = stage.entry.retry === "once" ? requests === 2 : requests >= 2;
    if (!isRight || unmended.at(-1)?.what !== "thrown" || unmended.at(-2)?.what !== "shown")
      fail(stage, `it is repeated as "${stage.entry.retry}" asks and then given up`, unmended);
  }
  if (stage.code === UNRECOGNIZED && scene !== "unrecognized") fail(stage, "an unknown code is handled as one", steps);
  return steps;
}
