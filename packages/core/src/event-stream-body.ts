import { parseJson } from "./json.js";

/** The value of a field of a frame, whose lines begin with its name (HTML Standard, "Interpreting an event stream"). */
function fieldOf(frame: string, name: string): string | undefined {
  const lines = frame.split("\n").flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1).replace(/^ /, "")] : []));
  return lines.length === 0 ? undefined : lines.join("\n");
}

/**
 * The data of the first frame, where a failed answer's body is an event stream: a server that has begun to stream reports its failure in a frame,
 * whatever the status. Undefined for any other text. For a service's `parse`.
 */
export function parseEventStream(text: string): unknown {
  if (!/^\s*(?:event|data|id|retry)?:/.test(text)) return undefined;
  const frames = text.replaceAll(/\r\n?/g, "\n").split("\n\n", 16);
  for (const frame of frames) {
    const data = fieldOf(frame, "data");
    const value = data === undefined ? undefined : parseJson(data);
    if (value !== undefined) return value;
  }
  return undefined;
}
