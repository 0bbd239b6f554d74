/** The most objects of a chain that are looked at: a chain can be of any length, and a list of causes as well. */
const MOST_OBJECTS = 16;

/** An object that somebody threw, rejected with or handed out. Its members can be anything, and getters that throw. */
export type Caught = Readonly<Record<string, unknown>>;

/** A member of an object; undefined where it cannot even be looked at (a getter that throws, a revoked proxy). */
export function memberOf(object: Caught, name: string): unknown {
  try {
    return object[name];
  } catch {
    return undefined;
  }
}

function isCaught(value: unknown): value is Caught {
  return typeof value === "object" && value !== null;
}

/** What an object names as its causes: `lastError` as the AI SDK's retries do, `cause`, and every one of `errors`, as where several addresses were tried. */
function causesOf(object: Caught): readonly unknown[] {
  const errors = memberOf(object, "errors");
  const several = Array.isArray(errors) ? errors.slice(0, MOST_OBJECTS) : [];
  return [memberOf(object, "lastError"), memberOf(object, "cause"), ...(several as readonly unknown[])];
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
