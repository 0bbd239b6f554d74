/** A string of ASCII digits as a number, which may be beyond the safe integers; undefined for anything else. */
export function digits(value: unknown): number | undefined {
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : undefined;
}
