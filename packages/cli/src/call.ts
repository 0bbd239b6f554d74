/**
 * How the user can call the program again: what npx has fetched is on no PATH.
 * @param env npm says there which of its commands runs the program; npx is `exec`.
 */
export function callOf(env: Readonly<Record<string, string | undefined>>): string {
  return env["npm_command"] === "exec" ? "npx @scai-errors/cli" : "scai-errors";
}
