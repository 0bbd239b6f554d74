import { distance } from "fastest-levenshtein";

/** The most names that are worth reading when one was mistyped. */
const MOST = 3;

/** The most letters that a name may differ in: a few, and no more than a third of a short one, of which little else would be left. */
function furthestOf(typed: string): number {
  const { length } = typed;
  return Math.min(Math.max(2, Math.floor(length / 4)), Math.floor(length / 3));
}

/** The names that a mistyped one was probably meant to be, the closest first; empty where none is close. Upper and lower case are the same. */
export function closest(typed: string, names: Iterable<string>): readonly string[] {
  const wanted = typed.toUpperCase();
  const furthest = furthestOf(typed);
  return [...new Set(names)]
    .map((name) => ({ name, steps: distance(wanted, name.toUpperCase()) }))
    .filter(({ steps }) => steps <= furthest)
    .sort((one, other) => one.steps - other.steps)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** A sentence that offers names: ` Did you mean A or B?`, with the space in front; empty without names. */
export function didYouMean(names: readonly string[]): string {
  return names.length > 0 ? ` Did you mean ${names.join(" or ")}?` : "";
}
