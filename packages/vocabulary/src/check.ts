import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compare } from "./compare.js";
import type { Compared, Verdict } from "./gate.js";
import { changesetText } from "./gate-report.js";
import { observeWorkingTree } from "./working-tree.js";
import type { Workspace } from "./workspace.js";

/** What has changed in the working tree's vocabularies since their records. */
export async function changesOf(workspace: Workspace): Promise<readonly Compared[]> {
  return compare(workspace.root, await observeWorkingTree(workspace));
}

/**
 * Writes the changesets that are missing or too small, one per package, so that no package's release waits for another's. Under the same name each
 * time: what a later change adds goes into the same file. Gives the paths of the files.
 */
export function writeChangesets(root: string, verdicts: readonly Verdict[]): readonly string[] {
  return verdicts
    .filter(({ isEnough }) => !isEnough)
    .map((verdict) => {
      const file = `.changeset/vocabulary-of-${verdict.name}.md`;
      mkdirSync(join(root, ".changeset"), { recursive: true });
      writeFileSync(join(root, file), changesetText(verdict));
      return file;
    });
}
