import type { CodeRecord, VocabularyRecord } from "../../src/record.js";

/** A code like most: a documented status and everything else following from it. */
const CODE: CodeRecord = {
  status: 404,
  kind: "not_found",
  retry: "never",
  source: "status",
  idempotentOnly: false,
  foundBy: "wire",
  details: {},
  meaning: "There is no such room.",
  group: "Rooms",
  since: "1.0.0",
};

export function code(changes: Partial<CodeRecord> = {}): CodeRecord {
  return { ...CODE, ...changes };
}

/** A vocabulary of a made-up service. */
export function record(codes: Readonly<Record<string, CodeRecord>>, version = "1.0.0"): VocabularyRecord {
  return {
    service: "hotel",
    version,
    codes,
    unrecognized: {
      "4xx": { kind: "invalid_argument", retry: "never", source: "status", idempotentOnly: false },
      "404": { kind: "not_found", retry: "never", source: "status", idempotentOnly: false },
      "5xx": { kind: "internal", retry: "once", source: "status", idempotentOnly: true },
    },
  };
}
