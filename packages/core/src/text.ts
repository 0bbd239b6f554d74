import { lazily } from "./lazily.js";

/** A line that is clean already, as nearly every one is. */
const PLAIN = /^(?! )[ -~]+(?<! )$/;
/**
 * What has no place in a line: terminal control sequences, control characters, line separators, characters without a width of their own
 * (bidirectional overrides, zero-width characters, tags) and halves of characters.
 */
// No literal, because an engine goes through all of Unicode for the two classes where it parses one: a tenth of what importing a service takes.
// eslint-disable-next-line no-control-regex, prefer-regex-literals -- finding control characters is the purpose; for the literal see above
const outOfPlace = /* @__PURE__ */ lazily(() => new RegExp("(?:\\x1B\\[[\\d;?]*\\w|[\\p{C}\\p{Z}])+", "gu"));

/** At most so many bytes of a text's UTF-8, cut between characters. */
export function cut(text: string, bytes: number): string {
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read);
}

/**
 * Text from outside as one clean line of at most 1 kB: runs of control characters, terminal sequences, bidirectional overrides, lone
 * surrogates and the like become one space. Undefined where nothing is left or the value is no string. Cleaning twice changes nothing.
 */
export function cleanLine(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  return value.length <= 1024 && PLAIN.test(value) ? value : cut(value.slice(0, 4096).replace(outOfPlace(), " "), 1024).trim() || undefined;
}

/** A received message, unless it is blank, a page or a document: those would hide what the rest of the answer says. */
export function messageOf(value: unknown): string | undefined {
  return typeof value === "string" && /^\s*[^\s<{[]/.test(value) ? value : undefined;
}
