import { parseJson } from "./json.js";
import { isWords } from "./sentence.js";
import { bytesOf, decodeUtf8 } from "./utf8.js";

/** A body as text, and as the value that it contains. */
export interface ParsedBody {
  /** The body as received; undefined if it was passed already parsed. */
  readonly text: string | undefined;
  /** The value of a JSON document, or the text itself if it is plain words; undefined for pages, truncated documents and binary data. */
  readonly value: unknown;
}

/**
 * Parses a body that is a text, bytes or an already parsed value. The content type is ignored, because it is often wrong.
 * @param parse the service's own parser for texts that are not JSON.
 */
export function parseBody(received: unknown, parse?: (text: string) => unknown): ParsedBody {
  const bytes = typeof received === "string" ? undefined : bytesOf(received);
  const text = bytes ? decodeUtf8(bytes) : received;
  if (typeof text !== "string") return { text: undefined, value: received };
  // A byte order mark is not JSON, but some servers send one.
  const json = parseJson(text.startsWith("\uFEFF") ? text.slice(1) : text);
  const value = json === undefined ? parse?.(text) : json;
  return { text, value: value === undefined && isWords(text) ? text : value };
}
