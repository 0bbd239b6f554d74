import { type RecordedAnswer, headersOf } from "./answer.js";

/** What `curl -i`, `curl -v` or `http` printed: one head and body, or the heads of all hops in front of the last one's body. */
export interface ResponseText {
  readonly answer: RecordedAnswer;
  /** The statuses of the answers before it: redirects, `100 Continue`, a proxy's `200 Connection established`. */
  readonly hops: readonly number[];
}

const STATUS_LINE = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/;

/** Whether a text begins as a response does, or as curl's account of one. */
export function looksLikeResponse(text: string): boolean {
  return /^\s*(?:HTTP\/\d|[*<>] )/.test(text);
}

/**
 * Reads a response in text, of HTTP/1.x, 2 or 3, with any line ends.
 * Undefined where no status line is found.
 */
export function readResponseText(text: string): ResponseText | undefined {
  const lines = text.trimStart().split(/\r?\n/);
  const isVerbose = lines.some((line) => line.startsWith("< HTTP/"));
  return readHops(isVerbose ? withoutTalk(lines) : lines);
}

/** What the server said in the output of `curl -v`, without what curl says of itself and of the request. */
function withoutTalk(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !/^(?:[*>]|[{}] \[)/.test(line)).map((line) => line.replace(/^< ?/, ""));
}

function readHops(lines: readonly string[]): ResponseText | undefined {
  const statuses: number[] = [];
  let fields: [string, string][] = [];
  let at = lines.findIndex((line) => STATUS_LINE.test(line));
  while (at >= 0) {
    statuses.push(Number(STATUS_LINE.exec(lines[at] ?? "")?.[1]));
    const end = lines.indexOf("", at);
    const head = lines.slice(at + 1, end < 0 ? undefined : end);
    fields = head.map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]);
    at = end < 0 ? lines.length : end + 1;
    // A head right after a head is the next hop's; a body that begins with a status line is nobody's.
    if (!STATUS_LINE.test(lines[at] ?? "")) break;
  }
  const status = statuses.at(-1);
  if (status === undefined) return undefined;
  return { answer: { status, headers: headersOf(fields), body: lines.slice(at).join("\n") }, hops: statuses.slice(0, -1) };
}
