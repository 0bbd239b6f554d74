import type { RetryPolicy } from "./retry.js";

/**
 * What sort of failure it is: the canonical gRPC code names in snake_case, with `resource_exhausted`
 * split into `rate_limited` (slow down) and `quota_exceeded` (slowing down does not help).
 */
export type Kind =
  | "cancelled"
  | "unknown"
  | "invalid_argument"
  | "deadline_exceeded"
  | "not_found"
  | "already_exists"
  | "permission_denied"
  | "rate_limited"
  | "quota_exceeded"
  | "failed_precondition"
  | "aborted"
  | "out_of_range"
  | "unimplemented"
  | "internal"
  | "unavailable"
  | "data_loss"
  | "unauthenticated";

/**
 * Per kind: the policy for codes whose page says nothing about retrying, and the statuses that mean this kind, as RFC 9110 has them in
 * section 15. 4 and 5 are the classes, for all statuses that are not named here.
 */
const kinds = {
  invalid_argument: ["never", 4],
  unauthenticated: ["after_change", 401],
  permission_denied: ["never", 403],
  not_found: ["never", 404, 410],
  unimplemented: ["never", 405, 501],
  deadline_exceeded: ["backoff", 408, 504],
  already_exists: ["after_change"],
  aborted: ["after_change", 409],
  failed_precondition: ["after_change", 412, 424],
  out_of_range: ["never", 416],
  rate_limited: ["backoff", 429],
  quota_exceeded: ["never", 507],
  cancelled: ["never", 499],
  internal: ["once", 5],
  unavailable: ["backoff", 502, 503],
  data_loss: ["once"],
  unknown: ["never"],
} as const satisfies Readonly<Record<Kind, readonly [RetryPolicy, ...number[]]>>;

/** All kinds. */
export const kindNames = /* @__PURE__ */ Object.keys(kinds) as Kind[];

/** The policy of a kind. */
export type PolicyOfKind<K extends Kind> = (typeof kinds)[K][0];

/** The policy of a kind. */
export function policyOfKind(kind: Kind): RetryPolicy {
  return kinds[kind][0];
}

type KindByStatus = { readonly [K in Kind as Extract<(typeof kinds)[K][number], number>]: K };

/** The kind that {@link kindOfStatus} gives for a literal status. */
export type KindOfStatus<Status extends number> = Status extends keyof KindByStatus
  ? KindByStatus[Status]
  : `${Status}` extends `4${string}`
    ? "invalid_argument"
    : `${Status}` extends `5${string}`
      ? "internal"
      : "unknown";

/** The kind of an HTTP status; `unknown` without one. */
export function kindOfStatus(status = 0): Kind {
  const rowOf = (meant: number) => kindNames.find((kind) => (kinds[kind] as readonly unknown[]).includes(meant));
  return rowOf(status) ?? rowOf(Math.floor(status / 100)) ?? "unknown";
}
