import type { CodeRow } from "@scai-errors/core";
import { downloadFacts, rateLimitScope } from "./details.js";

/**
 * ScaiDrive sends no codes: these are the names that RFC 9110 and RFC 4918 give to the statuses of its errors page, which also has the retry
 * advice. Other pages show ScaiGrid-like codes. Those pages are older and contradict this one, so such a code is only `receivedCode`; that
 * is also what keeps programs working on the day that ScaiDrive ships real codes.
 */
export const rows = {
  /** The path or the input is malformed in a way that the schema does not cover.
   * @see https://errors.scailabs.ai/scaidrive/BAD_REQUEST/ */
  BAD_REQUEST: { status: 400 },
  // The page says no, and to refresh a token that has expired, which without codes cannot be told from a wrong one.
  /** The token, or the password of a link, is missing, wrong or expired: refresh the token or correct the credentials.
   * @see https://errors.scailabs.ai/scaidrive/UNAUTHORIZED/ */
  UNAUTHORIZED: { status: 401, retry: "after_change" },
  /** The caller lacks the permission, is suspended, or is not the owner.
   * @see https://errors.scailabs.ai/scaidrive/FORBIDDEN/ */
  FORBIDDEN: { status: 403, retry: "never" },
  /** There is no such resource, or the caller may not see it; ScaiDrive does not tell which.
   * @see https://errors.scailabs.ai/scaidrive/NOT_FOUND/ */
  NOT_FOUND: { status: 404, retry: "never" },
  // "Maybe": read the state again, resolve, and then once.
  /** A name is taken, a version is stale, or it was done already: read the state again, resolve, and try once more.
   * @see https://errors.scailabs.ai/scaidrive/CONFLICT/ */
  CONFLICT: { status: 409, retry: "after_change" },
  /** The resource is deleted but can be restored, or an invitation, link or upload session has expired.
   * @see https://errors.scailabs.ai/scaidrive/GONE/ */
  GONE: { status: 410, retry: "never" },
  /** The upload is larger than the tenant's files may be: use a resumable upload.
   * @see https://errors.scailabs.ai/scaidrive/CONTENT_TOO_LARGE/ */
  CONTENT_TOO_LARGE: { status: 413, kind: "out_of_range", retry: "never" },
  /** The request does not match the schema; the issues list the invalid fields.
   * @see https://errors.scailabs.ai/scaidrive/UNPROCESSABLE_CONTENT/ */
  UNPROCESSABLE_CONTENT: { status: 422, retry: "never" },
  /** Too many requests: wait as long as the response says.
   * @see https://errors.scailabs.ai/scaidrive/TOO_MANY_REQUESTS/ */
  TOO_MANY_REQUESTS: { status: 429, retry: "backoff", details: rateLimitScope },
  /** ScaiDrive failed unexpectedly; once more is worthwhile, unless it could do damage twice.
   * @see https://errors.scailabs.ai/scaidrive/INTERNAL_SERVER_ERROR/ */
  INTERNAL_SERVER_ERROR: { status: 500, retry: "once" },
  /** Something that ScaiDrive depends on cannot be reached: sign-in, object storage, search or a connected source.
   * @see https://errors.scailabs.ai/scaidrive/BAD_GATEWAY/ */
  BAD_GATEWAY: { status: 502, retry: "backoff" },
  /** Something that ScaiDrive depends on is out of order, or it is being taken out of service.
   * @see https://errors.scailabs.ai/scaidrive/SERVICE_UNAVAILABLE/ */
  SERVICE_UNAVAILABLE: { status: 503, retry: "backoff" },
  /** Something that ScaiDrive depends on did not answer in time.
   * @see https://errors.scailabs.ai/scaidrive/GATEWAY_TIMEOUT/ */
  GATEWAY_TIMEOUT: { status: 504, retry: "backoff" },
  /** A quota would be exceeded: of the share, the user, the group, the tenant or the partner.
   * @see https://errors.scailabs.ai/scaidrive/INSUFFICIENT_STORAGE/ */
  INSUFFICIENT_STORAGE: { status: 507, retry: "never" },

  // WebSocket closes. Nothing is said about reconnecting, so the policy follows from the kind: never in a loop after 4401 and 4403.
  /** The WebSocket was closed with 4401: the token is missing or not valid.
   * @see https://errors.scailabs.ai/scaidrive/CONNECTION_UNAUTHORIZED/ */
  CONNECTION_UNAUTHORIZED: { close: 4401, kind: "unauthenticated" },
  /** The WebSocket was closed with 4403: the user is suspended or may not subscribe to this.
   * @see https://errors.scailabs.ai/scaidrive/CONNECTION_FORBIDDEN/ */
  CONNECTION_FORBIDDEN: { close: 4403, kind: "permission_denied" },
  // A limit on connections at a time: room appears when one of them closes.
  /** The WebSocket was closed with 4429: the token or the tenant has too many connections open.
   * @see https://errors.scailabs.ai/scaidrive/CONNECTION_LIMIT_REACHED/ */
  CONNECTION_LIMIT_REACHED: { close: 4429, kind: "rate_limited" },

  // Found by checking a download. The older pages also show CHECKSUM_MISMATCH as a code for refused uploads; that one is BAD_REQUEST here.
  /** Fewer bytes arrived than were announced, because ScaiDrive failed after the answer had begun.
   * @see https://errors.scailabs.ai/scaidrive/DOWNLOAD_TRUNCATED/ */
  DOWNLOAD_TRUNCATED: { kind: "data_loss", details: downloadFacts },
  /** The bytes that arrived do not have the file's checksum_sha256.
   * @see https://errors.scailabs.ai/scaidrive/CHECKSUM_MISMATCH/ */
  CHECKSUM_MISMATCH: { kind: "data_loss", details: downloadFacts },
} as const satisfies Readonly<Record<string, CodeRow>>;
