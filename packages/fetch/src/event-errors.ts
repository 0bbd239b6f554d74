import type { EventFrame, ServiceError } from "@scai-errors/core";
import { lineEnds } from "./line-ends.js";
import { type BodyPiece, pulledBody } from "./pulled-body.js";
import { readerOf, responseWith } from "./response-with.js";
import { readFailure } from "./stream-end.js";

/** What this needs from a service. Services without event streams have no such parser. */
export interface EventReadingService {
  fromEvent?(frame: EventFrame): ServiceError | undefined;
}

/**
 * Maximum number of characters of a frame that are held back to look at it. A larger frame is passed on as it arrives: it is not the report of an
 * error.
 */
const MOST_KEPT = 1_048_576;

/** The values of a field in a frame's lines, without the one space that may follow the colon. */
function valuesOf(name: string, lines: readonly string[]): readonly string[] {
  const prefix = `${name}:`;
  return lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length).replace(/^ /, ""));
}

function frameOf(text: string): EventFrame {
  const lines = text.split("\n");
  return { event: valuesOf("event", lines).at(-1), data: valuesOf("data", lines).join("\n") };
}

/** What a part of a stream's text contains: the text to pass on, and the error that ends the stream. */
interface Checked {
  readonly text: string;
  readonly error: ServiceError | undefined;
}

/** A frame ends at an empty line. */
const END_OF_FRAME = "\n\n";

/**
 * Looks at the frames of a text that arrives in pieces. Every piece is looked at once. Otherwise, a frame in very many pieces would be searched from
 * its beginning with each of them.
 */
function frameCheck(fromEvent: (frame: EventFrame) => ServiceError | undefined): (text: string, isLast: boolean) => Checked {
  /** The part of an unfinished frame that has arrived. */
  let kept: string[] = [];
  let length = 0;
  /** The line feed at the end of the last piece, if there was one. The empty line that ends a frame may be cut in two. */
  let lineFeed = "";
  /** Whether the beginning of the frame was already passed on. */
  let hasBegun = false;

  const keep = (text: string): void => {
    kept.push(text);
    length += text.length;
  };
  /** The kept pieces as one text. */
  const taken = (): string => {
    const text = kept.join("");
    kept = [];
    length = 0;
    return text;
  };
  const errorOf = (frame: string): ServiceError | undefined => (hasBegun ? undefined : fromEvent(frameOf(frame)));

  return (text, isLast) => {
    const ended = `${lineFeed}${text}`.split(END_OF_FRAME);
    // What follows the last empty line is no whole frame.
    const begun = ended.pop() ?? "";
    let out = "";
    for (const end of ended) {
      keep(end);
      const frame = taken();
      const error = errorOf(frame);
      if (error) return { text: out, error };
      hasBegun = false;
      out += `${frame}${END_OF_FRAME}`;
    }
    const isCut = begun.endsWith("\n") && !isLast;
    lineFeed = isCut ? "\n" : "";
    keep(isCut ? begun.slice(0, -1) : begun);
    if (!isLast && length <= MOST_KEPT) return { text: out, error: undefined };
    const rest = taken();
    // Many servers leave out the end of the last line.
    const error = isLast ? errorOf(rest) : undefined;
    hasBegun = true;
    return { text: error ? out : out + rest, error };
  };
}

/**
 * A response whose event stream fails with the service's error at an error frame, after everything before it was delivered. Clients that do not know
 * such frames would take it for an event, or end as if nothing had happened. Other responses are returned unchanged.
 */
export function withEventErrors(response: Response, service: EventReadingService): Response {
  const isEventStream = /^text\/event-stream\b/i.test(response.headers.get("content-type") ?? "");
  const reader = isEventStream && service.fromEvent ? readerOf(response) : undefined;
  if (!reader) return response;
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const withLineFeeds = lineEnds();
  const check = frameCheck((frame) => service.fromEvent?.(frame));
  let delivered = false;
  let failure: ServiceError | undefined;
  const next = async (): Promise<BodyPiece | undefined> => {
    for (;;) {
      if (failure) throw failure;
      const { done, value } = await reader.read().catch((thrown: unknown) => {
        throw readFailure(thrown, delivered);
      });
      const { text, error } = check(done ? "" : withLineFeeds(decoder.decode(value, { stream: true })), done);
      failure = error;
      // Whoever reads this has no use for the rest.
      if (error) void reader.cancel().catch(() => undefined);
      if (text !== "") {
        delivered = true;
        return encoder.encode(text);
      }
      if (done && !error) return undefined;
    }
  };
  return responseWith(response, { body: pulledBody(next, (reason) => reader.cancel(reason)) });
}
