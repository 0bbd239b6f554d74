import { stripVTControlCharacters } from "node:util";

/** Where turbo sums up: `Cached:    18 cached, 37 total`. */
const SUMMARY = /Cached:\s*(\d+) cached, (\d+) total/;

/**
 * A sentence about results that were replayed from an earlier run; undefined if all are new, or if turbo did not sum up.
 * @param output the end of what turbo printed.
 */
export function replaysIn(output) {
  // Colours contain digits, so they are taken out first.
  const [, cached, total] = SUMMARY.exec(stripVTControlCharacters(output)) ?? [];
  if (cached === undefined || cached === "0") return undefined;
  const which = cached === total ? `All ${total}` : `${cached} of ${total}`;
  return `${which} results are replays of an earlier run, because nothing that they depend on has changed. Add "-- --force" to run everything again.`;
}
