import { parseJson } from "./json.js";
import { cleanLine } from "./text.js";

/**
 * How a page, an XML document or a part of one begins. A placeholder may have the name of an element (`<title> must not be empty`), but is followed
 * by a space, and an element's content is not.
 */
const PAGE =
  /^\s*<(?:[!?]|(?:html|head|body|xml)[\s/>]|(?:title|meta|div|p|pre|h[1-6]|center|table|span|b|script|style|img|svg)(?:[\s/]|>\S))/i;

/** A text that begins with an element. So may a placeholder (`<path> is not a secret`), but it has no end tag, and is not the whole text. */
const ELEMENT = /^\s*<[a-z]/i;

/** An end tag, which a placeholder does not have. */
const END_TAG = /<\/[a-z]/i;

/** Nothing but tags. */
const ONLY_TAGS = /^\s*(?:<[^<>]*>\s*)+$/;

/**
 * The rest of a page whose beginning is missing. A comparison (`must be < 10`), a type (`List<String>`) and an address in angle brackets do not
 * match.
 */
const PIECE_OF_PAGE = /<(?:!doctype|html|\/(?:html|head|body|title|div|[abip]|pre|h[1-6]|center|span|script)\s*>)/i;

/**
 * A JSON document, whole or truncated. `[Errno 28] No space left`, `[400]: refused` and `{id} is unknown` do not match. `{secret` does, because a
 * placeholder is closed.
 */
const JSON_DOCUMENT = /^\s*(?:\{(?:\s*(?:["'}]|\w+\s*:)|[^}]*$)|\[\s*(?:["{[\]]|$|(?:-?\d[\d.eE+-]*|true|false|null)\s*(?:,|$)))/;

/** A word after a bracket: `["a"] is not allowed`. */
const WORD_BEHIND = /[\]}] [a-z]+ /i;

/** A member of a JSON object as machines write it; people put a space after the colon. */
const TIGHT_MEMBER = /":["{[\w-]/;

const MEMBER = /"\s*:/;

/** The end of an object whose last member is a text or a number. */
const END_OF_OBJECT = /["\d]\s*\}/;

/** Characters that no text for people contains: the marks of binary data. */
const BINARY = /[\0\uFFFD]/;

/** An HTTP reason phrase, or a text written like one: up to five capitalized words, with or without the status in front. */
const STATUS_PHRASE = /^(?:HTTP )?(?:\d{3}:? )?(?:(?:HTTP|URI) )?[A-Z][a-z-]+(?: [A-Z][a-z-]+){0,4}$/;

/**
 * One word of the letters that codes are made of, or a reason phrase as some servers write it: in lower case, or with the status in front. Languages
 * without spaces between words use other letters.
 */
const WORD =
  /^(?:\d{3}:? )?(?:[!-~]+|bad (?:request|gateway)|not (?:found|acceptable|implemented)|too many requests|(?:request|gateway) timeout|service unavailable|internal (?:server )?error)$/i;

/** OAuth names its errors with underscores (RFC 6749, section 5.2), and so do the services. */
const NAME = /^[^\W_]+_\w+$/;

/** A JSON string that holds an object, a list or such a string. */
const ENCODED_DOCUMENT = /^\s*"\s*(?:\{|\[|\\")/;

/** How a page, an element, a JSON document and a JSON string begin. Hardly any message begins so, and then the other checks are skipped. */
const NO_WORD = /^\s*["<[{]/;

/** Whether a text may contain JSON that says something: an object, a list, or a string of these. Parsing shows whether it does. */
export function mayHoldJson(text: string): boolean {
  return NO_WORD.test(text) && (JSON_DOCUMENT.test(text) || ENCODED_DOCUMENT.test(text));
}

/** Whether a text is, or begins, a page or an XML document. */
function isPage(text: string): boolean {
  return PAGE.test(text) || (ELEMENT.test(text) && (END_TAG.test(text) || ONLY_TAGS.test(text)));
}

/** Whether a text is a JSON object or list, whole or truncated, and not the beginning of a sentence about one. */
function isJson(text: string): boolean {
  return JSON_DOCUMENT.test(text) && !(WORD_BEHIND.test(text) && parseJson(text) === undefined);
}

/** Whether a text is, or begins, a page or a document. */
function isDocument(text: string): boolean {
  return NO_WORD.test(text) && (isPage(text) || isJson(text));
}

/** The value if people can read it as a message: not blank, no page and no JSON. Undefined for any other. */
export function sentenceOf(value: unknown): string | undefined {
  const line = cleanLine(value);
  if (typeof value !== "string" || line === undefined) return undefined;
  // Both as received and as it will be shown: characters that cleaning removes could hide how it begins.
  const isShown = line === value || !isDocument(line);
  return isShown && !isDocument(value) ? value : undefined;
}

/** Whether a text is the rest of a page or a JSON document whose beginning is missing. */
function isRest(text: string): boolean {
  return PIECE_OF_PAGE.test(text) || TIGHT_MEMBER.test(text) || (MEMBER.test(text) && END_OF_OBJECT.test(text));
}

/** Whether a whole body is plain words: no page, no document and no binary data, whole or truncated. */
export function isWords(body: string): boolean {
  return sentenceOf(body) !== undefined && !JSON_DOCUMENT.test(body) && !isRest(body) && !BINARY.test(body);
}

/** Whether a text says no more than a status or a code does: `Forbidden`, `404 Not Found`, `bad request`, `invalid_grant`. */
export function isLabel(text: string): boolean {
  return WORD.test(text) || STATUS_PHRASE.test(text);
}

/** Whether the text under `error` can be a code: one word, and not an HTTP reason phrase. */
export function isCodeWord(text: string): boolean {
  return /^\w[\w.:/-]*$/.test(text) && !STATUS_PHRASE.test(text);
}

/** Whether a text is a name with underscores, which is a code even with nothing beside it. */
export function isName(text: string): boolean {
  return NAME.test(text);
}
