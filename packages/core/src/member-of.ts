/** A member of a value from outside; undefined where there is none, or where it cannot even be looked at (a getter that throws, a revoked proxy). */
export function memberOf(value: unknown, name: PropertyKey): unknown {
  try {
    return (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}
