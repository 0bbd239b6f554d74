import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Ended } from "./run.js";

const CLI = join(import.meta.dirname, "../dist/cli.js");

/** What the built program is given. */
export interface Given {
  readonly args: readonly string[];
  /** Comes on standard input. */
  readonly input: string | Buffer;
  /** Whether standard input stays open after it, as a pipe does whose writer is still at work. */
  readonly staysOpen?: boolean;
  /** Ends the program with the test, so that one that hangs is no more than a red test. */
  readonly signal: AbortSignal;
}

/** Runs the program that npm installs to its end. */
export async function start({ args, input, staysOpen = false, signal }: Given): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...args], { signal });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  // A program that has read enough closes its input, which is no failure of the test.
  child.stdin.on("error", () => undefined);
  child.stdin.write(input);
  if (!staysOpen) child.stdin.end();
  // The exit code: a number, since no signal of the system ended it.
  const [code] = (await once(child, "close")) as [number];
  return { code, out, err };
}
