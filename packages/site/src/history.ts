import { readFileSync, existsSync } from "node:fs";
import type { CodeEntry } from "@scai-errors/core";
import type { SiteService } from "./services.js";

/** Something that happened to a code. */
export interface HistoryEntry {
  /** The version of the package, or `next` for the release that is being prepared. */
  readonly version: string;
  readonly what: string;
}

/** What of a code's record the history looks at: codes.json is the vocabulary as last released. */
interface Recorded {
  readonly status: number | null;
  readonly kind: string;
  readonly retry: string;
}

interface VocabularyRecord {
  readonly version: string;
  readonly codes: Readonly<Record<string, Recorded>>;
}

function readRecord({ folder }: SiteService): VocabularyRecord | undefined {
  const file = `${folder}/codes.json`;
  // Only the release tools write it, and their tests hold it against the rows.
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as VocabularyRecord) : undefined;
}

/** The rows of the changelog's tables of changed codes, by code, the oldest first: what a release said it changed. */
export function changesIn(changelog: string): ReadonlyMap<string, readonly HistoryEntry[]> {
  const found = new Map<string, HistoryEntry[]>();
  let version = "";
  let section = "";
  for (const line of changelog.split("\n")) {
    const heading = /^(#{2,3}) (.+)$/.exec(line);
    if (heading?.[1] === "##") version = heading[2] ?? "";
    if (heading?.[1] === "###") section = heading[2] ?? "";
    const [, code, aspect, was, is] = /^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
    if (section !== "Codes changed" || !code || !aspect || !was || !is) continue;
    // A changelog begins with the newest version.
    found.set(code, [{ version, what: `${aspect.trim()}: ${was.trim()} became ${is.trim()}` }, ...(found.get(code) ?? [])]);
  }
  return found;
}

function pendingChanges(recorded: Recorded | undefined, { status, kind, retry }: CodeEntry): readonly HistoryEntry[] {
  if (!recorded) return [];
  const aspects = [
    ["status", `${recorded.status ?? "none"}`, `${status ?? "none"}`],
    ["kind", recorded.kind, kind],
    ["retry", recorded.retry, retry],
  ] as const;
  return aspects.flatMap(([aspect, was, is]) => (was === is ? [] : [{ version: "next", what: `${aspect}: ${was} becomes ${is}` }]));
}

/** Gives what happened to the codes of a service, the oldest first: since when, what changed, and whether it is on its way out. */
export function historyOf(service: SiteService): (code: string, entry: CodeEntry) => readonly HistoryEntry[] {
  const record = readRecord(service);
  const changelog = `${service.folder}/CHANGELOG.md`;
  const changes = changesIn(existsSync(changelog) ? readFileSync(changelog, "utf8") : "");
  return (code, entry) => {
    const text = service.docs[code];
    // What stands for all codes beyond the vocabulary has no row, and has been there from the beginning.
    if (!text) return [{ version: "1.0.0", what: "added" }];
    const { since, deprecated } = text;
    // "1.4.0; use GONE"
    const [deprecation, ...instead] = deprecated?.split("; ") ?? [];
    return [
      { version: since, what: "added" },
      ...(changes.get(code) ?? []),
      ...pendingChanges(record?.codes[code], entry),
      ...(deprecation === undefined ? [] : [{ version: deprecation, what: ["deprecated", ...instead].join(": ") }]),
    ];
  };
}

/** A version as a page names it. */
export function versionWords(version: string): string {
  return version === "next" ? "the next release" : version;
}
