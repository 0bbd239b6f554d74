import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../failure.js";
import { rowComment } from "../row-comments.js";

/** The service that gets a code in the rehearsal, and the code. */
export const NEW_CODE = { service: "scaiwave", code: "SW_REHEARSAL_ADDED", status: 409 } as const;

function insertBefore(file: string, mark: RegExp, text: string): void {
  const before = readFileSync(file, "utf8");
  const found = mark.exec(before);
  if (!found) throw new Failure(`${file} has nothing that matches ${mark.source}, where the rehearsal adds its row.`);
  writeFileSync(file, before.slice(0, found.index) + text + before.slice(found.index));
}

/** Adds a row and its docs, as somebody does who has seen a new code on a page. */
export function addCode(copy: string): void {
  const { service, code, status } = NEW_CODE;
  const source = (file: string): string => join(copy, "packages", service, "src", file);
  const meaning = "Added in a rehearsal.";
  const row = `  ${code}: { status: ${status}, kind: "failed_precondition" },\n`;
  insertBefore(source("codes.ts"), /^\} as const satisfies /m, rowComment(service, code, { meaning }) + row);
  const text = `meaning: ${JSON.stringify(meaning)}, cause: "A rehearsal was run.", fix: "Nothing has to be done.", origin: "service"`;
  const docs = `{ ${text}, group: "Misc", since: "next", page: "${service}/reference/error-codes" }`;
  insertBefore(source("docs.ts"), /^\} satisfies DocsOf/m, `  ${code}: ${docs},\n`);
}
