import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packagesOf } from "@scai-errors/workspace/packages-of";
import { type Base, findBase } from "./base.js";
import { changesetText } from "./changeset-text.js";
import { type Changeset, parseChangeset, pendingSteps, readChangesets } from "./changesets.js";
import { namedInVain, untold } from "./code-names.js";
import { compare } from "./compare.js";
import { type Compared, type Judgement, judge } from "./gate.js";
import { unannounced } from "./unannounced.js";
import { observeWorkingTree } from "./working-tree.js";
import type { Workspace } from "./workspace.js";

/** Everything that the gate looks at, read once. */
export interface Situation {
  readonly root: string;
  /** Undefined where there is no main to compare with: in a folder that is no repository. */
  readonly base: Base | undefined;
  readonly compared: readonly Compared[];
}

/** Looks at the working tree, and at the base that it is held against. */
export async function lookAt(workspace: Workspace): Promise<Situation> {
  const { root } = workspace;
  const base = findBase(root);
  return { root, base, compared: compare(root, await observeWorkingTree(workspace), base) };
}

/** What the gate says, with the changesets as they are now. */
export function judgementOf({ root, base, compared }: Situation): Judgement {
  const changesets = readChangesets(root);
  const problems = compared.flatMap((one) =>
    untold(one, changesets).map(
      ({ subject, change }) =>
        `${subject}: ${change}, and no changeset of ${one.packageName} names it. Name it, or run: npm run codes:check -- --write`,
    ),
  );
  return {
    verdicts: judge(compared, pendingSteps(changesets)),
    problems: [...problems, ...namedInVain(root, compared, changesets), ...(base ? unannounced(root, base, changesets) : [])],
  };
}

const fileOf = (name: string): string => `.changeset/vocabulary-of-${name}.md`;

function readWritten(root: string, name: string): Changeset | undefined {
  const file = fileOf(name);
  const path = join(root, file);
  return existsSync(path) ? parseChangeset(file, readFileSync(path, "utf8"), packagesOf(root)) : undefined;
}

/**
 * Writes the changesets that are missing, too small or no longer true, one per package, so that no package's release waits for another's. Under the same name
 * each time: what a later change adds goes into the same file. Gives sentences about what was done to which file.
 */
export function writeChangesets(situation: Situation): readonly string[] {
  const { root, compared } = situation;
  const changesets = readChangesets(root);
  return compared.flatMap((one) => {
    const [verdict] = judge([one], pendingSteps(changesets));
    if (!verdict) return [];
    const written = readWritten(root, one.name);
    const isTold = untold(one, changesets).length === 0;
    if (verdict.isEnough && isTold && written === undefined) return [];
    const file = fileOf(verdict.name);
    const text = changesetText(verdict, written);
    if (text === undefined) {
      rmSync(join(root, file), { force: true });
      return [`Removed ${file}, of which nothing is left\n`];
    }
    if (existsSync(join(root, file)) && readFileSync(join(root, file), "utf8") === text) return [];
    mkdirSync(join(root, ".changeset"), { recursive: true });
    writeFileSync(join(root, file), text);
    return [`Wrote ${file}\n`];
  });
}
