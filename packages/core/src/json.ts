/** A value as JSON can hold it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** An object that is no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a JSON text, or undefined for any other text; no JSON text stands for undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How many members a copy may still take. */
interface Allowance {
  members: number;
}

/**
 * Copies a value from outside as plain JSON data, to a depth of 32 and at most 10,000 members. Deeper values are replaced by `"…"`; further members,
 * and what JSON cannot hold, are left out. JSON.parse survives a million levels, but printing, cloning and comparing such a value do not. And a value
 * that was not parsed may contain itself, several times on every level.
 */
export function copyJson(value: unknown, depth = 32, left: Allowance = { members: 10_000 }): JsonValue | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  // A bigint, a function or a symbol would make printing or cloning the whole error throw.
  if (typeof value !== "object") return undefined;
  if (depth === 0) return "…";
  return Array.isArray(value) ? copyList(value, depth, left) : copyMembers(value, depth, left);
}

function copyList(list: readonly unknown[], depth: number, left: Allowance): readonly JsonValue[] {
  const copy: JsonValue[] = [];
  for (const entry of list) {
    left.members -= 1;
    if (left.members < 0) break;
    // JSON has no undefined; in a list it writes null, which keeps the places of the others.
    copy.push(copyJson(entry, depth - 1, left) ?? null);
  }
  return copy;
}

function copyMembers(value: object, depth: number, left: Allowance): { readonly [key: string]: JsonValue } {
  const copy: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(value)) {
    left.members -= 1;
    if (left.members < 0) break;
    const copied = copyJson(member, depth - 1, left);
    // Assigning to `__proto__` would set the prototype of the copy.
    if (copied !== undefined && key !== "__proto__") copy[key] = copied;
  }
  return copy;
}

/**
 * Whether a value contains everything that another one contains, in the same places. Additional members do not count, nor does what some stores write
 * or leave out for absent values: null, and empty lists and objects.
 */
export function includesAll(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    const list = whole ?? [];
    return Array.isArray(list) && list.length === part.length && part.every((entry, at) => includesAll(list[at], entry));
  }
  if (isObject(part)) {
    const object = whole ?? {};
    return isObject(object) && Object.entries(part).every(([name, member]) => includesAll(object[name], member));
  }
  return (whole ?? undefined) === (part ?? undefined);
}
