import type { Bump } from "./bump.js";
import { isAssignable, typeText } from "./details-schema.js";
import type { Classification, CodeRecord } from "./record.js";

/** A decision: what a change of a code means for those who have written programs against it. */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  /** What of a code it is about. */
  readonly aspect: string;
  /** What has changed, as in a table. */
  readonly change: string;
  readonly bump: Exclude<Bump, "none">;
  /** Why, argued from what a consumer's switch, retry loop or UI does. */
  readonly reason: string;
  /** What who uses the package has to do about it, as the changelog says it. */
  readonly todo: string;
}

const decisions = {
  added: {
    aspect: "code",
    change: "a code is added",
    bump: "minor",
    reason:
      "Running programs keep working: what used to arrive as UNRECOGNIZED now has a name. A closed switch stops compiling until it handles the code, which is its purpose.",
    todo: "Handle it wherever you name every code; the compiler shows the places. Until now it arrived as UNRECOGNIZED.",
  },
  removed: {
    aspect: "code",
    change: "a code is removed",
    bump: "major",
    reason: "A case for it no longer compiles, and at run time the branch that was written for it is never reached again.",
    todo: "Delete what was written for it, also in dashboards and alerts. What it stood for now arrives as UNRECOGNIZED.",
  },
  renamed: {
    aspect: "code",
    change: "a code is renamed",
    bump: "major",
    reason: "For everyone who branches on the old name, in a switch, a dashboard or an alert, it is a removal.",
    todo: "Replace the old name everywhere, also in dashboards and alerts.",
  },
  kind: {
    aspect: "kind",
    change: "the kind changes",
    bump: "major",
    reason:
      "Programs that branch on the kind (a handler map, a UI's texts, a metric's label) take another branch, and nothing warns about it.",
    todo: "Check everything that branches on the kind, and everything that is shown or counted by kind.",
  },
  statusClass: {
    aspect: "status",
    change: "the documented status moves to another class, or is withdrawn",
    bump: "major",
    reason:
      "What counted as the caller's fault now counts as the service's, or the reverse: alerts, error budgets and gateways act on that.",
    todo: "Check alerts, error budgets and gateways that count by status class.",
  },
  status: {
    aspect: "status",
    change: "the documented status changes within its class, or is now documented",
    bump: "minor",
    reason:
      "A switch on the code does not depend on it, and `error.status` is the received one. Emulators and gateways respond with another status.",
    todo: "Check emulators and gateways that respond with the status. Programs need no change.",
  },
  detailsNarrowed: {
    aspect: "details",
    change: "the details type changes so that a consumer of the old one breaks",
    bump: "major",
    reason: "A program that reads the details stops compiling, or reads undefined.",
    todo: "Adapt what reads the details; the compiler shows the places.",
  },
  details: {
    aspect: "details",
    change: "the details type changes, but every value of the new type is valid for the old one",
    bump: "minor",
    reason: "Programs that read the details keep working; there is more to read.",
    todo: "Nothing to do; there is more to read.",
  },
  retryMore: {
    aspect: "retry",
    change: "retry becomes more permissive",
    bump: "major",
    reason:
      "A retry loop now repeats requests that it did not repeat before, or more often, or requests that are not idempotent: load, cost and, in the worst case, the effect double. Neither the types nor a consumer's tests show it.",
    todo: "Decide whether sending the request again is right for you. If it is not, exclude the code from your retries.",
  },
  retryLess: {
    aspect: "retry",
    change: "retry becomes stricter",
    bump: "minor",
    reason:
      "A retry loop gives up earlier, or for requests that are not idempotent. The user sees a failure that the program must be able to show anyway, and nothing happens twice.",
    todo: "Make sure that the failure is shown or handled when the retries end.",
  },
  retryAside: {
    aspect: "retry",
    change: "retry changes between `never` and `after_change`",
    bump: "minor",
    reason: "No loop repeats the request in either case; a UI starts or stops offering a way out, such as signing in.",
    todo: "Check what your UI offers for it: a way out, such as signing in again, has been added or removed.",
  },
  retrySource: {
    aspect: "source of the retry advice",
    change: "the same retry advice is now documented, or no longer is",
    bump: "patch",
    reason: "The advice is the same; only its source has changed.",
    todo: "Nothing to do.",
  },
  found: {
    aspect: "found by",
    change: "the code is recognized differently (by another message, close code or place)",
    bump: "minor",
    reason: "Every switch compiles as before and means the same; some failures that used to have another code now have this one.",
    todo: "Nothing to do in programs; counts per code may move from one code to another.",
  },
  deprecated: {
    aspect: "deprecation",
    change: "a code is newly deprecated",
    bump: "minor",
    reason: "Nothing stops working. It announces the major version that removes the code, so it must not hide in a patch.",
    todo: "Move to the named replacement before the next major version removes it.",
  },
  text: {
    aspect: "text",
    change: "a text changes: meaning, cause, fix, origin, group, since, or the words of a deprecation",
    bump: "patch",
    reason: "Programs do not read it.",
    todo: "Nothing to do.",
  },
  envelope: {
    aspect: "schema",
    change: "the JSON Schema of the envelope changes",
    bump: "minor",
    reason: "Gateways that validate with it accept different responses. Clients do not validate; their parser accepts both.",
    todo: "Update gateways that validate with the schema.",
  },
} as const satisfies Readonly<Record<string, Omit<Rule, "id">>>;

