import { spawn } from "node:child_process";
import { Failure } from "../failure.js";

/** How a program ended. */
export interface Ended {
  readonly exitCode: number | null;
  /** What it wrote, to either stream. */
  readonly output: string;
}

/** Where and with what environment programs run. */
export interface Place {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs a program to its end, whatever it is. */
export function attempt({ folder, env }: Place, command: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const add = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.on("error", reject);
    child.on("close", (exitCode) => {
      resolve({ exitCode, output });
    });
  });
}

/** Runs a program that has to succeed; gives its output. */
export async function succeed(place: Place, command: string, args: readonly string[]): Promise<string> {
  const { exitCode, output } = await attempt(place, command, args);
  if (exitCode !== 0)
    throw new Failure(`${[command, ...args].join(" ")} in ${place.folder} ended with ${exitCode ?? "a signal"}:\n${output}`);
  return output;
}

/** Fails where what was seen is not what has to be. */
export function ensure(isTrue: boolean, sentence: string): void {
  if (!isTrue) throw new Failure(sentence);
}
