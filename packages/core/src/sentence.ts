import { readableText } from "./text.js";

/** The beginning of a page, of a piece of one, or of an XML document. */
const PAGE = /^\s*<(?:[!?]|(?:html|head|body|title|meta|div|p|pre|h[1-6]|center|table|span|b|script|style|img|svg|xml)[\s/>])/i;

/** A text that begins with an element. A placeholder does so too (`<path> is not a secret`), but has no end tag, and does not end the text. */
const ELEMENT = /^\s*<[a-z]/i;

/** What a placeholder does not have: an end tag, or nothing behind it. */
const ENDS_ELEMENT = /<\/[a-z]|>\s*$/i;

/** Any piece of markup, which a body of plain text does not have; a comparison (`must be < 10`) is none. */
const MARKUP = /<[a-z/!?]/i;

/** The beginning of a JSON document, whole or cut off. `[Errno 28] No space left`, `[400]: refused` and `{id} is unknown` are none. */
const JSON_DOCUMENT = /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:["{[\]]|$|(?:-?\d[\d.eE+-]*|true|false|null)\s*(?:,|$)))/;

/** A piece of what was to be a JSON document: a body that begins with a brace, or of which the beginning got lost. */
const JSON_PIECE = /^\s*\{|"\s*(?::\s*["{[\d-]|[}\]])/;

/** What no text for people contains: the marks of binary data. */
const BINARY = /[\0\uFFFD]/;

/** The reason phrases of HTTP and what is written like them: up to five words, all with a capital. */
const STATUS_PHRASE = /^(?:(?:HTTP|URI) )?[A-Z][a-z-]+(?: [A-Z][a-z-]+){0,4}$/;

/** OAuth names its errors with underscores (RFC 6749, section 5.2), and so do the services. */
const NAME = /^[^\W_]+_\w+$/;

/** A JSON string that holds an object, a list or such a string. */
const ENCODED_DOCUMENT = /^\s*"\s*(?:\{|\[|\\")/;

/** How a page, an element, a JSON document and a JSON string begin. Hardly any message does, so that this look spares the others. */
const NO_WORD = /^\s*["<[{]/;

/** Whether a text may hold JSON that says something: an object, a list, or a string of these. Whether it does shows when it is parsed. */
export function mayHoldJson(text: string): boolean {
  return NO_WORD.test(text) && (JSON_DOCUMENT.test(text) || ENCODED_DOCUMENT.test(text));
}

/** Whether a text is, or begins, a page, a piece of one, or a JSON object or list. */
function isDocument(text: string): boolean {
  if (!NO_WORD.test(text)) return false;
  return PAGE.test(text) || (ELEMENT.test(text) && ENDS_ELEMENT.test(text)) || JSON_DOCUMENT.test(text);
}

/** A value that people can read as a message: not blank, no page and no JSON. Undefined for any other. */
export function sentenceOf(value: unknown): string | undefined {
  const text = readableText(value);
  return text === undefined || isDocument(text) ? undefined : text;
}

/** Whether a whole body is words: no page, no document, no binary data, whole or cut off. */
export function isWords(body: string): boolean {
  return !(MARKUP.test(body) || JSON_PIECE.test(body) || BINARY.test(body)) && sentenceOf(body) !== undefined;
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
