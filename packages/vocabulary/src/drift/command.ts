import { basename } from "node:path";
import { BadInput } from "../bad-input.js";
import { observe } from "../observe.js";
import { type Workspace, loadService, servicePackage } from "../workspace.js";
import { type Difference, differences } from "./differences.js";
import { readEntries } from "./entries.js";
import { readPage } from "./page.js";
import { writeStubs } from "./stubs.js";

function statusText(status: number | undefined): string {
  return status === undefined ? "no status" : `${status}`;
}

function lineOf({ what, key, entry, here }: Difference): string {
  if (what === "another status") return `  ${key}: ${statusText(entry?.status)} on the page, ${statusText(here)} here`;
  if (what === "not on the page") return `  ${key} (${statusText(here)})`;
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

/** Compares a page with a service's vocabulary; gives the report and whether anything differs that is not known. */
export async function drift(
  workspace: Workspace,
  name: string,
  file: string,
  write: boolean,
): Promise<{ readonly text: string; readonly hasDrift: boolean }> {
  const { root } = workspace;
  const one = servicePackage(root, name);
  const { form, entries } = readEntries(basename(file), readPage(file));
  const { service, docs } = await loadService(workspace, one);
  const record = observe({ service, docs, details: new Map(), version: one.version });
  const found = differences(service, record, entries);
  const missing = found.filter(({ what }) => what === "not in the vocabulary");
  const isOther = entries.length > 0 && found.filter(({ what }) => what === "not on the page").length >= Object.keys(record.codes).length;
  if (isOther) throw new BadInput(`${basename(file)} has none of the codes of ${name}. Is it the page of another service?`);

  const news = found.filter(({ why }) => why === undefined);
  const lines = [`${name}: ${basename(file)} (${form}, ${entries.length} entries)`, "", ...sections(news)];
  lines.push(...knownLines(found.filter(({ why }) => why !== undefined)));
  const stubs = missing.filter(({ why }) => why === undefined).flatMap(({ entry }) => entry ?? []);
  if (write && stubs.length > 0)
    lines.push(
      `Added ${stubs.length} ${stubs.length === 1 ? "row" : "rows"} to ${writeStubs(root, name, stubs)}. They compile once kind and retry are decided.`,
    );
  lines.push(
    news.length === 0
      ? "No drift."
      : `${news.length} ${news.length === 1 ? "difference" : "differences"}. Change the vocabulary, or add them to drift/known.ts with the reason.`,
  );
  return { text: `${lines.join("\n")}\n`, hasDrift: news.length > 0 };
}
