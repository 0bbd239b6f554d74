/** The size of a release step, from none to largest. */
export const BUMPS = ["none", "patch", "minor", "major"] as const;

export type Bump = (typeof BUMPS)[number];

/** Whether a step is at least as large as another. */
export function isAtLeast(one: Bump, other: Bump): boolean {
  return BUMPS.indexOf(one) >= BUMPS.indexOf(other);
}

/** The largest of some steps; `none` of no steps. */
export function largest(bumps: readonly Bump[]): Bump {
  return bumps.reduce((one, other) => (isAtLeast(one, other) ? one : other), "none");
}
