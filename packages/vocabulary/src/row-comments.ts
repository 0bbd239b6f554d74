import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type CodeDocs, helpUrl } from "@scai-errors/core";
import { BadInput } from "./bad-input.js";
import { type Workspace, loadService, servicePackages } from "./workspace.js";

/** What an editor shows for a code: what it means, and where its page is. A comment, because prose in the rows would be in every program. */
export function rowComment(service: string, code: string, { meaning, deprecated }: Pick<CodeDocs, "meaning" | "deprecated">): string {
  const inComment = (text: string): string => text.replaceAll("*/", "* /");
  // An editor strikes the code through where a program names it in `codes`, and says what comes instead.
  const advice = deprecated === undefined ? "" : `   * @deprecated ${inComment(deprecated)}\n`;
  return `  /** ${inComment(meaning)}\n${advice}   * @see ${helpUrl({ id: `${service}/${code}` })} */\n`;
}

const COMMENT = /^ {2}\/\*\* .*\n(?: {3}\* @deprecated .*\n)? {3}\* @see https:.* \*\/\n/gm;
const ROW = /^ {2}(\w+): \{/gm;

/** The text of a codes.ts with the comment of its docs above every row, and no other comment with an address. */
export function withRowComments(
  source: string,
  service: string,
  docs: Readonly<Record<string, Pick<CodeDocs, "meaning" | "deprecated">>>,
): string {
  const missing = new Set(Object.keys(docs));
  const text = source.replace(COMMENT, "").replace(ROW, (row, code: string) => {
    const text = docs[code];
    if (!text) throw new BadInput(`${service}: ${code} has no row in docs.ts. Write what it means.`);
    missing.delete(code);
    return rowComment(service, code, text) + row;
  });
  if (missing.size > 0) {
    const codes = [...missing].join(", ");
    throw new BadInput(`${service}: no row of codes.ts begins with "  ${codes}: {". Write each row on lines of its own, two spaces in.`);
  }
  return text;
}

/** Writes the comments of all services; gives the files that have changed. */
export async function writeRowComments(workspace: Workspace): Promise<readonly string[]> {
  const written: string[] = [];
  for (const one of servicePackages(workspace.root)) {
    const file = join(one.folder, "src/codes.ts");
    const { docs } = await loadService(workspace, one);
    const before = readFileSync(file, "utf8");
    const after = withRowComments(before, one.name, docs);
    if (after === before) continue;
    writeFileSync(file, after);
    written.push(relative(workspace.root, file));
  }
  return written;
}
