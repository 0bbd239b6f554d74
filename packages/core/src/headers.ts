/** Headers as a `Headers` object, a plain record (such as Node's `IncomingHttpHeaders`) or an iterable of pairs. Names in any case. */
export type HeadersInput =
  | { get(name: string): string | null }
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | number | undefined>>;

/** Gives a header's value by its lower-case name; repeated headers are joined by commas, as `Headers` does. */
export type HeaderLookup = (name: string) => string | undefined;

/** Makes any accepted form of headers readable by name. */
export function headerLookup(headers?: HeadersInput | null): HeaderLookup {
  const given = headers ?? {};
  const { get, size } = given as { readonly get?: unknown; readonly size?: unknown };
  // A Map has `get` too, but one that minds the case of names; what tells it from Headers is its `size`.
  if (typeof get === "function" && size === undefined) return (name) => (given as Headers).get(name) ?? undefined;
  const pairs: (readonly [name: string, value: unknown])[] = [...(Symbol.iterator in given ? given : Object.entries(given))];
  return (name) =>
    pairs
      .flatMap(([key, value]) => (key.toLowerCase() === name ? [value] : []))
      .join(", ")
      .trim() || undefined;
}
