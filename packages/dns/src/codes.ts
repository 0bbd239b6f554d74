import type { CodeRow } from "@scai-errors/core";
import { blockingCname, expectedValue, missingPermission, namedDomain } from "./details.js";

/**
 * Scai DNS sends no codes: what identifies a failure is its message, and for all other messages there are the codes of the statuses. The
 * names are this package's own. Its page advises on retrying by status, and only for 429 and 5xx.
 */
export const rows = {
  // Domains
  DOMAIN_EXISTS: { message: "Domain already exists", status: 409, kind: "already_exists" },
  INVALID_DOMAIN_NAME: { message: "Invalid domain name", status: 400 },
  UNSUPPORTED_DOMAIN_TYPE: { message: "Unsupported domain type", status: 400 },
  // A 403 that no permission helps against: the zone waits for its validation.
  DOMAIN_NOT_VALIDATED: { message: "Domain not validated", status: 403, kind: "failed_precondition" },
  DOMAIN_DELETED: { message: "Domain is deleted", status: 404 },

  // Records
  INVALID_RECORD_CONTENT: { message: "Invalid record content", status: 400 },
  UNSUPPORTED_RECORD_TYPE: { message: "Record type not supported", status: 400 },
  // The page has "A" where this has a variable part. The rule is the same for every other type, and so is the text that is sent for them.
  CNAME_EXISTS: {
    message: "Cannot create <type> record: CNAME exists at <name>",
    status: 409,
    kind: "failed_precondition",
    details: blockingCname,
  },
  DNAME_CONFLICT: { message: "DNAME cannot coexist with other records", status: 409, kind: "failed_precondition" },
  RECORD_EXISTS: { message: "Record already exists", status: 409, kind: "already_exists" },
  INVALID_TTL: { message: "Invalid TTL", status: 400 },

  // Validation of a domain. The page gives these no status. The first three, and the last, wait for something that the caller has to do
  // (publish, correct, register, ask for a new challenge); the others are about name servers that do not answer at the moment.
  TXT_RECORD_MISSING: { message: "No DNS record found for <name>", kind: "failed_precondition", details: namedDomain },
  TXT_VALUE_MISMATCH: {
    message: "TXT record found but value doesn't match. Expected: <expected>",
    kind: "failed_precondition",
    details: expectedValue,
  },
  DOMAIN_NOT_IN_DNS: { message: "Domain <name> does not exist in DNS", kind: "failed_precondition", details: namedDomain },
  NO_NAMESERVERS: { message: "No nameservers available for query", kind: "unavailable" },
  DNS_QUERY_TIMED_OUT: { message: "DNS query timed out", kind: "deadline_exceeded" },
  CHALLENGE_EXPIRED: { message: "Challenge expired", kind: "failed_precondition" },

  // DNSSEC
  DNSSEC_ALREADY_ENABLED: { message: "DNSSEC already enabled", status: 409, kind: "failed_precondition" },
  DNSSEC_NOT_ENABLED: { message: "DNSSEC not enabled", status: 409, kind: "failed_precondition" },
  UNSUPPORTED_ALGORITHM: { message: "Unsupported algorithm", status: 400 },
  DS_MISMATCH: { message: "DS record does not match any KSK", status: 400 },
  // Days, not seconds: a rotation lasts until the parent zone has caught up. So it is no failure to retry with pauses.
  KSK_ROTATION_IN_PROGRESS: { message: "KSK rotation in progress", status: 409, kind: "failed_precondition" },

  // Permissions. No status in their rows; 403 by the table of statuses.
  PLATFORM_ADMIN_REQUIRED: { message: "Platform admin access required", status: 403 },
  ADMIN_REQUIRED: { message: "Admin access required", status: 403 },
  PERMISSION_REQUIRED: { message: "<permission> permission required on this domain", status: 403, details: missingPermission },
  IP_NOT_WHITELISTED: { message: "IP not whitelisted", status: 403 },
  ACCESS_GRANT_NOT_FOUND: { message: "Access grant not found or expired", status: 403 },

  // Authentication. No status in their rows; 401 by the table of statuses.
  API_KEY_MISSING: { message: "Missing X-API-Key header", status: 401 },
  API_KEY_INVALID: { message: "Invalid API key", status: 401 },
  API_KEY_REVOKED: { message: "API key revoked", status: 401 },
  API_KEY_EXPIRED: { message: "API key expired", status: 401 },
  JWT_INVALID: { message: "Invalid JWT", status: 401 },
  TOKEN_EXPIRED: { message: "Token expired", status: 401 },
  WEBHOOK_SIGNATURE_MISSING: { message: "Missing X-ScaiKey-Signature header", status: 401 },
  WEBHOOK_SIGNATURE_INVALID: { message: "Invalid webhook signature", status: 401 },
  WEBHOOK_TIMESTAMP_TOO_OLD: { message: "Webhook timestamp too old", status: 401 },

  // Any other message: the names that RFC 9110 gives to the statuses.
  BAD_REQUEST: { status: 400 },
  UNAUTHORIZED: { status: 401 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  CONFLICT: { status: 409 },
  CONTENT_TOO_LARGE: { status: 413, kind: "out_of_range" },
  UNPROCESSABLE_CONTENT: { status: 422 },
  TOO_MANY_REQUESTS: { status: 429, retry: "backoff" },
  INTERNAL_SERVER_ERROR: { status: 500, retry: "backoff" },
  BAD_GATEWAY: { status: 502, retry: "backoff" },
  SERVICE_UNAVAILABLE: { status: 503, retry: "backoff" },
  GATEWAY_TIMEOUT: { status: 504, retry: "backoff" },
} as const satisfies Readonly<Record<string, CodeRow>>;
