/** A value as JSON can hold it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** An object that is no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Copies a value from outside as plain JSON data, to a depth of 32 and at most 10,000 values: what lies deeper is replaced by `"…"`, what
 * comes later is left out. JSON.parse survives a million levels, but printing, cloning and comparing such a value do not.
 */
export function copyJson(value: unknown): JsonValue | undefined {
  let left = 10_000;
  const copy = (from: unknown, depth: number): unknown => {
    if (typeof from !== "object" || !from) return from;
    if (!depth) return "…";
    const to: Record<string, unknown> = (Array.isArray(from) ? [] : {}) as Record<string, unknown>;
    for (const key of Object.keys(from)) {
      // Assigning to `__proto__` would set the prototype of the copy.
      if (left-- > 0 && key !== "__proto__") to[key] = copy((from as Record<string, unknown>)[key], depth - 1);
    }
    return to;
  };
  // What JSON.parse gave is scalars, plain objects and arrays, which is what JsonValue says.
  return copy(value, 32) as JsonValue | undefined;
}

/** Whether two JSON values are equal, whatever the order of their members. A member that is undefined counts as absent. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
  return Object.keys({ ...one, ...other }).every((key) =>
    isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
