import { type EventSourceMessage, createParser } from "eventsource-parser";
import { transportError } from "@scai-errors/core";
import type { Chunk } from "./chunks.js";
import { eventMeter } from "./event-meter.js";
import { lineEnds } from "./line-ends.js";

/** A piece of a stream: an event, or a line outside of events, such as JSON or a sentence that was sent instead of a stream. */
export type Piece =
  /** `isWhole` is false if the stream ended in the middle of it. */
  { readonly is: "event"; readonly event: EventSourceMessage; readonly isWhole: boolean } | { readonly is: "line"; readonly line: string };

/** Splits a stream's text while it arrives. */
export interface PieceReader {
  /**
   * The pieces that a chunk completes.
   * @throws TransportError `EVENT_TOO_LARGE` after the pieces before that event were returned.
   */
  read(chunk: Chunk): Generator<Piece>;
  /** What is left at the end of the stream. */
  end(): Generator<Piece>;
}

/** @param maxEventLength the most characters of one event, and of one line. */
export function pieceReader(maxEventLength: number): PieceReader {
  let decoder: TextDecoder | undefined;
  let pieces: Piece[] = [];
  let isWhole = true;
  const withLineFeeds = lineEnds();
  const fits = eventMeter(maxEventLength);
  const parser = createParser({
    onEvent: (event) => void pieces.push({ is: "event", event, isWhole }),
    onError: ({ type, line }) => {
      if (type === "unknown-field" && line !== undefined) pieces.push({ is: "line", line });
    },
  });
  // The parser looks for a byte order mark in what it is fed first. The decoder has removed it, and chunks can be of any size.
  parser.feed("");
  const take = (): readonly Piece[] => {
    const taken = pieces;
    pieces = [];
    return taken;
  };
  const textOf = (chunk: Chunk): string => {
    if (typeof chunk === "string") return chunk;
    // Not before there are bytes, because platforms that only have text may have no decoder.
    decoder ??= new TextDecoder();
    return decoder.decode(chunk, { stream: true });
  };
  return {
    *read(chunk) {
      const text = withLineFeeds(textOf(chunk));
      const fit = fits(text);
      parser.feed(text.slice(0, fit));
      yield* take();
      if (fit < text.length) throw transportError("EVENT_TOO_LARGE");
    },
    *end() {
      // Many servers leave out the last line's end. Of what is cut off in the middle, nobody knows what it was going to be.
      isWhole = false;
      parser.feed("\n\n");
      yield* take();
    },
  };
}
