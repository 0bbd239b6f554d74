import type { EventFrame, ServiceError } from "@scai-errors/core";
import { lineEnds } from "./line-ends.js";
import { type BodyPiece, pulledBody } from "./pulled-body.js";
import { readerOf, responseWith } from "./response-with.js";
import { readFailure } from "./stream-end.js";

/** What this needs of a service. Services without event streams have no such reader. */
export interface EventReadingService {
  fromEvent?(frame: EventFrame): ServiceError | undefined;
}

/** The most characters of a frame that are kept back to look at it. A larger one is handed on as it comes: it is no report of an error. */
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

/** What a part of a stream's text holds: what can be handed on, and the error that ends it. */
interface Checked {
  readonly text: string;
  readonly error: ServiceError | undefined;
}

/** Looks at the frames of a text that arrives in pieces. */
function frameCheck(fromEvent: (frame: EventFrame) => ServiceError | undefined): (text: string, isLast: boolean) => Checked {
  let kept = "";
  /** Whether the beginning of the first frame was handed on already. */
  let hasBegun = false;
  const errorOf = (frame: string): ServiceError | undefined => (hasBegun ? undefined : fromEvent(frameOf(frame)));
  return (text, isLast) => {
    const frames = (kept + text).split("\n\n");
    // What follows the last empty line is no whole frame, but many servers leave the last line's end out.
    const rest = frames.pop() ?? "";
    let out = "";
    for (const frame of frames) {
      const error = errorOf(frame);
      if (error) return { text: out, error };
      hasBegun = false;
      out += `${frame}\n\n`;
    }
    kept = rest;
    if (!isLast && rest.length <= MOST_KEPT) return { text: out, error: undefined };
    kept = "";
    const error = isLast ? errorOf(rest) : undefined;
    hasBegun = true;
    return { text: error ? out : out + rest, error };
  };
}

/**
 * A response whose event stream fails with the service's error where an error frame comes, after everything before it was handed out. Clients that know
 * no such frames would take it for an event, or end as if all were well. Other responses are given as they are.
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
