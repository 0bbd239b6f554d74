import { isObject, parseJson } from "@scai-errors/core";
import { Refusal } from "../exit-codes.js";
import { printedErrorOf } from "../printed-error.js";
import type { RecordedAnswer } from "./answer.js";
import { isLogLine, readLogLine } from "./log-line.js";
import type { LogMembers } from "./log-members.js";

/** Larger than any error body; what is larger is something else. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/**
 * Gathers what has to be read as a whole.
 * @throws Refusal where it is larger than 16 MiB.
 */
export async function readWhole(chunks: AsyncIterable<Buffer>, file: string): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LARGEST_DOCUMENT)
      throw new Refusal(
        `${file} is no log of JSON lines and no HAR, and larger than 16 MiB; cut out the response that you want to know about, or read it as a log with --as log.`,
      );
    parts.push(Buffer.from(chunk));
  }
  return Buffer.concat(parts).toString();
}

/** What a document holds. */
export interface Document {
  readonly answers: readonly RecordedAnswer[];
  /** Whether it is of a log: a line of one, broken into several, or a list of lines. */
  readonly isLog: boolean;
}

/** The failed answers of a document: the JSON of an error, an error as it was printed, a body, a line of a log, or a list of them. */
export function readDocument(text: string, members: LogMembers): Document {
  const value = parseJson(text);
  const lines = Array.isArray(value) ? value.filter(isObject).flatMap((line) => readLogLine(line, members) ?? []) : [];
  if (lines.length > 0) return { answers: lines, isLog: true };
  const line = isObject(value) ? readLogLine(value, members) : undefined;
  const isLog = isObject(value) && isLogLine(value, members);
  if (line?.error !== undefined || line?.body !== undefined) return { answers: [line], isLog };
  const printed = value === undefined ? printedErrorOf(text) : undefined;
  if (printed) return { answers: [{ printed }], isLog };
  // A body may hold its own status (RFC 9457); then it looks like a line of a log without a body, and is the body.
  return { answers: [{ ...line, body: text }], isLog };
}
