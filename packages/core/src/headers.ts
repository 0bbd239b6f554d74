/**
 * Headers as a `Headers` object, a plain record (such as Node's `IncomingHttpHeaders` or what axios hands out) or an iterable of pairs. Names in
 * any case.
 */
export type HeadersInput =
  | { get(name: string): unknown }
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | number | boolean | null | undefined>>;

/** Gives a header's value by its lower-case name; repeated headers are joined by commas, as `Headers` does. Undefined for a header that is absent. */
export type HeaderLookup = (name: string) => string | undefined;

/** A header's value as text; undefined for what no client gives as one. */
function valueOf(given: unknown): string | undefined {
  if (typeof given === "string") return given.trim() || undefined;
  if (typeof given === "number") return `${given}`;
  if (!Array.isArray(given)) return undefined;
  return given.flatMap((one) => valueOf(one) ?? []).join(", ") || undefined;
}

/** Whether it is asked for a header by name in any case, as `Headers` is. A Map has `get` too, but one that minds the case. */
function isHeaders(given: object): given is { get(name: string): unknown } {
  // Not its value: in node-fetch 3 on Node 20 the getter `size` throws.
  return "get" in given && typeof given.get === "function" && !("size" in given);
}

/** Makes what gives the values of headers as they are. */
function valuesOf(given: object): (name: string) => unknown {
  if (isHeaders(given)) return (name) => given.get(name);
  // Whether what it iterates over are pairs shows here.
  const pairs: Iterable<readonly [string, unknown]> =
    Symbol.iterator in given ? (given as Iterable<readonly [string, unknown]>) : Object.entries(given);
  const all = Array.from(pairs, ([name, value]) => [name.toLowerCase(), value] as const);
  return (wanted) => all.flatMap(([name, value]) => (name === wanted ? [value] : []));
}

/** The lookup of headers that cannot even be looked at: a getter that throws, a revoked proxy. */
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
        // A getter that throws has no value to give.
      }
      return value;
    };
  } catch {
    return noHeaders;
  }
}
