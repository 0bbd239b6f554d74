import { type EnvelopeFamily, type Parts, readBodyInto } from "./envelope.js";

/** A frame of an event stream (server-sent events). */
export interface EventFrame {
  readonly event?: string | undefined;
  /** The text of the frame's data, or the JSON value that was parsed from it. */
  readonly data: unknown;
}

/** The parts of an error frame; undefined for any other frame. */
export function partsOfEvent({ event, data }: EventFrame, own: EnvelopeFamily): Parts | undefined {
  if (event !== "error") return undefined;
  const parts: Parts = {};
  try {
    readBodyInto(parts, data, own);
  } catch {
    // An error frame that cannot be looked at is still an error.
  }
  return parts;
}
