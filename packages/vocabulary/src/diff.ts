import { type Bump, largest } from "./bump.js";
import type { CodeRecord, VocabularyRecord } from "./record.js";
import { type Applied, type Rule, type RuleId, classificationChanges, codeChanges, ruleOf } from "./rules.js";

// The command line says with these rules what an upgrade means, and needs the record's type for it.
export type { VocabularyRecord } from "./record.js";

/** One change of a vocabulary, with the decision about it. */
export interface Change extends Rule<RuleId> {
  /** The code, or what else has changed. */
  readonly subject: string;
  readonly was: string;
  readonly is: string;
}

function changeOf(subject: string, { rule, was, is }: Applied): Change {
  return { ...ruleOf(rule), subject, was, is };
}

/** A code in a few words: `409, already_exists, never`. */
function gist({ status, kind, retry }: CodeRecord): string {
  return [status ?? [], kind, retry].flat().join(", ");
}

/** What makes two codes the same code under two names: everything but the version since which it is there. */
function identity({ since: _, ...code }: CodeRecord): string {
  return JSON.stringify(code);
}

/** What has changed from one record to another, code by code in alphabetical order. Nothing changed gives nothing. */
export function diff(before: VocabularyRecord, after: VocabularyRecord): readonly Change[] {
  const changes: Change[] = [];
  const added = new Map(Object.entries(after.codes).filter(([code]) => !Object.hasOwn(before.codes, code)));
  for (const [code, was] of Object.entries(before.codes)) {
    const is = Object.hasOwn(after.codes, code) ? after.codes[code] : undefined;
    if (is) {
      changes.push(...codeChanges(was, is).map((applied) => changeOf(code, applied)));
      continue;
    }
    const [heir] = [...added].find(([, one]) => identity(one) === identity(was)) ?? [];
    if (heir) added.delete(heir);
    changes.push(changeOf(code, heir ? { rule: "renamed", was: code, is: heir } : { rule: "removed", was: gist(was), is: "gone" }));
  }
  for (const [code, is] of added) changes.push(changeOf(code, { rule: "added", was: "not there", is: gist(is) }));
  return [...changes.sort(bySubject), ...unrecognizedChanges(before, after)];
}

/** In the order of character codes, which is the same on every machine. */
function bySubject(one: Change, other: Change): number {
  return Number(one.subject > other.subject) - Number(one.subject < other.subject);
}

function unrecognizedChanges(before: VocabularyRecord, after: VocabularyRecord): Change[] {
  // A status that has a code of its own, before or after, is not "any other".
  const coded = [before, after].flatMap(({ codes }) =>
    Object.values(codes).flatMap(({ foundBy, status }) => (foundBy === "status" ? `${status}` : [])),
  );
  const at = ({ unrecognized }: VocabularyRecord, status: string) => unrecognized[status] ?? unrecognized[`${status.charAt(0)}xx`];
  const statuses = Object.keys({ ...before.unrecognized, ...after.unrecognized });
  return statuses.flatMap((status) => {
    if (coded.includes(status)) return [];
    const [was, is] = [at(before, status), at(after, status)];
    if (!was || !is) return [];
    return classificationChanges(was, is).map((applied) => changeOf(`any other ${status}`, applied));
  });
}

/** The step that some changes ask for: the largest that one of them asks for. */
export function bumpOf(changes: readonly Change[]): Bump {
  return largest(changes.map(({ bump }) => bump));
}
