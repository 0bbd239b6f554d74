import { EXIT, type ExitCode } from "./exit-codes.js";

/**
 * A signal that is given when the user or the system ends the program (SIGINT, SIGTERM). From here on a command has to end by itself; the second time
 * the system ends it, as it does with any program.
 */
export function interruptionOf(process: Pick<NodeJS.Process, "once">): AbortSignal {
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => {
      interruption.abort(name);
    });
  return interruption.signal;
}

/** The exit code of a command that ended because of it; undefined where nobody ended it. */
export function exitCodeOf(interruption: AbortSignal): ExitCode | undefined {
  if (!interruption.aborted) return undefined;
  return interruption.reason === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
}
