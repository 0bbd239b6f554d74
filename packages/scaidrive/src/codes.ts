import type { CodeRow } from "@scai-errors/core";
import { downloadFacts, rateLimitScope } from "./details.js";

/**
 * ScaiDrive sends no codes: these are the names that RFC 9110 and RFC 4918 give to the statuses of its errors page, which also has the retry
 * advice. Other pages show ScaiGrid-like codes. Those pages are older and contradict this one, so such a code is only `receivedCode`; that
 * is also what keeps programs working on the day that ScaiDrive ships real codes.
 */
export const rows = {
  BAD_REQUEST: { status: 400 },
  // The page says no, and to refresh a token that has expired, which without codes cannot be told from a wrong one.
  UNAUTHORIZED: { status: 401, retry: "after_change" },
  FORBIDDEN: { status: 403, retry: "never" },
  NOT_FOUND: { status: 404, retry: "never" },
  // "Maybe": read the state again, resolve, and then once.
  CONFLICT: { status: 409, retry: "after_change" },
  GONE: { status: 410, retry: "never" },
  CONTENT_TOO_LARGE: { status: 413, kind: "out_of_range", retry: "never" },
  UNPROCESSABLE_CONTENT: { status: 422, retry: "never" },
  TOO_MANY_REQUESTS: { status: 429, retry: "backoff", details: rateLimitScope },
  INTERNAL_SERVER_ERROR: { status: 500, retry: "once" },
  BAD_GATEWAY: { status: 502, retry: "backoff" },
  SERVICE_UNAVAILABLE: { status: 503, retry: "backoff" },
  GATEWAY_TIMEOUT: { status: 504, retry: "backoff" },
  INSUFFICIENT_STORAGE: { status: 507, retry: "never" },

  // WebSocket closes. Nothing is said about reconnecting, so the policy follows from the kind: never in a loop after 4401 and 4403.
  CONNECTION_UNAUTHORIZED: { close: 4401, kind: "unauthenticated" },
  CONNECTION_FORBIDDEN: { close: 4403, kind: "permission_denied" },
  // A limit on connections at a time: room appears when one of them closes.
  CONNECTION_LIMIT_REACHED: { close: 4429, kind: "rate_limited" },

  // Found by checking a download. The older pages also show CHECKSUM_MISMATCH as a code for refused uploads; that one is BAD_REQUEST here.
  DOWNLOAD_TRUNCATED: { kind: "data_loss", details: downloadFacts },
  CHECKSUM_MISMATCH: { kind: "data_loss", details: downloadFacts },
} as const satisfies Readonly<Record<string, CodeRow>>;
