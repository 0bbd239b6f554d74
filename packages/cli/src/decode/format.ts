import { parseJson } from "@scai-errors/core";
import { printedErrorIn, printedErrorOf, printedErrorsIn } from "../printed-error.js";
import { looksLikeEventStream } from "./error-frame.js";
import { looksLikeHar } from "./har.js";
import { isLogLine, objectIn } from "./log-line.js";
import type { LogMembers } from "./log-members.js";
import { looksLikeResponse } from "./response-text.js";

/** What an input is: the output of curl, a HAR, a log of JSON lines, or anything else, which is taken for a body. */
export const FORMATS = ["response", "har", "log", "body"] as const;

export type Format = (typeof FORMATS)[number];

/** How many lines may stand in front of the first JSON line of a log, such as a program's greeting. */
const LINES_TO_TRY = 20;

/** What an input is, by its beginning. */
export function formatOf(head: string, members: LogMembers): Format {
  if (looksLikeResponse(head)) return "response";
  if (looksLikeHar(head)) return "har";
  return looksLikeLog(head, members) ? "log" : "body";
}

/** Lines one of the first of which is a JSON object, or any of which has an error of ours, while all of it is neither. */
function looksLikeLog(head: string, members: LogMembers): boolean {
  if (printedErrorOf(head)) return false;
  const lines = head.split("\n").filter((line) => line.trim() !== "");
  const [first = ""] = lines;
  if (lines.length === 1) return isLogLine(objectIn(first) ?? {}, members) || printedErrorIn(first) !== undefined;
  if (parseJson(head) !== undefined || looksLikeEventStream(head)) return false;
  // Not the members of a document that is broken into lines, which are indented.
  const hasJson = lines.slice(0, LINES_TO_TRY).some((line) => !/^\s/.test(line) && Object.keys(objectIn(line) ?? {}).length > 0);
  return hasJson || printedErrorsIn(head).length > 0;
}
