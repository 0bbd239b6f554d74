/** A member of a value from outside; undefined if there is none, or if it cannot be read (a getter that throws, a revoked proxy). */
export function memberOf(value: unknown, name: PropertyKey): unknown {
  try {
    return (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}
