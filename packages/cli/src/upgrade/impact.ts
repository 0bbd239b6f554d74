import type { Change } from "@scai-errors/vocabulary/diff";
import type { Complaint } from "./complaints.js";
import type { Aspect, Use } from "./uses.js";

/** A change, with the places of the source that it touches. */
export interface Touched {
  readonly change: Change;
  readonly uses: readonly Use[];
}

/** What a newer version means to a consumer. */
export interface Impact {
  /** What the compiler will say after the upgrade, and does not say today. */
  readonly reported: readonly Complaint[];
  /** What nobody will say, and what depends on it in the source. Each needs a decision. */
  readonly silent: readonly Touched[];
  /** What has changed and touches nothing in the source: no use of it was found, and the compiler says nothing of it. */
  readonly untouched: readonly Change[];
  /** Codes that come with the version. */
  readonly added: readonly Change[];
}

/** What of an error a change is about, besides its code; undefined for changes of words, which no program reads. */
const looksAt: Readonly<Record<Change["id"], readonly Aspect[] | undefined>> = {
  added: [],
  removed: [],
  renamed: [],
  kind: ["kind"],
  statusClass: ["status"],
  status: ["status"],
  detailsNarrowed: [],
  details: undefined,
  retryMore: ["retry"],
  retryLess: ["retry"],
  retryAside: ["retry"],
  retrySource: undefined,
  found: [],
  deprecated: [],
  text: undefined,
  envelope: undefined,
};

/** What the compiler reports where it has the types for it; a place that it reports is not listed again. */
const isSeenByCompiler: ReadonlySet<Change["id"]> = new Set(["removed", "renamed", "detailsNarrowed"]);

/** Brings together what has changed, what the source looks at, and what the compiler says. */
export function impactOf(changes: readonly Change[], uses: readonly Use[], reported: readonly Complaint[]): Impact {
  const relevant = changes.filter(({ id }) => looksAt[id]);
  const isReported = ({ file, line }: Use): boolean => reported.some((complaint) => complaint.file === file && complaint.line === line);
  const named = new Set(reported.flatMap(({ message, text }) => `${message} ${text}`.split(/\W+/)));
  const touched = relevant
    .filter(({ id }) => id !== "added")
    .map((change) => ({ change, uses: uses.filter((use) => isTouched(change, use)) }));
  return {
    reported,
    silent: touched
      .map(({ change, uses: all }) => ({ change, uses: isSeenByCompiler.has(change.id) ? all.filter((use) => !isReported(use)) : all }))
      .filter((one) => one.uses.length > 0),
    untouched: touched
      .filter(({ change, uses: all }) => all.length === 0 && !(isSeenByCompiler.has(change.id) && named.has(change.subject)))
      .map(({ change }) => change),
    added: relevant.filter(({ id }) => id === "added"),
  };
}

function isTouched(change: Change, { aspect, name }: Use): boolean {
  if (aspect === "code") return name === change.subject;
  if (!looksAt[change.id]?.includes(aspect)) return false;
  // A place that names a kind is touched where an error comes to it or leaves it.
  return name === undefined || name === change.was || name === change.is;
}

/** Whether somebody has to decide something before the upgrade. */
export function needsDecision({ reported, silent }: Impact): boolean {
  return reported.length > 0 || silent.length > 0;
}
