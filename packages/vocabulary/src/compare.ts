import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { diff as versionStep, lt } from "semver";
import { BadInput } from "./bad-input.js";
import type { Base } from "./base.js";
import { type Bump, isAtLeast } from "./bump.js";
import { type Change, bumpOf, diff } from "./diff.js";
import type { Compared } from "./gate.js";
import { envelopeFile, parseRecord, readRecord, recordFile } from "./record-file.js";
import type { VocabularyRecord } from "./record.js";
import { ruleOf } from "./rules.js";
import type { WorkingVocabulary } from "./working-tree.js";

/** What was released, and what is wrong with how the working tree records it. */
interface Released {
  readonly record: VocabularyRecord;
  readonly envelope: string | undefined;
  readonly problems: readonly string[];
}

/** Holds the working tree's vocabularies against the records of their last releases; those of the base, where there is one. */
export function compare(root: string, working: readonly WorkingVocabulary[], base?: Base): readonly Compared[] {
  return working.map((one) => {
    const { record: before, envelope, problems } = releasedOf(root, one, base);
    return {
      packageName: one.packageName,
      name: one.name,
      before,
      after: one.record,
      changes: [...diff(before, one.record), ...envelopeChange(envelope, one)],
      problems,
    };
  });
}

function releasedOf(root: string, { name, packageName, record: { service } }: WorkingVocabulary, base: Base | undefined): Released {
  const file = relative(root, recordFile(root, name));
  const schema = relative(root, envelopeFile(root, name));
  const atBase = base?.read(file);
  const restore = `Restore it with: git checkout ${base?.commit ?? "HEAD"} -- ${file}`;
  const here = readRecord(root, name);
  if (!here && atBase !== undefined) throw new BadInput(`${file} was deleted, and with it what ${packageName} has released. ${restore}`);
  if (!here) throw new BadInput(`${packageName} has no record of its vocabulary. Write its first with: npm run codes:record`);
  if (here.service !== service)
    throw new BadInput(
      `${file} is the record of ${here.service}, copied along with its folder. Delete it, and write the first of ${service} with: npm run codes:record`,
    );
  const envelopeHere = existsSync(envelopeFile(root, name)) ? readFileSync(envelopeFile(root, name), "utf8") : undefined;
  if (base === undefined || atBase === undefined) return { record: here, envelope: envelopeHere, problems: [] };

  const before = parseRecord(file, atBase);
  if (before.version !== here.version) return { record: here, envelope: envelopeHere, problems: stepProblems(packageName, before, here) };
  const isRewritten = JSON.stringify(before) !== JSON.stringify(here);
  const problem = `${file} is not what was released as ${before.version}. The record of a version is written once, by npm run version-packages. ${restore}`;
  return { record: before, envelope: base.read(schema), problems: isRewritten ? [problem] : [] };
}

/** Sentences about a release that is smaller than what changed with it. */
export function stepProblems(packageName: string, before: VocabularyRecord, here: VocabularyRecord): readonly string[] {
  const route = `${packageName} went from ${before.version} to ${here.version}`;
  if (lt(here.version, before.version)) return [`${route}, which is backwards. Versions are stepped by: npm run version-packages`];
  const step = stepOf(before.version, here.version);
  const required = bumpOf(diff(before, here));
  return isAtLeast(step, required)
    ? []
    : [
        `${route}, a ${step} step, and what its record says has changed needs a ${required} one. Version again with: npm run version-packages`,
      ];
}

/** The size of the step from one version to a later one. */
function stepOf(before: string, after: string): Bump {
  const step = versionStep(before, after)?.replace(/^pre(?!release)/, "");
  return step === "major" || step === "minor" || step === "patch" ? step : "none";
}

function envelopeChange(before: string | undefined, { envelope }: WorkingVocabulary): Change[] {
  if (envelope === undefined || envelope === before) return [];
  return [{ ...ruleOf("envelope"), subject: "envelope.schema.json", was: "as released", is: "other" }];
}
