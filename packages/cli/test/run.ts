import { run as runCommand } from "../src/program.js";
import { plain } from "../src/terminal.js";

/** How a command ended, and what it printed. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process, as in a pipe that nothing is written into. */
export function run(...args: readonly string[]): Promise<Ended> {
  return pipe("", ...args);
}

/** As large as what a pipe gives at once. */
const CHUNK = 64 * 1024;

/** Runs the program in this process with something to read. */
export async function pipe(input: string | Buffer, ...args: readonly string[]): Promise<Ended> {
  let [code, out, err] = [0, "", ""];
  await runCommand(args, "1.2.3", {
    call: "scai-errors",
    print: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    terminal: plain,
    standardInput: (async function* () {
      const whole = Buffer.from(input);
      for (let at = 0; at < whole.length; at += CHUNK) yield await Promise.resolve(whole.subarray(at, at + CHUNK));
    })(),
    isTyped: false,
    progress: () => Promise.resolve({ advance: () => undefined, end: () => undefined }),
    // At once for what would go on forever; what reads has to come to its end.
    interruption: () => (args[0] === "emulate" ? AbortSignal.abort("SIGINT") : new AbortController().signal),
    end: (ended) => {
      code = ended;
    },
  });
  return { code, out, err };
}

/** What was printed without what the services' docs say, which has tests of its own and changes with every better sentence. */
export function withoutProse(text: string): string {
  return text.replaceAll(/^(Meaning|Cause|Fix|Side)\b.*\n(?: {2}.*\n)*/gm, "$1 …\n");
}

/** What changes how a terminal shows the rest: controls other than line breaks, and overrides of the direction. */
export const UNSAFE = /[^\P{Cc}\n]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
