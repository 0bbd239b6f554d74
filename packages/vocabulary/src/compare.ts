import { existsSync, readFileSync } from "node:fs";
import { BadInput } from "./bad-input.js";
import { type Change, diff } from "./diff.js";
import type { Compared } from "./gate.js";
import { envelopeFile, readRecord } from "./record-file.js";
import { ruleOf } from "./rules.js";
import type { WorkingVocabulary } from "./working-tree.js";

/** Holds the working tree's vocabularies against the records of their last releases. */
export function compare(root: string, working: readonly WorkingVocabulary[]): readonly Compared[] {
  return working.map((one) => {
    const before = readRecord(root, one.name);
    if (!before) throw new BadInput(`${one.packageName} has no record of its vocabulary. Write its first with: npm run codes:record`);
    return {
      packageName: one.packageName,
      name: one.name,
      before,
      after: one.record,
      changes: [...diff(before, one.record), ...envelopeChange(root, one)],
    };
  });
}

function envelopeChange(root: string, { name, envelope }: WorkingVocabulary): Change[] {
  if (envelope === undefined) return [];
  const file = envelopeFile(root, name);
  const isSame = existsSync(file) && readFileSync(file, "utf8") === envelope;
  return isSame ? [] : [{ ...ruleOf("envelope"), subject: "envelope.schema.json", was: "as released", is: "other" }];
}
