import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { BadInput } from "./bad-input.js";
import { consumerFixtures } from "./consumer-fixtures.js";
import { diff } from "./diff.js";
import { envelopeFile, jsonText, readRecord, recordFile } from "./record-file.js";
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
        `It becomes the record of the next version with: npm run version-packages`,
    );
  }
}

/** Writes a file where it is not so already. Gives its path where it was written. */
function put(file: string, text: string): readonly string[] {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return [];
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return [file];
}

/**
 * Writes the record, the envelope's schema and the consumer's programs of every package as the working tree has them; of those alone that have no record
 * yet, where there are any. Refuses to change the record of a version that is released. Gives the paths of the files that were written.
 */
export async function recordAll(workspace: Workspace): Promise<readonly string[]> {
  const { root } = workspace;
  const files: string[] = [];
  const all = await observeWorkingTree(workspace);
  const first = all.filter(({ name }) => readRecord(root, name) === undefined);
  // A new service needs its record while changes of the others are pending, which are no concern of it.
  const working = first.length > 0 ? first : all;
  for (const one of working) refuse(root, one);
  for (const { name, record, envelope } of working) {
    files.push(...put(recordFile(root, name), await jsonText(record)));
    if (envelope === undefined) continue;
    files.push(...put(envelopeFile(root, name), envelope));
    for (const [fixture, text] of Object.entries(consumerFixtures(record))) {
      files.push(...put(join(fixturesFolder(root, name), fixture), text));
    }
  }
  return files.map((file) => relative(root, file));
}