export type RuleId = keyof typeof decisions;

/** All decisions, in the order of the table in docs/semver.md. */
export const RULES: readonly Rule<RuleId>[] = Object.entries(decisions).map(([id, rule]) => ({
  // Object.entries forgets the keys' literal types.
  id: id as RuleId,
  ...rule,
}));

export function ruleOf(id: RuleId): Rule<RuleId> {
  return { id, ...decisions[id] };
}

/** A rule that applies to a code, with what was and what is. */
export interface Applied {
  readonly rule: RuleId;
  readonly was: string;
  readonly is: string;
}

/** How many more requests a loop that follows the policy sends by itself: none, one, many. */
const repeats = { never: 0, after_change: 0, once: 1, backoff: 2 } as const satisfies Readonly<Record<Classification["retry"], number>>;

function adviceOf({ retry, idempotentOnly }: Classification): string {
  return idempotentOnly ? `${retry}, if idempotent` : retry;
}

function retryRule(was: Classification, is: Classification): RuleId | undefined {
  const more = repeats[is.retry] - repeats[was.retry];
  if (more !== 0) return more > 0 ? "retryMore" : "retryLess";
  if (was.retry !== is.retry) return "retryAside";
  if (was.idempotentOnly !== is.idempotentOnly) return was.idempotentOnly ? "retryMore" : "retryLess";
  return was.source === is.source ? undefined : "retrySource";
}

/** The rules that apply to how something is classified. */
export function classificationChanges(was: Classification, is: Classification): Applied[] {
  const applied: Applied[] = [];
  if (was.kind !== is.kind) applied.push({ rule: "kind", was: was.kind, is: is.kind });
  const retry = retryRule(was, is);
  const text = retry === "retrySource" ? ({ source }: Classification): string => source : adviceOf;
  if (retry) applied.push({ rule: retry, was: text(was), is: text(is) });
  return applied;
}

const classOf = (status: number | null): number | null => (status === null ? null : Math.floor(status / 100));

function statusRule(was: number | null, is: number | null): RuleId | undefined {
  if (was === is) return undefined;
  return was === null || classOf(was) === classOf(is) ? "status" : "statusClass";
}

const foundText = ({ foundBy, message, close }: CodeRecord): string => [foundBy, message ?? close ?? []].flat().join(": ");

/** The rules that apply to a code that two records have. */
export function codeChanges(was: CodeRecord, is: CodeRecord): Applied[] {
  const applied = classificationChanges(was, is);
  const status = statusRule(was.status, is.status);
  if (status) applied.push({ rule: status, was: `${was.status ?? "no status"}`, is: `${is.status ?? "no status"}` });
  const [oldDetails, newDetails] = [typeText(was.details), typeText(is.details)];
  if (!isAssignable(is.details, was.details)) applied.push({ rule: "detailsNarrowed", was: oldDetails, is: newDetails });
  else if (!isAssignable(was.details, is.details)) applied.push({ rule: "details", was: oldDetails, is: newDetails });
  if (foundText(was) !== foundText(is)) applied.push({ rule: "found", was: foundText(was), is: foundText(is) });
  if (!was.deprecated && is.deprecated) applied.push({ rule: "deprecated", was: "in use", is: is.deprecated });
  for (const text of ["meaning", "cause", "fix", "origin", "group", "since", "deprecated"] as const) {
    const isNews = text === "deprecated" && !was.deprecated;
    if (was[text] !== is[text] && !isNews) applied.push({ rule: "text", was: was[text] ?? "nothing", is: is[text] ?? "nothing" });
  }
  return applied;
}
