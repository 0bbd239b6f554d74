import { execFile } from "node:child_process";

export interface Run {
  readonly exitCode: number;
  /** What it printed, both streams one after the other. */
  readonly output: string;
  readonly stdout: string;
}

/** npm hands its settings and the script it runs on to its children, where they would change what a second npm does. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_|VITEST)/i.test(name)));

/** Runs a program to its end and gives what it said; rejects where it has no exit code, and never because of one. */
export function run(command: string, parameters: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    execFile(command, parameters, { cwd, env: environment, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error ? error.code : 0;
      if (typeof code === "number") resolve({ exitCode: code, stdout, output: stdout + stderr });
      // A program that a signal ended has no exit code; it must not pass for one that ended well.
      else if (code === null) reject(new Error(`${command} in ${cwd} was ended by ${error?.signal ?? "a signal"}.`, { cause: error }));
      else reject(new Error(`Could not run ${command} in ${cwd}.`, { cause: error }));
    });
  });
}

/** Runs a JavaScript file, or source given after `-e`, on the Node that runs the tests. */
export function runNode(parameters: readonly string[], cwd: string): Promise<Run> {
  return run(process.execPath, parameters, cwd);
}

/** Runs npm without a network, a cache of scripts or a look at the registry. */
export async function runNpm(parameters: readonly string[], cwd: string): Promise<string> {
  const { exitCode, stdout, output } = await run("npm", parameters, cwd);
  if (exitCode !== 0) throw new Error(`npm ${parameters.join(" ")} failed in ${cwd}:\n${output}`);
  return stdout;
}
