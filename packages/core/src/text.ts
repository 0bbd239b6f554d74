import { lazily } from "./lazily.js";
import { cut } from "./cut.js";

/** A line that is clean already, as nearly every one is. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/**
 * Characters that have no place in a line: terminal sequences, control characters, spaces and line separators, characters without a width of their
 * own (bidirectional overrides, zero-width characters, tags), lone surrogates, and characters for private use or without a meaning. They are ranges,
 * because not every engine knows Unicode's classes.
 */
// No literal, because an engine would go through the ranges where it parses one: a part of what importing a service takes.
const outOfPlace = /* @__PURE__ */ lazily(
  () =>
    // eslint-disable-next-line prefer-regex-literals -- a literal would be parsed by every import, also by those that never see an error
    new RegExp(
      // eslint-disable-next-line no-control-regex -- finding control characters is the purpose
      "(?:\\x1B\\[[\\d;?]*\\w|[\\0- \\x7F-\\xA0\\xAD\\u0600-\\u0605\\u061C\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u115F\\u1160\\u1680\\u180E\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u3000\\u3164\\uD800-\\uF8FF\\uFDD0-\\uFDEF\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\uFFFE\\uFFFF\\u{110BD}\\u{110CD}\\u{13430}-\\u{1343F}\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E0FFF}\\u{F0000}-\\u{10FFFF}])+",
      "gu",
    ),
);

/**
 * Text from outside as one clean line of at most 1 kB: runs of control characters, terminal sequences, bidirectional overrides, lone surrogates and
 * the like become one space. Undefined if nothing is left, or if the value is not a string. Cleaning twice changes nothing.
 */
export function cleanLine(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  if (value.length <= 1024 && PLAIN.test(value)) return value;
  const line = cut(value.slice(0, 4096).replace(outOfPlace(), " "), 1024).trim();
  return line === "" ? undefined : line;
}

/** A text whose first character is never removed. Nearly every text begins like this. */
const BEGINS_READABLE = /^[!-~]/;

/** The text as received, if a person could read it; undefined for any other value, and if cleaning leaves nothing. */
export function readableText(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  return BEGINS_READABLE.test(value) || cleanLine(value) !== undefined ? value : undefined;
}
