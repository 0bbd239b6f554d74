import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { BadInput } from "./bad-input.js";
import { consumerFixtures } from "./consumer-fixtures.js";
import { diff } from "./diff.js";
import { envelopeFile, readRecord, recordFile, writeJson } from "./record-file.js";
import { type WorkingVocabulary, observeWorkingTree } from "./working-tree.js";
import type { Workspace } from "./workspace.js";

/** Where the consumer's programs of a service's last release are. */
function fixturesFolder(root: string, name: string): string {
  return join(root, "packages/vocabulary/fixtures", name);
}

function refuse(root: string, { name, packageName, record }: WorkingVocabulary): void {
  const unreleased = Object.keys(record.codes).find((code) => record.codes[code]?.since === "next");
  if (unreleased)
    throw new BadInput(
      `${packageName}: ${unreleased} says since: "next", so it is in no release. Release it with npm run version-packages.`,
    );
  const before = readRecord(root, name);
  if (before && before.version === record.version && diff(before, record).length > 0) {
    throw new BadInput(
      `The record of ${packageName} ${before.version} is what was released, and the working tree differs from it: see npm run codes:check. ` +
        `If ${before.version} was never published, write it again with: npm run codes:record -- --rebase ${name}`,
    );
  }
}

/**
 * Writes the record, the envelope's schema and the consumer's programs of every package as the working tree has them. Refuses to change the record of
 * a version that is released, except of the packages in `rebase`. Gives the paths of the files.
 */
export async function recordAll(workspace: Workspace, rebase: readonly string[] = []): Promise<readonly string[]> {
  const { root } = workspace;
  const files: string[] = [];
  const working = await observeWorkingTree(workspace);
  for (const one of working) if (!rebase.includes(one.name)) refuse(root, one);
  for (const { name, record, envelope } of working) {
    const file = recordFile(root, name);
    mkdirSync(dirname(file), { recursive: true });
    await writeJson(file, record);
    files.push(file);
    if (envelope === undefined) continue;
    writeFileSync(envelopeFile(root, name), envelope);
    files.push(envelopeFile(root, name));
    const folder = fixturesFolder(root, name);
    mkdirSync(folder, { recursive: true });
    for (const [fixture, text] of Object.entries(consumerFixtures(record))) {
      writeFileSync(join(folder, fixture), text);
      files.push(join(folder, fixture));
    }
  }
  return files.map((file) => relative(root, file));
}
