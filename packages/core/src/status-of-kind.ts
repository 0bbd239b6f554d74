import type { Kind } from "./kinds.js";

/** The HTTP status of a kind, if none is documented: gRPC's mapping of its status codes to HTTP. */
export const statusOfKind = {
  cancelled: 499,
  unknown: 500,
  invalid_argument: 400,
  deadline_exceeded: 504,
  not_found: 404,
  already_exists: 409,
  permission_denied: 403,
  rate_limited: 429,
  quota_exceeded: 429,
  failed_precondition: 400,
  aborted: 409,
  out_of_range: 400,
  unimplemented: 501,
  internal: 500,
  unavailable: 503,
  data_loss: 500,
  unauthenticated: 401,
} as const satisfies Readonly<Record<Kind, number>>;
