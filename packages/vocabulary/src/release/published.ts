import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stepProblems } from "../compare.js";
import { Failure } from "../failure.js";
import { parseRecord, readRecord } from "../record-file.js";
import type { VocabularyRecord } from "../record.js";
import { type Place, attempt, succeed } from "../rehearse/command.js";
import { servicePackages } from "../workspace.js";

/** Gives the record that the newest published version of a package ships; undefined where none was ever published. */
export type FindPublished = (packageName: string) => Promise<VocabularyRecord | undefined>;

/** Asks the registry that npm is set up for. The folder is for what is downloaded. */
export function fromRegistry(place: Place): FindPublished {
  return async (packageName) => {
    const seen = await attempt(place, "npm", ["view", packageName, "version", "--json"]);
    if (seen.exitCode !== 0 && seen.output.includes("E404")) return undefined;
    if (seen.exitCode !== 0) throw new Failure(`npm could not ask the registry about ${packageName}:\n${seen.output}`);
    await succeed(place, "npm", ["pack", packageName, "--pack-destination", place.folder, "--loglevel", "error"]);
    const [tarball] = readdirSync(place.folder).filter((file) => file.endsWith(".tgz"));
    if (tarball === undefined) throw new Failure(`npm pack ${packageName} gave no tarball.`);
    await succeed(place, "tar", ["-xzf", tarball, "package/codes.json"]);
    const text = readFileSync(join(place.folder, "package/codes.json"), "utf8");
    rmSync(join(place.folder, tarball));
    return parseRecord(`codes.json of ${packageName}`, text);
  };
}

function problemsOf(packageName: string, published: VocabularyRecord, here: VocabularyRecord): readonly string[] {
  if (published.version !== here.version) return stepProblems(packageName, published, here);
  return JSON.stringify(published) === JSON.stringify(here)
    ? []
    : [
        `${packageName} ${here.version} is published with another codes.json. What was published stays: version again with npm run version-packages.`,
      ];
}

/**
 * Holds the records against what is published, which nobody can rewrite: sentences about versions whose step is smaller than what has changed since the
 * published one, and about published versions that are recorded otherwise.
 */
export async function publishedProblems(root: string, findPublished: FindPublished): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { name, packageName } of servicePackages(root)) {
    const here = readRecord(root, name);
    const published = await findPublished(packageName);
    if (here && published) problems.push(...problemsOf(packageName, published, here));
  }
  return problems;
}
