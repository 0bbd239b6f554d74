import { type EventFrame, type ServiceError, type TransportError, classifyFetch, transportError } from "@scai-errors/core";
import { type EventSourceMessage, createParser } from "eventsource-parser";
import { drain } from "./drain.js";
import { eventMeter } from "./event-meter.js";
import { lineEnds } from "./line-ends.js";

/** One event of a stream. */
export interface StreamEvent {
  /** Its type; undefined where the stream names none. */
  readonly event: string | undefined;
  readonly data: string;
  readonly id: string | undefined;
  /**
   * The data as the JSON value it holds.
   * @throws TransportError `EVENT_UNREADABLE` where it holds none, without a word of what it holds.
   */
  json(): unknown;
}

/** What this entry needs of a service. */
export interface StreamedService<E extends ServiceError = ServiceError> {
  /** The error of an error frame; undefined for any other frame. */
  fromEvent(frame: EventFrame): E | undefined;
}

/** How a stream is read. */
export interface StreamOptions {
  /** The data of the event that ends a complete stream. Default `[DONE]`. `undefined` for streams that just end. */
  readonly endsWith?: string | undefined;
  /** The most characters of one event, and of one line. Default 1,048,576. */
  readonly maxEventLength?: number;
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // A parser's message quotes what it could not parse, which is someone's text.
    throw transportError("EVENT_UNREADABLE");
  }
}

/** What a read that failed is thrown as: the signal's reason where the caller aborted, else the error of a stream that ended too early. */
function failureOf(thrown: unknown, delivered: boolean): unknown {
  const lost = thrown instanceof DOMException ? undefined : classifyFetch(thrown);
  return lost ? endedEarly(delivered, lost.receivedCode) : thrown;
}

function endedEarly(delivered: boolean, receivedCode?: string): TransportError {
  return transportError(delivered ? "STREAM_TRUNCATED" : "STREAM_EMPTY", receivedCode);
}

/**
 * Reads the events of an answer, one after the other as they arrive, however they were cut into chunks:
 * `for await (const event of readEvents(await gridFetch(url, init), scaigrid))`.
 *
 * An error frame is thrown as the service's error. `[DONE]` ends the loop. It ends failed streams as well, so that it is no sign of success by
 * itself, but an error frame before it has been thrown by then. A stream that ends without either is thrown as the `TransportError`
 * `STREAM_TRUNCATED`, or `STREAM_EMPTY` where no event came before. An abort is thrown as the signal's reason. Leaving the loop cancels
 * the stream.
 * @throws TypeError where `maxEventLength` is no number above 0.
 */
export async function* readEvents(
  response: { readonly body: ReadableStream<Uint8Array> | null },
  service: StreamedService,
  options: StreamOptions = {},
): AsyncGenerator<StreamEvent, void, undefined> {
  const { endsWith, maxEventLength = 1_048_576 } = { endsWith: "[DONE]", ...options };
  if (!(maxEventLength > 0)) throw new TypeError("readEvents(): maxEventLength is a number of characters above 0.");
  if (!response.body) throw endedEarly(false);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const withLineFeeds = lineEnds();
  const fits = eventMeter(maxEventLength);
  const events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => void events.push(event) });
  // The parser looks for a byte order mark in what it is fed first. The decoder has removed it, and chunks can be of any size.
  parser.feed("");
  let delivered = false;
  let isOver = false;
  try {
    while (!isOver) {
      const { done, value } = await reader.read().catch((thrown: unknown) => {
        throw failureOf(thrown, delivered);
      });
      isOver = done;
      const text = done ? "" : withLineFeeds(decoder.decode(value, { stream: true }));
      const fit = fits(text);
      parser.feed(text.slice(0, fit));
      const whole = events.length;
      // Many servers leave out the last line's end. Of what is cut off in the middle, nobody knows what it was going to be.
      if (done) parser.feed("\n\n");
      for (const [at, { event, data, id }] of events.splice(0).entries()) {
        const error = service.fromEvent({ event, data });
        isOver ||= data === endsWith || error !== undefined;
        if (error) throw error;
        if (data === endsWith) return;
        if (at >= whole) continue;
        delivered = true;
        yield { event, data, id, json: () => parsed(data) };
      }
      if (fit < text.length) throw transportError("EVENT_TOO_LARGE");
      if (done && endsWith !== undefined) throw endedEarly(delivered);
    }
  } finally {
    // Not awaited: neither the end of a stream nor a caller that leaves it should have to wait for the server.
    if (isOver) void drain(reader);
    else void reader.cancel().catch(() => undefined);
  }
}
