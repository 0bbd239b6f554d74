import { type Bump, isAtLeast } from "./bump.js";
import type { Pending } from "./changesets.js";
import { type Change, bumpOf } from "./diff.js";
import type { VocabularyRecord } from "./record.js";

/** A package before and after, as the gate compares it. */
export interface Compared {
  readonly packageName: string;
  /** The package's folder: `scaiwave`. */
  readonly name: string;
  readonly before: VocabularyRecord;
  readonly after: VocabularyRecord;
  readonly changes: readonly Change[];
}

/** What the gate says about one package. */
export interface Verdict {
  readonly packageName: string;
  readonly name: string;
  /** The last release's version. */
  readonly released: string;
  readonly required: Bump;
  readonly pending: Bump;
  readonly isEnough: boolean;
  readonly changes: readonly Change[];
  /** What no changeset can put right. */
  readonly problems: readonly string[];
}

/** The code that a change brings, if it brings one. */
function newCode({ id, subject, is }: Change): string | undefined {
  return id === "added" ? subject : id === "renamed" ? is : undefined;
}

/** Holds the changes of every package against its pending changesets. */
export function judge(compared: readonly Compared[], pending: Pending): readonly Verdict[] {
  return compared.map(({ packageName, name, before, after, changes }) => {
    const required = bumpOf(changes);
    const planned = pending.get(packageName) ?? "none";
    return {
      packageName,
      name,
      released: before.version,
      required,
      pending: planned,
      isEnough: isAtLeast(planned, required),
      changes,
      problems: changes.flatMap((change) => {
        const code = newCode(change);
        const since = code === undefined ? undefined : after.codes[code]?.since;
        // Core's kinds are no rows that anybody writes; they have no docs to say since when.
        return since !== undefined && since !== "next" && name !== "core"
          ? `${code} says since: "${since}". A new row says since: "next"; npm run version-packages writes the version that it becomes.`
          : [];
      }),
    };
  });
}

export function isPassed(verdicts: readonly Verdict[]): boolean {
  return verdicts.every(({ isEnough, problems }) => isEnough && problems.length === 0);
}
