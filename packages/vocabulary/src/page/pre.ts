import { plainCell } from "./blocks.js";
import { mentionsOfText } from "./keyed.js";
import { lineOf } from "./line.js";
import type { Mention } from "./rows.js";
import type { Place } from "./table.js";

/** What an answer or a body begins with. Such examples name a code and its status, and are no entries. */
const EXAMPLE = /^\s*(?:[[{]|HTTP\/)/;

/**
 * What may be entries in text that is shown as it is written. Most of it are examples, so that nothing in it is a row; a line that begins with a
 * code and has a status looks like one, though.
 */
export function mentionsOfPre(text: string, place: Place): readonly Mention[] {
  if (EXAMPLE.test(text)) return [];
  return text
    .split("\n")
    .filter((line) => !EXAMPLE.test(line))
    .map(plainCell)
    .flatMap((cell) => {
      const line = lineOf(cell, true);
      const base = { by: "code", text: cell.text.slice(0, 120), heading: place.heading } as const;
      const codes = (line?.codes ?? []).map((key) => ({ ...base, key, isProminent: line?.status !== undefined }));
      return [...codes, ...mentionsOfText(cell, place)];
    });
}
