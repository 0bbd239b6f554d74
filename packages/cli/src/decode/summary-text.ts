import { UNRECOGNIZED, helpUrl } from "@scai-errors/core";
import type { Terminal } from "../terminal.js";
import type { ErrorId } from "./reading.js";
import type { Group, Tally } from "./tally.js";

const number = new Intl.NumberFormat("en-US");

/** Whether there is something to read about a code: not of one that nobody knows. */
function isExplained(id: ErrorId): boolean {
  return !id.endsWith(`/${UNRECOGNIZED}`);
}

/** What a group is called: its ids, with the received code where it is none of ours; else its status. */
function nameOf({ ids, receivedCode, statuses }: Group): string {
  if (ids.length === 0) return ["HTTP", ...statuses].join(" ");
  return receivedCode === undefined ? ids.join(" or ") : `${ids.join(" or ")} (${receivedCode})`;
}

function timeText(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}

function spanOf({ first, last }: Group): string | undefined {
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [timeText(first), timeText(last)];
  if (from === to) return from;
  // The day once.
  return `${from} to ${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to}`;
}

/** Many failures, for people: the most frequent first, each with its time and what to quote. */
export function summaryText(tally: Tally, call: string, terminal: Terminal): string {
  const { groups } = tally;
  const width = Math.max(...groups.map(({ count }) => number.format(count).length));
  const lines = groups.map((group) => {
    const below = [spanOf(group), group.requestIds.length > 0 ? `request ${group.requestIds.join(", ")}` : undefined];
    return [
      `${terminal.bold(number.format(group.count).padStart(width))}  ${nameOf(group)}  ${terminal.dim([group.ids.length > 0 ? group.statuses.join(", ") : "", group.kind].filter(Boolean).join(" · "))}`,
      ...below.flatMap((text) => (text === undefined ? [] : `${" ".repeat(width + 2)}${terminal.dim(text)}`)),
    ].join("\n");
  });
  const others = tally.others > 0 ? `${number.format(tally.others)} more, of kinds too many to be kept apart\n` : "";
  const [id] = groups.flatMap(({ ids }) => ids.filter(isExplained));
  const next = id === undefined ? "" : `\nRead on with: ${call} explain ${id}\n`;
  return `${lines.join("\n")}\n${others}${next}`;
}

/** Many failures, for machines. */
export function summaryJson(tally: Tally): object {
  return {
    failures: tally.total,
    codes: tally.groups.map(({ ids, receivedCode, statuses, kind, count, first, last, requestIds }) => ({
      ids,
      receivedCode,
      statuses,
      kind,
      count,
      first: first === undefined ? undefined : new Date(first).toISOString(),
      last: last === undefined ? undefined : new Date(last).toISOString(),
      requestIds,
      addresses: ids.filter(isExplained).map((id) => helpUrl({ id })),
    })),
    others: tally.others,
  };
}
