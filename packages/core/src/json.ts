/** A value as JSON can hold it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** An object that is no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object(value) === value && !Array.isArray(value);
}

/**
 * Copies a value from outside as plain JSON data, to a depth of 32: what lies deeper is replaced by `"…"`. JSON.parse survives a million levels,
 * but printing, cloning and comparing such a value do not.
 */
export function copyJson(value: unknown, depth = 32): JsonValue | undefined {
  // What JSON.parse gave is scalars, plain objects and arrays, which is what JsonValue says.
  if (typeof value !== "object" || !value) return value as JsonValue | undefined;
  if (!depth) return "…";
  const copy: Record<string, unknown> = (Array.isArray(value) ? [] : {}) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    // Assigning to `__proto__` would set the prototype of the copy.
    if (key !== "__proto__") copy[key] = copyJson(member, depth - 1);
  }
  return copy as JsonValue;
}

/** Whether two JSON values are equal, whatever the order of their members. A member that is undefined counts as absent. */
export function isSame(one: unknown, other: unknown): boolean {
  const [left, right] = [one, other] as Record<string, unknown>[];
  return Object(left) === left && Object(right) === right
    ? Object.keys({ ...left, ...right }).every((key) => isSame(left![key], right![key]))
    : left === right;
}
