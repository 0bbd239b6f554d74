import { parseJson } from "./json.js";
import { isWords } from "./sentence.js";
import { bytesOf, decodeUtf8 } from "./utf8.js";

/** A body as text and as the value that it holds. */
export interface ParsedBody {
  /** The body as it came; undefined where it was given parsed. */
  readonly text: string | undefined;
  /** The value of a JSON document; the text itself where it is words; undefined for pages, documents that are cut off and binary data. */
  readonly value: unknown;
}

/**
 * Parses a body that is given as text, as bytes or as the value that was parsed from it. The content type is not asked, because it is often wrong.
 * @param parse the service's own reader of texts that are no JSON.
 */
export function parseBody(received: unknown, parse?: (text: string) => unknown): ParsedBody {
  const bytes = typeof received === "string" ? undefined : bytesOf(received);
  const text = bytes ? decodeUtf8(bytes) : received;
  if (typeof text !== "string") return { text: undefined, value: received };
  // A byte order mark is no JSON, but some servers send one.
  const json = parseJson(text.startsWith("\uFEFF") ? text.slice(1) : text);
  const value = json === undefined ? parse?.(text) : json;
  return { text, value: value === undefined && isWords(text) ? text : value };
}
