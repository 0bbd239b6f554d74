import { parseJson } from "@scai-errors/core";
import { looksLikeEventStream } from "./error-frame.js";
import { looksLikeHar } from "./har.js";
import { objectIn } from "./log-line.js";
import { looksLikeResponse } from "./response-text.js";

/** What an input is: the output of curl, a HAR, a log of JSON lines, or anything else, which is taken for a body. */
export const FORMATS = ["response", "har", "log", "body"] as const;

export type Format = (typeof FORMATS)[number];

/** How many lines may stand in front of the first JSON line of a log, such as a program's greeting. */
const LINES_TO_TRY = 20;

/** What an input is, by its beginning. */
export function formatOf(head: string): Format {
  if (looksLikeResponse(head)) return "response";
  if (looksLikeHar(head)) return "har";
  return looksLikeLog(head) && !looksLikeEventStream(head) ? "log" : "body";
}

/** More than one line, one of the first of which is a JSON object, while all of it is not. */
function looksLikeLog(head: string): boolean {
  const lines = head.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2 || parseJson(head) !== undefined) return false;
  // Not the members of a document that is broken into lines, which are indented.
  return lines.slice(0, LINES_TO_TRY).some((line) => !/^\s/.test(line) && Object.keys(objectIn(line) ?? {}).length > 0);
}
