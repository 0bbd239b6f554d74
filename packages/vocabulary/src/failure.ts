/** A step that did not succeed, through no fault in how the command was called. Its message says which and what was seen; the exit code is 1. */
export class Failure extends Error {
  override readonly name = "Failure";
}
