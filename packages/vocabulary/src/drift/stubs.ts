import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BadInput } from "../bad-input.js";
import type { PageRow } from "../page/rows.js";

/** A name for what has none: RECORD_IS_LOCKED for "Record is locked". */
function nameOf({ by, key }: PageRow): string {
  if (by === "code") return key;
  if (by !== "message") return `${by.toUpperCase()}_${key}`;
  return key
    .replace(/<\w+>|[^A-Z0-9 ]/gi, "")
    .trim()
    .split(/\s+/)
    .slice(0, 8)
    .join("_")
    .toUpperCase();
}

function rowOf(entry: PageRow): string {
  const { by, key, status, heading } = entry;
  const members = [
    by === "message" ? `message: ${JSON.stringify(key)}` : [],
    by === "close" ? `close: ${key}` : [],
    status === undefined ? [] : `status: ${status}`,
    "kind: DECIDE",
    "retry: DECIDE",
  ].flat();
  return `  // On the page under ${JSON.stringify(heading)}. Decide kind and retry, or leave them out where the status says it all.\n  ${nameOf(entry)}: { ${members.join(", ")} },\n`;
}

const END_OF_ROWS = /^\} as const satisfies /m;

/** Adds rows for what only the page has. DECIDE is no name of anything, so that they do not compile until somebody has decided. Gives the file. */
export function writeStubs(root: string, service: string, entries: readonly PageRow[]): string {
  const file = `packages/${service}/src/codes.ts`;
  const text = readFileSync(join(root, file), "utf8");
  const end = END_OF_ROWS.exec(text);
  if (!end) throw new BadInput(`${file} has no line that begins with "} as const satisfies". Add the rows by hand.`);
  writeFileSync(join(root, file), `${text.slice(0, end.index)}\n${entries.map(rowOf).join("")}${text.slice(end.index)}`);
  return file;
}
