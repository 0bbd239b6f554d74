import type { RetryPolicy } from "./retry.js";

/** Every kind: the canonical gRPC code names in snake_case, with `resource_exhausted` split in two. */
export const KINDS = [
  "cancelled",
  "unknown",
  "invalid_argument",
  "deadline_exceeded",
  "not_found",
  "already_exists",
  "permission_denied",
  "rate_limited",
  "quota_exceeded",
  "failed_precondition",
  "aborted",
  "out_of_range",
  "unimplemented",
  "internal",
  "unavailable",
  "data_loss",
  "unauthenticated",
] as const;

/**
 * The error category: gRPC's canonical code names in snake_case, with `resource_exhausted` split into `rate_limited` (slow down) and `quota_exceeded`
 * (slowing down does not help).
 */
export type Kind = (typeof KINDS)[number];

/** The statuses whose kind is not that of their class, as RFC 9110, section 15, describes them. */
const kindByStatus = {
  401: "unauthenticated",
  403: "permission_denied",
  404: "not_found",
  405: "unimplemented",
  408: "deadline_exceeded",
  409: "aborted",
  410: "not_found",
  412: "failed_precondition",
  416: "out_of_range",
  424: "failed_precondition",
  429: "rate_limited",
  499: "cancelled",
  501: "unimplemented",
  502: "unavailable",
  503: "unavailable",
  504: "deadline_exceeded",
  507: "quota_exceeded",
} as const satisfies Readonly<Record<number, Kind>>;

/** The policies of codes whose page says nothing about retrying; `never` for all other kinds. */
const policyByKind = {
  unauthenticated: "after_change",
  already_exists: "after_change",
  aborted: "after_change",
  failed_precondition: "after_change",
  deadline_exceeded: "backoff",
  rate_limited: "backoff",
  unavailable: "backoff",
  internal: "once",
  data_loss: "once",
} as const satisfies { readonly [K in Kind]?: RetryPolicy };

/** The policy of a kind. */
export type PolicyOfKind<K extends Kind> = K extends keyof typeof policyByKind ? (typeof policyByKind)[K] : "never";

/** The policy of a kind. */
export function policyOfKind(kind: Kind): RetryPolicy {
  const policies: { readonly [K in Kind]?: RetryPolicy } = policyByKind;
  return policies[kind] ?? "never";
}

/** The kind that {@link kindOfStatus} gives for a literal status. */
export type KindOfStatus<Status extends number> = Status extends keyof typeof kindByStatus
  ? (typeof kindByStatus)[Status]
  : `${Status}` extends `4${number}`
    ? "invalid_argument"
    : `${Status}` extends `5${number}`
      ? "internal"
      : "unknown";

/** The kind of an HTTP status; `unknown` without a status, or if it is not an error status. */
export function kindOfStatus(status = 0): Kind {
  const named: Readonly<Record<number, Kind>> = kindByStatus;
  const kind = named[status];
  if (kind) return kind;
  if (status >= 400 && status < 500) return "invalid_argument";
  return status >= 500 && status < 600 ? "internal" : "unknown";
}

/** The value itself if it is a kind; undefined for any other. */
export function kindOf(value: unknown): Kind | undefined {
  return KINDS.find((kind) => kind === value);
}
