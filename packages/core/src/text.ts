const PLAIN_LINE = /^[!-~](?:[ -~]{0,1022}[!-~])?$/;
/** Terminal control sequences, and characters without a width of their own: bidirectional overrides, zero-width characters, tags. */
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const INVISIBLE = /\x1B\[[0-?]*[ -/]*[@-~]|\p{Cf}/gu;
/** Control characters and line separators; runs of them become one space. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Marks of pages, documents and binary data. */
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const NOT_WORDS = /[<{\uFFFD\0-\x08]/;

/** At most so many bytes of a text's UTF-8, cut between characters, with an ellipsis where something is missing. Half characters become U+FFFD. */
export function cut(text: string, bytes: number): string {
  const encoded = new TextEncoder().encode(text.slice(0, bytes * 4));
  const end = encoded.length > bytes ? "…" : "";
  // In stream mode the decoder keeps back the bytes of a character that is not complete.
  return new TextDecoder().decode(end ? encoded.subarray(0, bytes - 3) : encoded, { stream: true }) + end;
}

/**
 * Text from outside as one clean line of at most 1 kB: no control characters, terminal sequences, bidirectional overrides
 * or lone surrogates. Undefined where nothing is left or the value is no string. Cleaning twice changes nothing.
 */
export function cleanLine(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  return PLAIN_LINE.test(value) ? value : cut(value.slice(0, 4096).replace(INVISIBLE, "").replace(BREAKS, " ").trim(), 1024) || undefined;
}

/** A body that is no JSON, where it may serve as the message: words, as in `Internal Server Error`, but no page, broken document or binary data. */
export function wordsOf(text: string): string | undefined {
  return NOT_WORDS.test(text) ? undefined : text;
}

/** A received message, unless it is blank, a page or a document: those would hide what the rest of the answer says. */
export function messageOf(value: unknown): string | undefined {
  return typeof value === "string" && /^\s*[^\s<{[]/.test(value) ? value : undefined;
}
