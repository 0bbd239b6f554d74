import { spawnSync } from "node:child_process";
import { Failure } from "../failure.js";

/** Runs a program to its end; its output goes on to the terminal. */
export function run(cwd: string, command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
  if (status === 0) return;
  const what = [command, ...args].join(" ");
  throw new Failure(`${what} failed (${error ? error.message : `exit code ${status ?? "unknown"}`}). Its own message is above.`);
}
