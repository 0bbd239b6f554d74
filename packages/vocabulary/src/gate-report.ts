import type { Change } from "./diff.js";
import { type Judgement, type Verdict, isPassed } from "./gate.js";

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
  if (required === "none") return `${packageName} (released: ${released}) needs no changeset.`;
  const head = `${packageName} (released: ${released}) needs a ${required} changeset`;
  if (isEnough) return `${head} and has a ${pending} one.`;
  return pending === "none" ? `${head} and has none.` : `${head}; the one it has is ${pending}.`;
}

/** The gate's answer for people: per package what it needs, each code with its step and reason, and the command that writes the changeset. */
export function gateText(judgement: Judgement): string {
  const { verdicts, problems } = judgement;
  const changed = verdicts.filter((one) => one.changes.length > 0 || one.problems.length > 0);
  const blocks = changed.map((verdict) =>
    [headOf(verdict), ...linesOf(verdict.changes), ...verdict.problems.map((problem) => `  ${problem}`)].join("\n"),
  );
  if (changed.length === 0)
    blocks.push(`No vocabulary has changed since its last release (${verdicts.map(({ name }) => name).join(", ")}).`);
  blocks.push(...problems);
  if (verdicts.some(({ isEnough }) => !isEnough)) blocks.push(`Write the missing changesets with: ${WRITE_COMMAND}`);
  else if (isPassed(judgement) && changed.length > 0) blocks.push("Every changed vocabulary has the changeset that its changes require.");
  return `${blocks.join("\n\n")}\n`;
}

/** The same for machines. */
export function gateJson(judgement: Judgement): string {
  return `${JSON.stringify({ ok: isPassed(judgement), packages: judgement.verdicts, problems: judgement.problems }, null, 2)}\n`;
}
