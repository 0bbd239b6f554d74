import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { BadInput } from "./bad-input.js";

/** The commit that the working tree is held against: where its branch left main. */
export interface Base {
  readonly commit: string;
  /** The files that differ from it in the working tree as it is now, those included that git does not know yet. */
  changed(): readonly string[];
  /** A file as it was there; undefined where there was none. */
  read(file: string): string | undefined;
}

/** What git prints; undefined where it fails, or where there is no git. */
function git(root: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  return status === 0 ? stdout : undefined;
}

const paths = (printed: string | undefined): readonly string[] => (printed ?? "").split("\0").filter((path) => path !== "");

/** A push of a new branch has no commit before it, which GitHub writes as zeros. */
const NO_COMMIT = /^0*$/;

/**
 * Finds the base: `wanted` (CODES_BASE) where it is given, else where the branch left main. Undefined in a folder that is no repository or has no main.
 *
 * The record in the working tree cannot be what the working tree is held against: who rewrites it along with the rows would be told that nothing changed.
 */
export function findBase(root: string, wanted = process.env.CODES_BASE ?? ""): Base | undefined {
  const top = git(root, "rev-parse", "--show-toplevel")?.trim();
  if (top === undefined || realpathSync(top) !== realpathSync(root)) return undefined;
  const isWanted = !NO_COMMIT.test(wanted);
  const branches = isWanted ? [wanted] : ["origin/main", "main"];
  const [commit] = branches.flatMap((branch) => git(root, "merge-base", "HEAD", branch)?.trim() ?? []);
  if (commit === undefined) {
    if (isWanted)
      throw new BadInput(
        `CODES_BASE is "${wanted}", which is no commit that this clone shares with HEAD. Fetch it, or check out the whole history.`,
      );
    return undefined;
  }
  return {
    commit,
    changed: () => [
      ...paths(git(root, "diff", "--name-only", "--no-renames", "-z", commit)),
      ...paths(git(root, "ls-files", "--others", "--exclude-standard", "-z")),
    ],
    read: (file) => git(root, "show", `${commit}:${file}`),
  };
}
