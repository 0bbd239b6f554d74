import { lazily } from "./lazily.js";

/** Views and buffers of any realm: those of an iframe, of `vm` and of Jest's jsdom are not instances of this realm's classes. */
const isBuffer = /^\[object (?:Shared)?ArrayBuffer\]$/;

/** The bytes of an ArrayBuffer or a view of one; undefined for any other value. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  // What its tag calls an ArrayBuffer is one, unless someone went to great lengths; then the constructor gives an empty view.
  return isBuffer.test(Object.prototype.toString.call(value)) ? new Uint8Array(value as ArrayBuffer) : undefined;
}

/** A decoder of UTF-8. */
interface Decoder {
  decode(bytes: Uint8Array): string;
}

// Jest's jsdom, QuickJS and a bare `vm` context have none.
const platformDecoder = /* @__PURE__ */ lazily((): Decoder =>
  typeof TextDecoder === "function" ? new TextDecoder() : { decode: decodeByHand },
);

/** Bytes as text. Bytes that are not UTF-8 become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  return platformDecoder().decode(bytes);
}

/**
 * The bytes of a character of more than one, each written as the character of its number, or the longest beginning of such bytes; else a byte that begins none.
 * The ranges are those of the Unicode Standard, table 3-7: nothing longer than it need be, no half of a surrogate pair, nothing past U+10FFFF.
 */
// prettier-ignore
const SEQUENCE =
  /[\xC2-\xDF][\x80-\xBF]?|(?:\xE0[\xA0-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]|\xED[\x80-\x9F])[\x80-\xBF]?|(?:\xF0[\x90-\xBF]|[\xF1-\xF3][\x80-\xBF]|\xF4[\x80-\x8F])[\x80-\xBF]{0,2}|[\x80-\xFF]/g;

/** The character of these bytes; U+FFFD if they are incomplete. */
function characterOf(sequence: string): string {
  try {
    return decodeURIComponent(sequence.replaceAll(/./gs, (byte) => `%${byte.charCodeAt(0).toString(16)}`));
  } catch {
    return "\uFFFD";
  }
}

/** A replacement for TextDecoder: an incomplete character becomes one U+FFFD. */
export function decodeByHand(bytes: Uint8Array): string {
  let raw = "";
  for (const byte of bytes) raw += String.fromCharCode(byte);
  // TextDecoder leaves a byte order mark out.
  return raw.replaceAll(SEQUENCE, characterOf).replace(/^\uFEFF/, "");
}

/** A replacement for TextEncoder. */
export function encodeByHand(text: string): Uint8Array {
  // The language writes nearly every byte as a percent sign and two digits, but throws where it meets half of a character.
  const written = encodeURIComponent(text.replaceAll(/[\uD800-\uDFFF]/gu, "\uFFFD"));
  const bytes = written.replaceAll(/%(..)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
}

/** Text as the bytes of its UTF-8. */
export function encodeUtf8(text: string): Uint8Array {
  return typeof TextEncoder === "function" ? new TextEncoder().encode(text) : encodeByHand(text);
}
