import type { Change } from "./diff.js";
import { type Judgement, type Verdict, isPassed } from "./gate.js";

const WRITE_COMMAND = "npm run codes:check -- --write";

function lineOf({ subject, bump, change, was, is, reason }: Change): string {
  return `  ${subject}: ${bump}, because ${change} (${was} → ${is}).\n    ${reason}`;
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
    [headOf(verdict), ...verdict.changes.map(lineOf), ...verdict.problems.map((problem) => `  ${problem}`)].join("\n"),
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
