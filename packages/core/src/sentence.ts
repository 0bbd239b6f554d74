import { parseJson } from "./json.js";
import { cleanLine } from "./text.js";

/**
 * How a page or an XML document begins, or a piece of one. A placeholder may have the name of an element (`<title> must not be empty`), but has a space
 * behind it, and what stands in an element has none.
 */
const PAGE =
  /^\s*<(?:[!?]|(?:html|head|body|xml)[\s/>]|(?:title|meta|div|p|pre|h[1-6]|center|table|span|b|script|style|img|svg)(?:[\s/]|>\S))/i;

/** A text that begins with an element. A placeholder does so too (`<path> is not a secret`), but has no end tag, and is not all there is. */
const ELEMENT = /^\s*<[a-z]/i;

/** What a placeholder does not have: an end tag. */
const END_TAG = /<\/[a-z]/i;

/** Nothing but tags. */
const ONLY_TAGS = /^\s*(?:<[^<>]*>\s*)+$/;

/** What is left of a page whose beginning got lost. A comparison (`must be < 10`), a type (`List<String>`) and an address in angle brackets are none. */
const PIECE_OF_PAGE = /<(?:!doctype|html|\/(?:html|head|body|title|div|[abip]|pre|h[1-6]|center|span|script)\s*>)/i;

/** A JSON document, whole or cut off. `[Errno 28] No space left`, `[400]: refused` and `{id} is unknown` are none; `{secret` is, since a placeholder has its end. */
const JSON_DOCUMENT = /^\s*(?:\{(?:\s*(?:["'}]|\w+\s*:)|[^}]*$)|\[\s*(?:["{[\]]|$|(?:-?\d[\d.eE+-]*|true|false|null)\s*(?:,|$)))/;

/** A word behind a bracket: `["a"] is not allowed`. */
const WORD_BEHIND = /[\]}] [a-z]+ /i;

/** A member of a JSON object as machines write it; people put a space behind the colon. */
const TIGHT_MEMBER = /":["{[\w-]/;

const MEMBER = /"\s*:/;

/** The end of an object whose last member is a text or a number. */
const END_OF_OBJECT = /["\d]\s*\}/;

/** What no text for people contains: the marks of binary data. */
const BINARY = /[\0\uFFFD]/;

/** A reason phrase of HTTP, or what is written like one: up to five words, all with a capital. With or without the status in front of it. */
const STATUS_PHRASE = /^(?:HTTP )?(?:\d{3}:? )?(?:(?:HTTP|URI) )?[A-Z][a-z-]+(?: [A-Z][a-z-]+){0,4}$/;

/** One word of the letters that codes are made of, or two: `error`, `bad request`. Languages that write no spaces have other letters. */
const WORDS = /^(?:\d{3}:? )?(?:[!-~]+|[a-z-]+ [a-z-]+)$/i;

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

/** Whether a text is, or begins, a page or an XML document. */
function isPage(text: string): boolean {
  return PAGE.test(text) || (ELEMENT.test(text) && (END_TAG.test(text) || ONLY_TAGS.test(text)));
}

/** Whether a text is a JSON object or list, whole or cut off, and not the beginning of a sentence about one. */
function isJson(text: string): boolean {
  return JSON_DOCUMENT.test(text) && !(WORD_BEHIND.test(text) && parseJson(text) === undefined);
}

/** Whether a text is, or begins, a page or a document. */
function isDocument(text: string): boolean {
  return NO_WORD.test(text) && (isPage(text) || isJson(text));
}

/** A value that people can read as a message: not blank, no page and no JSON. Undefined for any other. */
export function sentenceOf(value: unknown): string | undefined {
  const line = cleanLine(value);
  if (typeof value !== "string" || line === undefined) return undefined;
  // As it came, and as it will be shown: what cleaning takes away could hide how it begins.
  const isShown = line === value || !isDocument(line);
  return isShown && !isDocument(value) ? value : undefined;
}

/** Whether a text is what is left of a page or a JSON document whose beginning got lost. */
function isRest(text: string): boolean {
  return PIECE_OF_PAGE.test(text) || TIGHT_MEMBER.test(text) || (MEMBER.test(text) && END_OF_OBJECT.test(text));
}

/** Whether a whole body is words: no page, no document, no binary data, whole or cut off. */
export function isWords(body: string): boolean {
  return sentenceOf(body) !== undefined && !JSON_DOCUMENT.test(body) && !isRest(body) && !BINARY.test(body);
}

/** Whether a text says no more than a status or a code does: `Forbidden`, `404 Not Found`, `bad request`, `invalid_grant`. */
export function isLabel(text: string): boolean {
  return WORDS.test(text) || STATUS_PHRASE.test(text);
}

/** Whether a text that stands under `error` can be a code: one word, and no reason phrase of HTTP. */
export function isCodeWord(text: string): boolean {
  return /^\w[\w.:/-]*$/.test(text) && !STATUS_PHRASE.test(text);
}

/** Whether a text is a name with underscores, which is a code even where nothing stands beside it. */
export function isName(text: string): boolean {
  return NAME.test(text);
}
