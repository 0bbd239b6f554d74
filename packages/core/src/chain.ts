import { memberOf } from "./member-of.js";

/** Maximum number of objects in a chain that are looked at: a chain can have any length, and so can a list of causes. */
const MOST_OBJECTS = 16;

/** An object that somebody threw, rejected with or returned. Its members can be anything, even getters that throw. */
export type Caught = Readonly<Record<string, unknown>>;

/** Whether it is an object at all. Arrays are objects too, but have nothing of interest. */
export function isCaught(value: unknown): value is Caught {
  return typeof value === "object" && value !== null;
}

/** The first entries of a list; none if it is not a list, or cannot be read. */
function someOf(list: unknown): readonly unknown[] {
  try {
    return Array.isArray(list) ? (list.slice(0, MOST_OBJECTS) as readonly unknown[]) : [];
  } catch {
    return [];
  }
}

/** The causes of an object: `lastError` in the AI SDK, `cause`, and each of `errors`, for instance when several addresses were tried. */
function causesOf(object: Caught): readonly unknown[] {
  return [memberOf(object, "lastError"), memberOf(object, "cause"), ...someOf(memberOf(object, "errors"))];
}

/** What was caught, and then what it wraps and what caused it: the nearest first, each object once. */
export function chainOf(caught: unknown): readonly Caught[] {
  if (!isCaught(caught)) return [];
  // Iterating over a Set includes what is added meanwhile, and a Set has nothing twice, so circular chains end.
  const chain = new Set<Caught>([caught]);
  for (const one of chain) {
    for (const cause of causesOf(one)) if (isCaught(cause) && chain.size < MOST_OBJECTS) chain.add(cause);
  }
  return [...chain];
}
