import { PRINTED } from "../printed-error.js";
import type { RecordedAnswer } from "./answer.js";
import { linesOf } from "./lines.js";
import { objectIn } from "./log-line.js";
import type { LogMembers } from "./log-members.js";
import { readLine } from "./printed-line.js";

/** What was passed over in a log, so that it can be said. */
export interface PassedOver {
  /** Lines that name a failed status and are no JSON. */
  readonly unreadable: number;
  /** Lines of more than 16 MiB. */
  readonly tooLong: number;
}

/**
 * Finds the lines that may be about a failed answer without reading them as JSON, which takes five times as long: those that have a number from
 * 400 to 599 under one of the names of a status, or an error of ours, in JSON or (the first group) as text. The names also count inside a JSON text, where the quotes are escaped.
 */
function candidatePattern({ status }: LogMembers): RegExp {
  // Names as the text below has them, byte by byte: as they are typed, none with a letter beyond ASCII would ever be found.
  const names = new Set(status.map((way) => Buffer.from(way.slice(way.lastIndexOf(".") + 1)).toString("latin1")));
  const escaped = [...names].map((name) => name.replaceAll(/[^\w-]/g, "\\$&"));
  // Blanks stand on either side of a quote only. Two runs of them in a row would share them out in every way, which takes quadratic time.
  return new RegExp(`(?:${escaped.join("|")})\\\\*"\\s*:\\s*(?:\\\\*"\\s*)?[45]\\d\\d|codeFrom\\\\*"\\s*:|(${PRINTED.source})`, "g");
}

/** Reads the failed answers of a log of JSON lines, of any size, in the memory of a few chunks. */
export async function readLog(
  chunks: AsyncIterable<Buffer>,
  members: LogMembers,
  found: (answer: RecordedAnswer) => void,
): Promise<PassedOver> {
  const pattern = candidatePattern(members);
  let [unreadable, tooLong] = [0, 0];

  /** Looks at whole lines. */
  const look = (lines: Buffer): void => {
    // Byte by byte, so that a place in the text is a place in the buffer; names and digits are ASCII.
    const text = lines.toString("latin1");
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = text.lastIndexOf("\n", match.index) + 1;
      const next = text.indexOf("\n", match.index);
      const end = next < 0 ? text.length : next;
      const line = lines.toString("utf8", start, end);
      const answer = readLine(line, members);
      if (answer) found(answer);
      // Text that only looks like an error of ours is no line that should have been JSON.
      else if (match[1] === undefined && !objectIn(line)) unreadable += 1;
      pattern.lastIndex = end;
    }
  };

  for await (const lines of linesOf(chunks)) {
    if (lines) look(lines);
    else tooLong += 1;
  }
  return { unreadable, tooLong };
}
