import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { stepProblems } from "../compare.js";
import { type Core, coreVocabulary } from "../core-vocabulary.js";
import { diff } from "../diff.js";
import { Failure } from "../failure.js";
import { observe } from "../observe.js";
import { parseRecord, readRecord } from "../record-file.js";
import type { VocabularyRecord } from "../record.js";
import { type Place, attempt, succeed } from "../rehearse/command.js";
import { readJson, servicePackages } from "../workspace.js";

const CORE = "@scai-errors/core";

/** Gives the record of the newest published version of a package; undefined where none was ever published. */
export type FindPublished = (packageName: string) => Promise<VocabularyRecord | undefined>;

/** The record of an unpacked core. It ships none, so it is made from what that core does. */
export async function recordOfCore(folder: string): Promise<VocabularyRecord> {
  const { version } = readJson(join(folder, "package.json"));
  if (typeof version !== "string") throw new Failure(`${CORE} was published without a version.`);
  // What core exports; the compiler cannot see what is only downloaded.
  const core = (await import(pathToFileURL(join(folder, "dist/index.js")).href)) as Core;
  return observe(coreVocabulary(version, core));
}

/** Asks the registry that npm is set up for. The folder is for what is downloaded. */
export function fromRegistry(place: Place): FindPublished {
  return async (packageName) => {
    const seen = await attempt(place, "npm", ["view", packageName, "version", "--json"]);
    if (seen.exitCode !== 0 && seen.output.includes("E404")) return undefined;
    if (seen.exitCode !== 0) throw new Failure(`npm could not ask the registry about ${packageName}:\n${seen.output}`);
    await succeed(place, "npm", ["pack", packageName, "--pack-destination", place.folder, "--loglevel", "error"]);
    const [tarball] = readdirSync(place.folder).filter((file) => file.endsWith(".tgz"));
    if (tarball === undefined) throw new Failure(`npm pack ${packageName} gave no tarball.`);
    await succeed(place, "tar", ["-xzf", tarball]);
    const folder = join(place.folder, "package");
    const record =
      packageName === CORE
        ? await recordOfCore(folder)
        : parseRecord(`codes.json of ${packageName}`, readFileSync(join(folder, "codes.json"), "utf8"));
    rmSync(join(place.folder, tarball));
    rmSync(folder, { recursive: true });
    return record;
  };
}

function problemsOf(packageName: string, published: VocabularyRecord, here: VocabularyRecord): readonly string[] {
  if (published.version !== here.version) return stepProblems(packageName, published, here);
  const stays = "What was published stays: version again with npm run version-packages.";
  if (packageName === CORE) {
    // Made from what was published, with the tools of today, so the record may be written otherwise and say the same.
    return diff(published, here).length === 0
      ? []
      : [`${CORE} ${here.version} is published, and does not do what packages/vocabulary/records/core.json says of it. ${stays}`];
  }
  return JSON.stringify(published) === JSON.stringify(here)
    ? []
    : [`${packageName} ${here.version} is published with another codes.json. ${stays}`];
}

/**
 * Holds the records against what is published, which nobody can rewrite: sentences about versions whose step is smaller than what has changed since the
 * published one, and about published versions that are recorded otherwise.
 */
export async function publishedProblems(root: string, findPublished: FindPublished): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { name, packageName } of [{ name: "core", packageName: CORE }, ...servicePackages(root)]) {
    const here = readRecord(root, name);
    const published = await findPublished(packageName);
    if (here && published) problems.push(...problemsOf(packageName, published, here));
  }
  return problems;
}
