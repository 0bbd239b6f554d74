import { run as runCommand } from "../src/program.js";
import { plain } from "../src/terminal.js";

/** How a command ended, and what it printed. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process, as in a pipe. */
export async function run(...args: readonly string[]): Promise<Ended> {
  let [code, out, err] = [0, "", ""];
  await runCommand(args, "1.2.3", {
    print: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    terminal: plain,
    interrupted: () => Promise.resolve(),
    end: (ended) => {
      code = ended;
    },
  });
  return { code, out, err };
}
