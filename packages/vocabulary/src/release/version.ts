import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judgementOf, lookAt } from "../check.js";
import { Failure } from "../failure.js";
import { isPassed } from "../gate.js";
import { gateText } from "../gate-report.js";
import { readRecord } from "../record-file.js";
import { type Workspace, packageVersion } from "../workspace.js";
import { changelogSections, withSections } from "./changelog.js";
import { run } from "./run.js";
import { setSince } from "./since.js";

/**
 * What `changeset version` does, and what it does not know of: the versions of new rows, the records, the sections of the changelogs about codes, and the
 * lock file. Does nothing unless the gate passes.
 */
export async function version(workspace: Workspace, print: (text: string) => void): Promise<void> {
  const { root } = workspace;
  const situation = await lookAt(workspace);
  const judgement = judgementOf(situation);
  if (!isPassed(judgement)) throw new Failure(`This is not ready to be versioned.\n\n${gateText(judgement)}`);
  const { compared } = situation;

  run(root, process.execPath, [join(root, "node_modules/@changesets/cli/bin.js"), "version"]);
  for (const { name } of compared) {
    for (const file of setSince(root, name, packageVersion(root, name))) print(`Set the version of the new codes in ${file}\n`);
  }
  // In another process, because this one has the sources as they were.
  run(root, process.execPath, [join(root, "packages/vocabulary/bin/run.mjs"), "record"]);
  for (const { name, before, changes } of compared) {
    const after = readRecord(root, name);
    const file = join(root, "packages", name, "CHANGELOG.md");
    if (!after || after.version === before.version || !existsSync(file)) continue;
    const changelog = readFileSync(file, "utf8");
    writeFileSync(file, withSections(changelog, after.version, changelogSections(before, after, changes)));
  }
  // Offline, so that nothing but the workspace's own versions can change in the lock.
  run(root, "npm", ["install", "--package-lock-only", "--ignore-scripts", "--offline", "--no-audit", "--no-fund"]);
}
