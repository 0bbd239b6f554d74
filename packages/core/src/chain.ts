import { memberOf } from "./member-of.js";

/** The most objects of a chain that are looked at: a chain can be of any length, and a list of causes as well. */
const MOST_OBJECTS = 16;

/** An object that somebody threw, rejected with or handed out. Its members can be anything, and getters that throw. */
export type Caught = Readonly<Record<string, unknown>>;

/** Whether it is an object at all; arrays are, and hold nothing of interest. */
export function isCaught(value: unknown): value is Caught {
  return typeof value === "object" && value !== null;
}

/** The first of a list; none where it is no list, or one that cannot be looked at. */
function someOf(list: unknown): readonly unknown[] {
  try {
    return Array.isArray(list) ? (list.slice(0, MOST_OBJECTS) as readonly unknown[]) : [];
  } catch {
    return [];
  }
}

/** What an object names as its causes: `lastError` as the AI SDK does, `cause`, and each of `errors`, as where several addresses were tried. */
function causesOf(object: Caught): readonly unknown[] {
  return [memberOf(object, "lastError"), memberOf(object, "cause"), ...someOf(memberOf(object, "errors"))];
}

/** What was caught, then what it wraps and what caused it, the nearest first and each object once. */
export function chainOf(caught: unknown): readonly Caught[] {
  if (!isCaught(caught)) return [];
  // A Set goes on to what is added while it is walked, and takes nothing twice, so that a circle ends.
  const chain = new Set<Caught>([caught]);
  for (const one of chain) {
    for (const cause of causesOf(one)) if (isCaught(cause) && chain.size < MOST_OBJECTS) chain.add(cause);
  }
  return [...chain];
}
