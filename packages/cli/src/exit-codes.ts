/** What the exit code says; the README and `--help` have the same table. */
export const EXIT = {
  /** It was done, and found something to say. */
  ok: 0,
  /** It was done, and the answer is no: no such code, no failure in the input; or, for an upgrade, something needs a decision. */
  no: 1,
  /** It was called wrongly, or what it was given cannot be read, or the result cannot be written. */
  refused: 2,
  /** It was ended by Ctrl+C (SIGINT), as shells have it. */
  interrupted: 130,
  /** It was ended by SIGTERM, as shells have it. */
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command cannot be carried out, as a sentence that names what was given and the next step. */
export class Refusal extends Error {}
