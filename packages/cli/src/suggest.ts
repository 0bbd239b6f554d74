import { distance } from "fastest-levenshtein";

/** The most names that are worth reading when one was mistyped. */
const MOST = 3;

/** The names that a mistyped one was probably meant to be, the closest first; empty where none is close. Upper and lower case are the same. */
export function closest(typed: string, names: Iterable<string>): readonly string[] {
  const wanted = typed.toUpperCase();
  const furthest = Math.max(2, Math.floor(typed.length / 4));
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
