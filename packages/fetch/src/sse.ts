import { type EventFrame, type ServiceError, transportError } from "@scai-errors/core";
import { type ReadableResponse, chunksOf } from "./chunks.js";
import { drain } from "./drain.js";
import { pieceReader } from "./event-pieces.js";
import { endedEarly, readFailure } from "./stream-end.js";

/** One event of a stream. */
export interface StreamEvent {
  /** Its type; undefined if the stream names none. */
  readonly event: string | undefined;
  readonly data: string;
  readonly id: string | undefined;
  /**
   * The data, parsed as JSON.
   * @throws TransportError `EVENT_UNREADABLE` if it is not JSON; the message does not quote the data.
   */
  json(): unknown;
}

/** What `readEvents` needs from a service. */
export interface StreamedService<E extends ServiceError = ServiceError> {
  /** The error of an error frame; undefined for any other frame. */
  fromEvent(frame: EventFrame): E | undefined;
}

/** How a stream is read. */
export interface StreamOptions {
  /** The data of the event that ends a complete stream. Default `[DONE]`. `undefined` for streams that just end. */
  readonly endsWith?: string | undefined;
  /** Maximum number of characters of one event, and of one line. Default 1,048,576. */
  readonly maxEventLength?: number | undefined;
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // A parser's message quotes what it could not parse, which is someone's text.
    throw transportError("EVENT_UNREADABLE");
  }
}

/** The most characters that are kept of what a stream says outside its events. */
const MOST_STRAY = 65_536;

/** Follows what a stream says outside its events: errors that were sent as JSON or text, because there was no stream to send them in. */
class StrayText {
  readonly #service: StreamedService;
  #text = "";

  constructor(service: StreamedService) {
    this.#service = service;
  }

  /** The error that a line reports by itself. */
  errorOf(line: string): ServiceError | undefined {
    if (this.#text.length < MOST_STRAY) this.#text += `${line}\n`;
    return this.#service.fromEvent({ data: line });
  }

  /**
   * The error of all lines together, when the stream is over. Where no event came, whatever was said is the failure, unless it is a page: that is of
   * something between here and the service.
   */
  finalError(delivered: boolean): ServiceError | undefined {
    const data = this.#text.trim();
    return data === "" || data.startsWith("<") ? undefined : this.#service.fromEvent(delivered ? { data } : { event: "error", data });
  }
}

/** Not left to the reading: what is no response would read as an empty stream, and that as a failure of the network. */
function assertGiven(response: unknown, service: unknown): void {
  const { body, text, then } = Object(response) as { readonly body?: unknown; readonly text?: unknown; readonly then?: unknown };
  const isResponse = then === undefined && (body !== undefined || typeof text === "function");
  const { fromEvent } = Object(service) as Partial<StreamedService>;
  if (isResponse && typeof fromEvent === "function") return;
  throw new TypeError("readEvents() expects a response that was awaited, and a service that has event streams, such as scaigrid.");
}

/**
 * Reads the events of an answer, one after the other as they arrive, however they were cut into chunks:
 * `for await (const event of readEvents(await gridFetch(url, init), scaigrid))`.
 *
 * An error frame is thrown as the service's error, and so is an error that was sent as JSON or text instead of a stream. `[DONE]` ends the loop. It
 * ends failed streams as well, so that it is no sign of success by itself, but an error frame before it has been thrown by then. A stream that ends
 * without either is thrown as the `TransportError` `STREAM_TRUNCATED`, or `STREAM_EMPTY` where no event came before. An abort is thrown as the
 * signal's reason. Leaving the loop cancels the stream.
 * @throws TypeError where there is no response, or no service that has event streams, and where `maxEventLength` is no number above 0.
 */
export async function* readEvents(
  response: ReadableResponse,
  service: StreamedService,
  options: StreamOptions = {},
): AsyncGenerator<StreamEvent, void, undefined> {
  const { endsWith, maxEventLength = 1_048_576 } = { endsWith: "[DONE]", ...options };
  if (!(maxEventLength > 0)) throw new TypeError("readEvents(): maxEventLength is a number of characters above 0.");
  assertGiven(response, service);
  const chunks = chunksOf(response);
  if (!chunks) throw endedEarly(false);
  const pieces = pieceReader(maxEventLength);
  const stray = new StrayText(service);
  let delivered = false;
  let isOver = false;
  try {
    while (!isOver) {
      const chunk = await chunks.read().catch((thrown: unknown) => {
        throw readFailure(thrown, delivered);
      });
      isOver = chunk === undefined;
      for (const piece of chunk === undefined ? pieces.end() : pieces.read(chunk)) {
        const error = piece.is === "line" ? stray.errorOf(piece.line) : service.fromEvent(piece.event);
        const isEnd = piece.is === "event" && piece.event.data === endsWith;
        isOver ||= isEnd || error !== undefined;
        if (error) throw error;
        if (isEnd) return;
        if (piece.is === "line" || !piece.isWhole) continue;
        delivered = true;
        const { event, data, id } = piece.event;
        yield { event, data, id, json: () => parsed(data) };
      }
    }
    const failure = stray.finalError(delivered);
    if (failure) throw failure;
    if (endsWith !== undefined) throw endedEarly(delivered);
  } finally {
    // Not awaited: neither the end of a stream nor a caller that leaves it should have to wait for the server.
    void (isOver ? drain(chunks) : chunks.cancel());
  }
}
