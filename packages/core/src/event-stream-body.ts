import { type EventFrame, isErrorFrame } from "./event.js";
import { parseJson } from "./json.js";

/** Maximum number of frames of a body that are read. */
const MOST_FRAMES = 16;

/** The values of a field of a frame, whose lines begin with its name. */
function valuesOf(frame: string, name: string): string[] {
  return frame.split("\n").flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1).replace(/^ /, "")] : []));
}

/** A frame of its text: the last of several events counts, and data go on from line to line (HTML Standard, "Interpreting an event stream"). */
function frameOf(text: string): EventFrame {
  const data = valuesOf(text, "data");
  return { event: valuesOf(text, "event").pop(), data: data.length === 0 ? undefined : data.join("\n") };
}

/** The first frames of a text that is an event stream; none of any other. */
function framesOf(text: string): readonly EventFrame[] {
  if (!/^\s*(?:event|data|id|retry)?:/.test(text)) return [];
  const frames = text
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r\n?/g, "\n")
    .split("\n\n", MOST_FRAMES);
  return frames.map(frameOf);
}

/**
 * The data of the frame that reports the failure, if the body of a failed response is an event stream: a server that has started to stream reports a
 * failure in a frame, whatever the status. Without such a frame, the first data that are JSON; undefined for any other text. For a service's `parse`.
 */
export function parseEventStream(text: string): unknown {
  const frames = framesOf(text);
  const failed = frames.find(isErrorFrame);
  if (failed) return parseJson(String(failed.data)) ?? failed.data;
  return frames.map(({ data }) => parseJson(String(data))).find((value) => value !== undefined);
}
