/** A value as JSON can hold it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** An object that is no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Copies a value from outside as plain JSON data, to a depth of 32 and at most 10,000 members: what lies deeper is replaced by `"…"`, what comes
 * later is left out, and so is what JSON cannot hold. JSON.parse survives a million levels, but printing, cloning and comparing such a value do
 * not; and a value that was not parsed may contain itself, several times on every level.
 */
export function copyJson(value: unknown, depth = 32, left = { members: 1e4 }): JsonValue | undefined {
  if (value === undefined) return value;
  // A bigint, a function or a symbol would make the printing or cloning of the whole error throw.
  if (typeof value !== "object" || !value)
    return /bigint|function|symbol/.test(typeof value) ? undefined : (value as JsonValue | undefined);
  if (!depth) return "…";
  const copy: Record<string, unknown> = (Array.isArray(value) ? [] : {}) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    // Assigning to `__proto__` would set the prototype of the copy.
    if (left.members-- > 0 && key !== "__proto__") copy[key] = copyJson(member, depth - 1, left);
  }
  return copy as JsonValue;
}

/** Whether two JSON values are equal, whatever the order of their members. A member that is undefined counts as absent. */
export function isSame(one: unknown, other: unknown): boolean {
  // With a list of names JSON.stringify writes the members in the list's order.
  const names: string[] = [];
  JSON.stringify([one, other], (name: string, value: unknown) => {
    names.push(name);
    return value;
  });
  return JSON.stringify(one, names) === JSON.stringify(other, names);
}
