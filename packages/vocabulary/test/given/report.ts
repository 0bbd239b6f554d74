import { compare } from "../../src/drift/differences.js";
import { whyNotUnderstood } from "../../src/drift/judge.js";
import { understandPage } from "../../src/page/understand.js";
import type { CodeRecord, VocabularyRecord } from "../../src/record.js";

function codeRecord(more: Partial<CodeRecord>): CodeRecord {
  return {
    status: null,
    kind: "internal",
    retry: "never",
    source: "status",
    idempotentOnly: false,
    foundBy: "wire",
    details: {},
    meaning: "",
    group: "",
    since: "1.0.0",
    ...more,
  };
}

export function recordOf(service: string, codes: Readonly<Record<string, Partial<CodeRecord>>>): VocabularyRecord {
  return {
    service,
    version: "1.0.0",
    codes: Object.fromEntries(Object.entries(codes).map(([code, more]) => [code, codeRecord(more)])),
    unrecognized: {},
  };
}

/** What the report would say of a page: why it was not understood, and the differences. */
export function reportOf(record: VocabularyRecord, text: string): { readonly reasons: string; readonly differences: readonly string[] } {
  const page = understandPage(text);
  const comparison = compare(record, page.rows);
  return {
    reasons: whyNotUnderstood(record, page, comparison).join("\n"),
    differences: comparison.differences.map(({ what, key, entry }) => `${key}: ${what} (${entry?.status ?? "none"})`),
  };
}
