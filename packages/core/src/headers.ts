/**
 * Headers as a `Headers` object, a plain record (such as Node's `IncomingHttpHeaders`, or those of axios) or an iterable of pairs. Names in upper or
 * lower case.
 */
export type HeadersInput =
  | { get(name: string): unknown }
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | number | boolean | null | undefined>>;

/** Returns a header's value by its lower-case name; repeated headers are joined by commas, as in `Headers`. Undefined if the header is absent. */
export type HeaderLookup = (name: string) => string | undefined;

/** A header's value as text; undefined for a value that no client uses. */
function valueOf(given: unknown): string | undefined {
  if (typeof given === "string") return given.trim() || undefined;
  if (typeof given === "number") return `${given}`;
  if (!Array.isArray(given)) return undefined;
  return given.flatMap((one) => valueOf(one) ?? []).join(", ") || undefined;
}

/** Whether it looks up names in upper or lower case, as `Headers` does. A Map has `get` too, but distinguishes case. */
function isHeaders(given: object): given is { get(name: string): unknown } {
  // Not its value: in node-fetch 3 on Node 20 the getter `size` throws.
  return "get" in given && typeof given.get === "function" && !("size" in given);
}

/** Makes the function that returns the values of headers unchanged. */
function valuesOf(given: object): (name: string) => unknown {
  if (isHeaders(given)) return (name) => given.get(name);
  // Whether what it iterates over are pairs shows here.
  const pairs: Iterable<readonly [string, unknown]> =
    Symbol.iterator in given ? (given as Iterable<readonly [string, unknown]>) : Object.entries(given);
  const all = Array.from(pairs, ([name, value]) => [name.toLowerCase(), value] as const);
  return (wanted) => all.flatMap(([name, value]) => (name === wanted ? [value] : []));
}

/** The lookup for headers that cannot be read: a getter that throws, a revoked proxy. */
const noHeaders: HeaderLookup = () => undefined;

/** Makes any accepted form of headers readable by name. Never throws. */
export function headerLookup(headers?: HeadersInput | null): HeaderLookup {
  try {
    const values = valuesOf(headers ?? {});
    return (name) => {
      let value: string | undefined;
      try {
        value = valueOf(values(name));
      } catch {
        // A getter that throws has no value.
      }
      return value;
    };
  } catch {
    return noHeaders;
  }
}
