import { basename } from "node:path";
import { readPage } from "../page/file.js";
import { understandPageOf } from "../page/understand.js";
import type { UnderstoodPage } from "../page/understand.js";
import { isCapitals } from "../page/words.js";
import { observe } from "../observe.js";
import type { VocabularyRecord } from "../record.js";
import { type Workspace, loadService, servicePackage } from "../workspace.js";
import { type Difference, compare, isUsed } from "./differences.js";
import { whyNotUnderstood } from "./judge.js";
import { writeStubs } from "./stubs.js";

function statusText(status: number | undefined): string {
  return status === undefined ? "no status" : `${status}`;
}

function lineOf({ what, key, entry, here }: Difference): string {
  if (what === "another status") return `  ${key}: ${statusText(entry?.status)} on the page, ${statusText(here)} here`;
  if (what === "not on the page") {
    return entry ? `  ${key} (${statusText(here)}), which it calls gone under "${entry.heading}"` : `  ${key} (${statusText(here)})`;
  }
  const status = entry?.by === "code" || entry?.by === "message" ? `${statusText(entry.status)}, ` : "";
  return `  ${key} (${status}under "${entry?.heading ?? ""}")`;
}

const HEADINGS = {
  "not in the vocabulary": "On the page, and not in the vocabulary:",
  "not on the page": "In the vocabulary, and not on the page:",
  "another status": "With another status:",
} as const satisfies Readonly<Record<Difference["what"], string>>;

function sections(found: readonly Difference[]): string[] {
  return Object.entries(HEADINGS).flatMap(([what, title]) => {
    const lines = found.filter((one) => one.what === what).map(lineOf);
    return lines.length > 0 ? [title, ...lines, ""] : [];
  });
}

/** The differences that were left on purpose, by their reasons. */
function knownLines(known: readonly Difference[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { what, key, why = "" } of known) byReason.set(`${what}: ${why}`, [...(byReason.get(`${what}: ${why}`) ?? []), key]);
  return [...byReason].flatMap(([reason, keys]) => [`Known, ${reason}`, `  ${keys.join(", ")}`, ""]);
}

function countText(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

function headLine(name: string, file: string, { form, rows, unread, otherTables }: UnderstoodPage): string {
  const left = otherTables === 0 ? "" : `, ${countText(otherTables, "table")} about something else`;
  return `${name}: ${file} (${form}, ${countText(rows.length, "row")} read, ${unread.length} not understood${left})`;
}

/** What the report cannot vouch for, though the page was understood. */
function limits(record: VocabularyRecord, { rows, mentions }: UnderstoodPage): string[] {
  const open = rows.filter(({ isOpen }) => isOpen).length;
  const codes = mentions
    .filter(({ by }) => by === "code" && isUsed(record, by))
    .map(({ key }) => key)
    .filter((code) => isCapitals(code) || Object.hasOwn(record.codes, code));
  const named = [...new Set(codes)];
  return [
    ...(open > 0
      ? [
          `${countText(open, "message")} cannot be told from the explanation behind it in this form. Words that were added to it may not show.`,
          "",
        ]
      : []),
    ...(named.length > 0
      ? [`Named in the text alone, and not compared: ${named.slice(0, 20).join(", ")}${named.length > 20 ? ", and more" : ""}.`, ""]
      : []),
  ];
}

/** The report about a page, and the exit code: 0 where it agrees with the vocabulary, 1 where it differs, 2 where it was not understood. */
export interface DriftReport {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
}

/** Compares a page with a service's vocabulary. */
export async function drift(workspace: Workspace, name: string, file: string, write: boolean): Promise<DriftReport> {
  const { root } = workspace;
  const one = servicePackage(root, name);
  const page = understandPageOf(basename(file), readPage(file));
  const { service, docs } = await loadService(workspace, one);
  const record = observe({ service, docs, details: new Map(), version: one.version });
  const comparison = compare(record, page.rows);
  const reasons = whyNotUnderstood(record, page, comparison);
  const head = [headLine(name, basename(file), page), ""];
  if (reasons.length > 0) {
    const lines = [
      ...head,
      ...reasons,
      "The page was not understood, so it was not compared. Name another form of it, or mend the places above in a copy.",
    ];
    return { text: `${lines.join("\n")}\n`, exitCode: 2 };
  }

  const found = comparison.differences;
  const news = found.filter(({ why }) => why === undefined);
  const lines = [...head, ...sections(news), ...knownLines(found.filter(({ why }) => why !== undefined)), ...limits(record, page)];
  const stubs = news.filter(({ what }) => what === "not in the vocabulary").flatMap(({ entry }) => entry ?? []);
  if (write && stubs.length > 0)
    lines.push(
      `Added ${countText(stubs.length, "row")} to ${writeStubs(root, name, stubs)}. They compile once kind and retry are decided.`,
    );
  lines.push(
    news.length === 0
      ? "No drift."
      : `${countText(news.length, "difference")}. Change the vocabulary, or add them to drift/known.ts with the reason.`,
  );
  return { text: `${lines.join("\n")}\n`, exitCode: news.length > 0 ? 1 : 0 };
}
