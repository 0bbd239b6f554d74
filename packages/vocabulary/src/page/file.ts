import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { BadInput } from "../bad-input.js";

/** No page of error codes is nearly as long, and parsers of Markdown take minutes for one that is. */
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_LINES = 10_000;

/** The text of a page's file. */
export function readPage(file: string): string {
  let bytes: Buffer;
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new BadInput(`${file} is a directory. Name the file of the page.`);
    // A pipe or a device may never end.
    if (!stats.isFile()) throw new BadInput(`${file} is no regular file. Save the page to one.`);
    if (stats.size > MOST_BYTES) {
      throw new BadInput(
        `${file} has ${Math.round(stats.size / 1024 / 1024)} MB; a page of error codes has less than 2. Name the page itself.`,
      );
    }
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${file} cannot be read (${error instanceof Error ? error.message : "unknown"}). Check the path.`);
  }
  const text = decoded(bytes);
  if (text === undefined) throw new BadInput(`${basename(file)} is no text in UTF-8. Save the page as Markdown, HTML or plain text.`);
  const lines = text.split("\n").length;
  if (lines > MOST_LINES)
    throw new BadInput(`${basename(file)} has ${lines} lines; a page of error codes has less than ${MOST_LINES}. Name the page itself.`);
  return text;
}

/** Text in UTF-8; undefined for anything else. */
function decoded(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
