import type { ExitCode } from "./exit-codes.js";
import type { Progress } from "./decode/progress.js";
import type { Terminal } from "./terminal.js";

/** What a command works with besides its arguments, so that a test can hand in its own. */
export interface Surroundings {
  /** How the user can call the program again, as sentences have it: `scai-errors`. */
  readonly call: string;
  /** Prints what the user asked for. */
  readonly print: (text: string) => void;
  /** Prints what the user should know besides: it goes to standard error, so that a pipe holds only what was asked for. */
  readonly warn: (text: string) => void;
  readonly terminal: Terminal;
  readonly standardInput: AsyncIterable<Buffer>;
  /** Whether a person types or pastes the standard input into a terminal. */
  readonly isTyped: boolean;
  /** Begins to show how much of so many bytes is done. */
  readonly progress: (size: number | undefined) => Promise<Progress>;
  /** Begins to listen for the user's wish to end what goes on for long, or forever. */
  readonly interruption: () => AbortSignal;
  /** Says how the command ended; without it the exit code is 0. */
  readonly end: (code: ExitCode) => void;
}
