import type { EventFrame } from "@scai-errors/core";

/** The frames of an event stream that has ended, of which each line is `name: value`. */
export function framesOf(stream: string): readonly EventFrame[] {
  return stream
    .split("\n\n")
    .filter((frame) => frame !== "")
    .map((frame) => {
      const fields = Object.fromEntries(frame.split("\n").map((line) => line.split(/: (.*)/s) as [string, string]));
      return { event: fields.event, data: fields.data };
    });
}
