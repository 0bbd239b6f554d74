import type { VocabularyRecord } from "./record.js";

/** A word of several parts, as nearly all codes are: ROOM_GONE, room_gone. */
const CODE_WORD = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/gi;

/** Single words behind "use", which can only be codes: `use GONE`, `use GONE, LEFT or LOST instead`. */
const ONLY_CODES = /^use ([^\s,.]+(?:(?:, | or | and |, or )[^\s,.]+)*)(?: instead)?\.?$/;

const isCapitals = (word: string): boolean => word === word.toUpperCase();

/** The words of a deprecation's text that stand for codes, each once, whether or not there are such codes. */
export function heirsIn(text: string, codes: VocabularyRecord["codes"]): readonly string[] {
  const [, list = ""] = ONLY_CODES.exec(text) ?? [];
  const named = list.split(/, or |, | or | and /).filter((word) => word !== "");
  // A field of an answer is written as small codes are, so small words count only where the service has such codes.
  const hasSmallCodes = !Object.keys(codes).every(isCapitals);
  const words = (text.match(CODE_WORD) ?? []).filter((word) => isCapitals(word) || hasSmallCodes);
  return [...new Set([...named, ...words])];
}
