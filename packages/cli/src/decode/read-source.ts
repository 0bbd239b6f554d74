import type { RecordedAnswer } from "./answer.js";
import { readDocument, readWhole } from "./document.js";
import { errorFrameIn } from "./error-frame.js";
import { type Format, formatOf } from "./format.js";
import { readHar } from "./har.js";
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
  const format = given ?? formatOf(head.toString());
  const account: Account = { format, passedOver: { unreadable: 0, tooLong: 0 }, hops: [] };
  const foundHere = (answer: RecordedAnswer): void => found(answer, format);
  if (format === "log") return { ...account, passedOver: await readLog(rest, members, foundHere) };
  if (format === "har") {
    await readHar(rest, source.name, foundHere);
    return account;
  }
  const text = await readWhole(rest, source.name);
  if (interruption.aborted) return account;
  const response = format === "response" ? readResponseText(text) : undefined;
  const recorded = text.trim() === "" ? [] : readDocument(text, members);
  const answers = response ? [response.answer] : recorded;
  answers.map(withFrame).forEach(foundHere);
  return { ...account, hops: response?.hops ?? [] };
}

function withFrame(answer: RecordedAnswer): RecordedAnswer {
  return typeof answer.body === "string" ? { ...answer, frame: errorFrameIn(answer.body) } : answer;
}
