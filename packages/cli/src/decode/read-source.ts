import type { RecordedAnswer } from "./answer.js";
import { LARGEST_DOCUMENT, readDocument, readWhole } from "./document.js";
import { errorFrameIn } from "./error-frame.js";
import { type Format, formatOf } from "./format.js";
import { looksLikeHar, readHar } from "./har.js";
import type { LogMembers } from "./log-members.js";
import { type PassedOver, readLog } from "./log.js";
import { readResponseText } from "./response-text.js";
import { type Source, peek, readable } from "./source.js";
import { until } from "./until.js";

/** Enough to tell the formats apart. */
const HEAD = 64 * 1024;

/** What was found in an input, besides the answers themselves. */
export interface Account {
  readonly format: Format;
  /** What a log had that could not be read. */
  readonly passedOver: PassedOver;
  /** The answers that came before the one in a response's text. */
  readonly hops: readonly number[];
}

/** How to read an input. */
export interface Manner {
  /** What it is, whatever it looks like. */
  readonly format: Format | undefined;
  readonly members: LogMembers;
  /** Ends the reading: what came of a log until then counts, and of anything else, which is only a whole as a whole, nothing. */
  readonly interruption: AbortSignal;
}

/** Reads the answers of an input, whatever it is. */
export async function readSource(
  source: Source,
  { format: given, members, interruption }: Manner,
  found: (answer: RecordedAnswer, format: Format) => void,
): Promise<Account> {
  const { head, rest } = await peek(until(interruption, readable(source)), HEAD);
  const format = given ?? formatOf(head.toString(), members);
  const account: Account = { format, passedOver: { unreadable: 0, tooLong: 0 }, hops: [] };
  const readAsLog = async (chunks: AsyncIterable<Buffer>): Promise<Account> => {
    const passedOver = await readLog(chunks, members, (answer) => found(answer, "log"));
    return { ...account, format: "log", passedOver };
  };
  if (format === "log") return readAsLog(rest);
  if (format === "har") {
    await readHar(rest, { file: source.name, looksLikeIt: looksLikeHar(head.toString()) }, (answer) => found(answer, format));
    return account;
  }
  const whole = await peek(rest, LARGEST_DOCUMENT + 1);
  // A log may begin with a line that is longer than the head, or with many that say nothing.
  if (given === undefined && format === "body" && isLog(whole.head, members)) return readAsLog(whole.rest);
  const text = await readWhole(whole.rest, source.name);
  if (interruption.aborted) return account;
  const response = format === "response" ? readResponseText(text) : undefined;
  if (response) {
    found(withFrame(response.answer), format);
    return { ...account, hops: response.hops };
  }
  const document = text.trim() === "" ? undefined : readDocument(text, members);
  const kind = given === undefined && document?.isLog ? "log" : format;
  for (const answer of document?.answers ?? []) found(withFrame(answer), kind);
  return { ...account, format: kind };
}

/** Whether all that may be a document is a log after all. What is longer and has no line end in it can only be one with a line that is too long. */
function isLog(whole: Buffer, members: LogMembers): boolean {
  const isTooLong = whole.length > LARGEST_DOCUMENT && !whole.subarray(0, LARGEST_DOCUMENT).includes("\n");
  return isTooLong || formatOf(whole.toString(), members) === "log";
}

function withFrame(answer: RecordedAnswer): RecordedAnswer {
  return typeof answer.body === "string" ? { ...answer, frame: errorFrameIn(answer.body) } : answer;
}
