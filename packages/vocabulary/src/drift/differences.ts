import type { Service } from "@scai-errors/core";
import type { CodeRecord, VocabularyRecord } from "../record.js";
import type { PageEntry } from "./entries.js";
import { type KnownDifference, reasonOf } from "./known.js";

/** A difference between a page and a vocabulary. */
export interface Difference {
  readonly what: KnownDifference["what"];
  readonly key: string;
  /** What the page says; undefined where it says nothing. */
  readonly entry: PageEntry | undefined;
  /** The status in the vocabulary. */
  readonly here: number | undefined;
  /** Why it was left as it is; undefined for drift. */
  readonly why: string | undefined;
}

const FOUND_BY = { code: "wire", message: "message", status: "status", close: "close" } as const satisfies Readonly<
  Record<PageEntry["by"], CodeRecord["foundBy"]>
>;

/**
 * The code that a message leads to, found by decoding it. Where a page was flattened, nothing shows where a message ends and its explanation
 * begins, so words are left out from the end until one is found.
 */
function codeOfMessage(service: Service, text: string): string | undefined {
  const words = text.replace(/<(\w+)>/g, "$1").split(" ");
  for (let count = words.length; count > 0; count -= 1) {
    const { code, codeFrom } = service.decode({ status: 400, body: { detail: words.slice(0, count).join(" ") } });
    if (codeFrom === "message") return code;
  }
  return undefined;
}

function codeOf(service: Service, codes: VocabularyRecord["codes"], { by, key }: PageEntry): string | undefined {
  if (by === "message") return codeOfMessage(service, key);
  const isIt = (code: string, { status, close }: CodeRecord): boolean =>
    (by === "code" ? code : by === "status" ? `${status}` : `${close}`) === key;
  return Object.keys(codes).find((code) => {
    const record = codes[code];
    return record?.foundBy === FOUND_BY[by] && isIt(code, record);
  });
}

/** Compares what a page says with a vocabulary. What the service does not identify failures by is left out, and so are successes. */
export function differences(service: Service, { codes }: VocabularyRecord, entries: readonly PageEntry[]): readonly Difference[] {
  const ways = new Set(Object.values(codes).map(({ foundBy }) => foundBy));
  const found: Difference[] = [];
  const seen = new Set<string>();
  const add = (what: KnownDifference["what"], key: string, entry: PageEntry | undefined, here: number | undefined): void => {
    found.push({ what, key, entry, here, why: reasonOf(service.name, what, key) });
  };
  for (const entry of entries) {
    if (!ways.has(FOUND_BY[entry.by]) || (entry.by === "status" && Number(entry.key) < 400)) continue;
    const code = codeOf(service, codes, entry);
    if (code === undefined) add("not in the vocabulary", entry.key, entry, undefined);
    else {
      const here = codes[code]?.status ?? undefined;
      if (!seen.has(code) && here !== entry.status) add("another status", code, entry, here);
      seen.add(code);
    }
  }
  for (const [code, { foundBy, status }] of Object.entries(codes)) {
    if (!seen.has(code) && foundBy !== "program") add("not on the page", code, undefined, status ?? undefined);
  }
  return found;
}
