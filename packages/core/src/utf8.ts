import { lazily } from "./lazily.js";

/** Views and buffers of any realm: those of an iframe, of `vm` and of Jest's jsdom are no instances of this realm's classes. */
const isBuffer = /^\[object (?:Shared)?ArrayBuffer\]$/;

/** The bytes of an ArrayBuffer or a view of one; undefined for any other value. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  // What its tag calls an ArrayBuffer is one, unless someone went to great lengths; then the constructor gives an empty view.
  return isBuffer.test(Object.prototype.toString.call(value)) ? new Uint8Array(value as ArrayBuffer) : undefined;
}

/** Whatever decodes UTF-8. */
interface Decoder {
  decode(bytes: Uint8Array): string;
}

// Jest's jsdom, QuickJS and a bare `vm` context have none.
const platformDecoder = /* @__PURE__ */ lazily((): Decoder =>
  typeof TextDecoder === "function" ? new TextDecoder() : { decode: decodeByHand },
);

/** Bytes as text. What is not UTF-8 becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  return platformDecoder().decode(bytes);
}

const REPLACEMENT = "\uFFFD";

/** A character that begins at a byte: how many bytes follow, and in which range the first of them has to be (Unicode, table 3-7). */
interface Sequence {
  readonly following: number;
  readonly lowest: number;
  readonly highest: number;
}

function sequenceOf(lead: number): Sequence | undefined {
  if (lead >= 0xc2 && lead <= 0xdf) return { following: 1, lowest: 0x80, highest: 0xbf };
  // Not as long as it need not be, and no half of a surrogate pair.
  if (lead >= 0xe0 && lead <= 0xef) return { following: 2, lowest: lead === 0xe0 ? 0xa0 : 0x80, highest: lead === 0xed ? 0x9f : 0xbf };
  // Not as long as it need not be, and nothing past U+10FFFF.
  if (lead >= 0xf0 && lead <= 0xf4) return { following: 3, lowest: lead === 0xf0 ? 0x90 : 0x80, highest: lead === 0xf4 ? 0x8f : 0xbf };
  return undefined;
}

/** What TextDecoder gives, where there is none: one U+FFFD for the longest beginning of a character that is not finished. */
export function decodeByHand(bytes: Uint8Array): string {
  let text = "";
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    at += 1;
    const sequence = sequenceOf(lead);
    if (!sequence) {
      text += lead < 0x80 ? String.fromCharCode(lead) : REPLACEMENT;
      continue;
    }
    const { following, lowest, highest } = sequence;
    let point = lead & (0x3f >> following);
    let missing = following;
    while (missing > 0) {
      const next = bytes[at] ?? 0;
      const isFirst = missing === following;
      if (next < (isFirst ? lowest : 0x80) || next > (isFirst ? highest : 0xbf)) break;
      point = (point << 6) | (next & 0x3f);
      at += 1;
      missing -= 1;
    }
    text += missing === 0 ? String.fromCodePoint(point) : REPLACEMENT;
  }
  // TextDecoder leaves a byte order mark out.
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** How many bytes a character takes in UTF-8. Half of a surrogate pair takes three, as the character that replaces it does. */
function bytesIn(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** At most so many bytes of a text's UTF-8, cut between characters. */
export function cut(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text;
  let left = bytes;
  let end = 0;
  while (end < text.length) {
    const point = text.codePointAt(end) ?? 0;
    left -= bytesIn(point);
    if (left < 0) break;
    end += point < 0x10000 ? 1 : 2;
  }
  return text.slice(0, end);
}
