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
      "Running programs go on: what came as UNRECOGNIZED now has a name. A closed switch stops compiling until it handles the code, which is what it is for.",
    todo: "Handle it where every code is named; the compiler shows the places. Until now it came as UNRECOGNIZED.",
  },
  removed: {
    aspect: "code",
    change: "a code is removed",
    bump: "major",
    reason: "A case for it no longer compiles, and at run time the branch that was written for it is never reached again.",
    todo: "Delete what was written for it, also in dashboards and alerts. What it stood for now comes as UNRECOGNIZED.",
  },
  renamed: {
    aspect: "code",
    change: "a code is renamed",
    bump: "major",
    reason: "It is a removal to everyone who branches on the old name, in a switch, a dashboard or an alert.",
    todo: "Write the new name wherever the old one stands, also in dashboards and alerts.",
  },
  kind: {
    aspect: "kind",
    change: "the kind changes",
    bump: "major",
    reason: "Whoever branches by kind (a handler map, a UI's texts, a metric's label) takes another branch, and nothing tells them.",
    todo: "Look at everything that branches by kind, and at what is shown or counted by it.",
  },
  statusClass: {
    aspect: "status",
    change: "the documented status moves to another class, or is withdrawn",
    bump: "major",
    reason:
      "What counted as the caller's fault now counts as the service's, or the reverse: alerts, error budgets and gateways act on that.",
    todo: "Look at alerts, error budgets and gateways that count by the class of the status.",
  },
  status: {
    aspect: "status",
    change: "the documented status changes within its class, or is now documented",
    bump: "minor",
    reason:
      "A switch on the code does not look at it and `error.status` is what arrived; emulators and gateways answer with another number.",
    todo: "Look at emulators and gateways that answer with the number; programs need no change.",
  },
  detailsNarrowed: {
    aspect: "details",
    change: "the details type changes so that a consumer of the old one breaks",
    bump: "major",
    reason: "A program that reads the details stops compiling, or reads undefined.",
    todo: "Read the details as they are now; the compiler shows the places.",
  },
  details: {
    aspect: "details",
    change: "the details type changes, and every value of the new one fits the old one",
    bump: "minor",
    reason: "Programs that read the details go on as they are; there is more to read.",
    todo: "Nothing has to be done; there is more that can be read.",
  },
  retryMore: {
    aspect: "retry",
    change: "retry becomes more permissive",
    bump: "major",
    reason:
      "A retry loop repeats what it did not repeat, or more often, or also what is not idempotent: load, cost and in the worst case the effect come twice. Neither the types nor the tests of a consumer show it.",
    todo: "Decide whether sending the request again is right for you; where it is not, leave the code out of the retries.",
  },
  retryLess: {
    aspect: "retry",
    change: "retry becomes stricter",
    bump: "minor",
    reason:
      "A retry loop gives up earlier, or where the request is not idempotent: the user sees the failure that the program must be able to show anyway, and nothing happens twice.",
    todo: "Make sure that the failure is shown or handled where the retries end.",
  },
  retryAside: {
    aspect: "retry",
    change: "retry changes between `never` and `after_change`",
    bump: "minor",
    reason: "No loop repeats the request in either case; a UI begins or ceases to offer a way out, such as signing in.",
    todo: "Look at what the UI offers for it: a way out, such as signing in again, has come or gone.",
  },
  retrySource: {
    aspect: "ground of the retry advice",
    change: "the same retry advice is now documented, or no longer is",
    bump: "patch",
    reason: "The advice is what it was; only its ground has changed.",
    todo: "Nothing has to be done.",
  },
  found: {
    aspect: "found by",
    change: "the code is found otherwise (another message, close code or place)",
    bump: "minor",
    reason: "Every switch compiles as before and means the same; some answers that came under another code now come under this one.",
    todo: "Nothing has to be done in programs; counts by code may move from one code to another.",
  },
  deprecated: {
    aspect: "deprecation",
    change: "a code is newly deprecated",
    bump: "minor",
    reason: "Nothing stops working; it announces the major step that removes the code, and must not hide in a patch.",
    todo: "Move to what is named instead before the next major version removes it.",
  },
  text: {
    aspect: "text",
    change: "a text changes: meaning, cause, fix, origin, group, since, or the words of a deprecation",
    bump: "patch",
    reason: "Programs do not read it.",
    todo: "Nothing has to be done.",
  },
  envelope: {
    aspect: "schema",
    change: "the JSON Schema of the envelope changes",
    bump: "minor",
    reason: "Gateways that validate with it judge other answers valid; clients do not validate, their reader takes both.",
    todo: "Take the new schema to gateways that validate with it.",
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
