import type { Change } from "./diff.js";
import { type Verdict, isPassed } from "./gate.js";

const WRITE_COMMAND = "npm run codes:check -- --write";

function lineOf({ subject, bump, change, was, is, reason }: Change): string {
  return `  ${subject}: ${bump}, because ${change} (${was} → ${is}).\n    ${reason}`;
}

/** From how many changed texts on they are told in one line: a step that all of them share, and that nobody decides code by code. */
const MANY_TEXTS = 10;

function linesOf(changes: readonly Change[]): string[] {
  const texts = changes.filter(({ id }) => id === "text");
  const [first] = texts;
  if (!first || texts.length < MANY_TEXTS) return changes.map(lineOf);
  const codes = [...new Set(texts.map(({ subject }) => subject))];
  const named = `${codes.slice(0, 3).join(", ")}${codes.length > 3 ? ` and ${codes.length - 3} more` : ""}`;
  const summary = `  ${named}: ${first.bump}, because ${texts.length} texts change.\n    ${first.reason}`;
  return [...changes.filter(({ id }) => id !== "text").map(lineOf), summary];
}

function headOf({ packageName, released, required, pending, isEnough }: Verdict): string {
  const head = `${packageName} (released: ${released}) needs a ${required} changeset`;
  if (isEnough) return `${head} and has a ${pending} one.`;
  return pending === "none" ? `${head} and has none.` : `${head}; the one it has is ${pending}.`;
}

/** The gate's answer for people: per package what it needs, each code with its step and reason, and the command that writes the changeset. */
export function gateText(verdicts: readonly Verdict[]): string {
  const changed = verdicts.filter(({ changes }) => changes.length > 0);
  const blocks = changed.map((verdict) =>
    [headOf(verdict), ...linesOf(verdict.changes), ...verdict.problems.map((problem) => `  ${problem}`)].join("\n"),
  );
  if (changed.length === 0)
    blocks.push(`No vocabulary has changed since its last release (${verdicts.map(({ name }) => name).join(", ")}).`);
  if (verdicts.some(({ isEnough }) => !isEnough)) blocks.push(`Write the missing changesets with: ${WRITE_COMMAND}`);
  else if (isPassed(verdicts) && changed.length > 0) blocks.push("Every changed vocabulary has the changeset that its changes require.");
  return `${blocks.join("\n\n")}\n`;
}

/** The same for machines. */
export function gateJson(verdicts: readonly Verdict[]): string {
  return `${JSON.stringify({ ok: isPassed(verdicts), packages: verdicts }, null, 2)}\n`;
}

/** The headings of a changeset, and what of a change they say. */
const HEADINGS: Readonly<Partial<Record<Change["id"], readonly [heading: string, text: (change: Change) => string]>>> = {
  added: ["Codes added", ({ subject, is }) => `${subject} (${is})`],
  // "next" means nothing any more where the changeset is read, which is in the changelog of that version.
  deprecated: ["Codes deprecated", ({ subject, is }) => `${subject} (${is.replace(/^next\W*/, "") || "nothing comes instead"})`],
  removed: ["Codes removed", ({ subject, was }) => `${subject} (${was})`],
  renamed: ["Codes renamed", ({ was, is }) => `${was} → ${is}`],
  text: ["Texts changed", ({ subject }) => subject],
};

/** The changeset of a package's changes: its step, and the codes by what happened to them. */
export function changesetText({ packageName, name, required, changes }: Verdict): string {
  const groups = new Map<string, string[]>();
  for (const change of changes) {
    const { subject, aspect, was, is } = change;
    const [heading, text] = HEADINGS[change.id] ?? ["Codes changed", () => `${subject} (${aspect}: ${was} → ${is})`];
    groups.set(heading, [...(groups.get(heading) ?? []), text(change)]);
  }
  // A code whose meaning and fix have changed is named once.
  const paragraphs = [...groups].map(([heading, codes]) => `${heading}: ${[...new Set(codes)].join("; ")}.`);
  return `---\n"${packageName}": ${required}\n---\n\n${[`The vocabulary of ${name} changes.`, ...paragraphs].join("\n\n")}\n`;
}
