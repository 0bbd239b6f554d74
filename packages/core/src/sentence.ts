import { readableText } from "./text.js";

/** The beginning of a page or of an XML document. */
const PAGE = /^\s*<(?:!|\?|html|head|body|title|svg|xml)/i;

/** An end tag, which no placeholder of a sentence has (`<path> is not a secret`). */
const END_TAG = /<\/[a-z]/i;

/** A body that begins with an element: XML or a piece of a page, whole or cut off. */
const ELEMENT = /^\s*<[a-z]/i;

/** The beginning of a JSON document, whole or cut off. `[Errno 28] No space left`, `[400]: refused` and `{id} is unknown` are none. */
const JSON_DOCUMENT = /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:["{[\]]|$|(?:-?\d[\d.eE+-]*|true|false|null)\s*(?:,|$)))/;

/** The middle or the end of a JSON document, where the beginning of a body got lost. */
const JSON_TAIL = /"\s*(?::\s*["{[\d-]|[}\]])/;

/** What no text for people contains: the marks of binary data. */
const BINARY = /[\0\uFFFD]/;

/** The reason phrases of HTTP and what is written like them: up to five words, all with a capital. */
const STATUS_PHRASE = /^(?:(?:HTTP|URI) )?[A-Z][a-z-]+(?: [A-Z][a-z-]+){0,4}$/;

/** OAuth names its errors with underscores (RFC 6749, section 5.2), and so do the services. */
const NAME = /^[^\W_]+_\w+$/;

/** Whether a text is, or begins, a JSON object or list. */
export function isJsonText(text: string): boolean {
  return JSON_DOCUMENT.test(text);
}

/** A value that people can read as a message: not blank, no page and no JSON. Undefined for any other. */
export function sentenceOf(value: unknown): string | undefined {
  const text = readableText(value);
  if (text === undefined) return undefined;
  const isDocument = PAGE.test(text) || END_TAG.test(text) || isJsonText(text);
  return isDocument ? undefined : text;
}

/** Whether a whole body is words: no page, no document, no binary data, whole or cut off. */
export function isWords(body: string): boolean {
  return !(ELEMENT.test(body) || JSON_TAIL.test(body) || BINARY.test(body)) && sentenceOf(body) !== undefined;
}

/** Whether a text says no more than a status or a code does: `Forbidden`, `invalid_grant`. */
export function isLabel(text: string): boolean {
  return STATUS_PHRASE.test(text) || NAME.test(text);
}

/** Whether a text that stands under `error` can be a code: one word, and no reason phrase of HTTP. */
export function isCodeWord(text: string): boolean {
  return /^\w[\w.:/-]*$/.test(text) && !STATUS_PHRASE.test(text);
}

/** Whether a text is a name with underscores, which is a code even where nothing stands beside it. */
export function isName(text: string): boolean {
  return NAME.test(text);
}
