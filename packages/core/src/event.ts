import { isObject, parseJson } from "./json.js";
import { messageIn } from "./layer-fields.js";
import type { Parts } from "./parts.js";
import { answerReader } from "./read-answer.js";
import { readableText } from "./text.js";
import type { WireFormat } from "./wire-format.js";
import { assertFrame } from "./wrong-use.js";

/** A frame of an event stream (server-sent events). */
export interface EventFrame {
  /** Some event-stream parsers use null if there is none. */
  readonly event?: string | null | undefined;
  /** The text of the frame's data, or the JSON value that was parsed from it. */
  readonly data: unknown;
}

/** Whether data have a meaningful `error` member. `"error": null`, or an empty one, is ordinary data. */
function reportsError(data: unknown): boolean {
  // Searching the text first avoids parsing nearly every frame of a stream.
  const isTold = typeof data === "string" && data.includes('"error"');
  const value = isTold ? parseJson(data) : data;
  const error = isObject(value) ? value["error"] : undefined;
  if (typeof error === "string") return readableText(error) !== undefined;
  return isObject(error) && (readableText(error["code"]) !== undefined || messageIn(error) !== undefined);
}

/**
 * Whether a frame reports a failure: its event is `error`, in upper or lower case, or it has no event and its data have an `error` member with a code
 * or a message, as servers that are compatible with OpenAI's send it.
 */
export function isErrorFrame({ event, data }: EventFrame): boolean {
  if (data === undefined || data === null) return false;
  const given: unknown = event ?? "message";
  const name = typeof given === "string" ? given.toLowerCase() : undefined;
  return name === "error" || ((name === "message" || name === "") && reportsError(data));
}

/**
 * The parts of an error frame; undefined for any other frame. Data that cannot be parsed still give parts.
 * @throws TypeError if there is no frame.
 */
export function partsOfEvent(frame: EventFrame, wire: WireFormat): Parts | undefined {
  assertFrame("fromEvent", frame, "a frame of an event stream: { event, data }");
  try {
    return isErrorFrame(frame) ? answerReader(wire)({}, frame.data) : undefined;
  } catch {
    // A frame that cannot be read reports nothing.
    return undefined;
  }
}
