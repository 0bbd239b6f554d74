import { type Bump, isAtLeast } from "./bump.js";
import type { Pending } from "./changesets.js";
import { type Change, bumpOf } from "./diff.js";
import { heirsIn } from "./heirs.js";
import type { CodeRecord, VocabularyRecord } from "./record.js";

/** A package before and after, as the gate compares it. */
export interface Compared {
  readonly packageName: string;
  /** The package's folder: `scaiwave`. */
  readonly name: string;
  readonly before: VocabularyRecord;
  readonly after: VocabularyRecord;
  readonly changes: readonly Change[];
  /** What is wrong with the record itself: it was rewritten, or released in a step that is too small. */
  readonly problems: readonly string[];
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

/** What the gate says about everything. */
export interface Judgement {
  readonly verdicts: readonly Verdict[];
  /** What is wrong beyond the vocabularies: changes that no changeset names, changesets that name what there is not. */
  readonly problems: readonly string[];
}

/** The code that a change brings, if it brings one. */
function newCode({ id, subject, is }: Change): string | undefined {
  if (id === "added") return subject;
  return id === "renamed" ? is : undefined;
}

function sinceProblem(code: string, { since }: CodeRecord): readonly string[] {
  return since === "next"
    ? []
    : [`${code} says since: "${since}". A new row says since: "next"; npm run version-packages writes the version that it becomes.`];
}

const DEPRECATED = /^(next|\d+\.\d+\.\d+)(?:; (.+))?$/;

/** Sentences about a deprecation that would read as nonsense in the changelog, or that leads nowhere. */
function deprecationProblems(
  code: string,
  { deprecated }: CodeRecord,
  isNew: boolean,
  codes: VocabularyRecord["codes"],
): readonly string[] {
  if (deprecated === undefined) return [];
  const [, version, instead] = DEPRECATED.exec(deprecated) ?? [];
  if (version === undefined || (isNew && version !== "next"))
    return [
      `${code} says deprecated: "${deprecated}". Write "next", or "next; use " and the code that comes instead; npm run version-packages writes the version.`,
    ];
  return heirsIn(instead ?? "", codes).flatMap((heir) => {
    if (heir === code)
      return [`${code} says deprecated: "${deprecated}", which names itself. Name another code in its docs, or write "next" alone.`];
    if (Object.hasOwn(codes, heir)) return [];
    return [`${code} says deprecated: "${deprecated}", and there is no ${heir}. Name a code of the service in its docs.`];
  });
}

/** What is wrong with the rows' words, which become the changelog's. */
function rowProblems({ name, after, changes }: Compared): readonly string[] {
  // Core's kinds are no rows that anybody writes; they have no docs.
  if (name === "core") return [];
  const newCodes = changes.flatMap((change) => newCode(change) ?? []);
  const newlyDeprecated = changes.filter(({ id }) => id === "deprecated").map(({ subject }) => subject);
  return Object.entries(after.codes).flatMap(([code, one]) => [
    ...(newCodes.includes(code) ? sinceProblem(code, one) : []),
    ...deprecationProblems(code, one, newlyDeprecated.includes(code), after.codes),
  ]);
}

/** Holds the changes of every package against its pending changesets. */
export function judge(compared: readonly Compared[], pending: Pending): readonly Verdict[] {
  return compared.map((one) => {
    const { packageName, name, before, changes, problems } = one;
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
      problems: [...problems, ...rowProblems(one)],
    };
  });
}

export function isPassed({ verdicts, problems }: Judgement): boolean {
  return problems.length === 0 && verdicts.every((one) => one.isEnough && one.problems.length === 0);
}
