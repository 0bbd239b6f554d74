import { type EnvelopeFamily, type Parts, readParsed } from "./envelope.js";

/** A frame of an event stream (server-sent events). */
export interface EventFrame {
  readonly event?: string | undefined;
  /** The text of the frame's data, or the JSON value that was parsed from it. */
  readonly data: unknown;
}

/**
 * The parts of an error frame; undefined for any other frame. Data that is no JSON says nothing: unlike the text of an HTTP answer it is
 * cut from the middle of someone's stream, and nobody can tell what it holds.
 */
export function partsOfEvent({ event, data }: EventFrame, own: EnvelopeFamily): Parts | undefined {
  if (event !== "error") return undefined;
  const parts: Parts = {};
  try {
    readParsed(parts, typeof data === "string" ? JSON.parse(data) : data, own);
  } catch {
    // An error frame that says nothing is still an error.
  }
  return parts;
}
