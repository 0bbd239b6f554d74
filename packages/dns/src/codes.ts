import type { CodeRow } from "@scai-errors/core";
import { blockingCname, expectedValue, missingPermission, namedDomain } from "./details.js";

/**
 * Scai DNS sends no codes: what identifies a failure is its message, and for all other messages there are the codes of the statuses. The
 * names are this package's own. Its page advises on retrying by status, and only for 429 and 5xx.
 */
export const rows = {
  // Domains
  /** The tenant already has a domain of this name.
   * @see https://errors.scailabs.ai/dns/DOMAIN_EXISTS/ */
  DOMAIN_EXISTS: { message: "Domain already exists", status: 409, kind: "already_exists" },
  /** The name is not a valid domain name.
   * @see https://errors.scailabs.ai/dns/INVALID_DOMAIN_NAME/ */
  INVALID_DOMAIN_NAME: { message: "Invalid domain name", status: 400 },
  /** There is no such domain_type.
   * @see https://errors.scailabs.ai/dns/UNSUPPORTED_DOMAIN_TYPE/ */
  UNSUPPORTED_DOMAIN_TYPE: { message: "Unsupported domain type", status: 400 },
  // A 403 that no permission helps against: the zone waits for its validation.
  /** The zone waits for its validation; until then its records cannot be edited.
   * @see https://errors.scailabs.ai/dns/DOMAIN_NOT_VALIDATED/ */
  DOMAIN_NOT_VALIDATED: { message: "Domain not validated", status: 403, kind: "failed_precondition" },
  /** The zone was deleted and not yet removed for good.
   * @see https://errors.scailabs.ai/dns/DOMAIN_DELETED/ */
  DOMAIN_DELETED: { message: "Domain is deleted", status: 404 },

  // Records
  /** The content is not valid for a record of this type.
   * @see https://errors.scailabs.ai/dns/INVALID_RECORD_CONTENT/ */
  INVALID_RECORD_CONTENT: { message: "Invalid record content", status: 400 },
  /** There is no such record type.
   * @see https://errors.scailabs.ai/dns/UNSUPPORTED_RECORD_TYPE/ */
  UNSUPPORTED_RECORD_TYPE: { message: "Record type not supported", status: 400 },
  // The page has "A" where this has a variable part. The rule is the same for every other type, and so is the text that is sent for them.
  /** The name has a CNAME, and no other record may exist beside it.
   * @see https://errors.scailabs.ai/dns/CNAME_EXISTS/ */
  CNAME_EXISTS: {
    message: "Cannot create <type> record: CNAME exists at <name>",
    status: 409,
    kind: "failed_precondition",
    details: blockingCname,
  },
  /** A DNAME may not stand beside these other records.
   * @see https://errors.scailabs.ai/dns/DNAME_CONFLICT/ */
  DNAME_CONFLICT: { message: "DNAME cannot coexist with other records", status: 409, kind: "failed_precondition" },
  /** There is a record of the same name, type and content.
   * @see https://errors.scailabs.ai/dns/RECORD_EXISTS/ */
  RECORD_EXISTS: { message: "Record already exists", status: 409, kind: "already_exists" },
  /** The TTL is not a positive integer.
   * @see https://errors.scailabs.ai/dns/INVALID_TTL/ */
  INVALID_TTL: { message: "Invalid TTL", status: 400 },

  // Validation of a domain. The page gives these no status. The first three, and the last, wait for something that the caller has to do
  // (publish, correct, register, ask for a new challenge); the others are about name servers that do not answer at the moment.
  /** The TXT record of the challenge is not published.
   * @see https://errors.scailabs.ai/dns/TXT_RECORD_MISSING/ */
  TXT_RECORD_MISSING: { message: "No DNS record found for <name>", kind: "failed_precondition", details: namedDomain },
  /** The TXT record of the challenge is published with a different value than expected.
   * @see https://errors.scailabs.ai/dns/TXT_VALUE_MISMATCH/ */
  TXT_VALUE_MISMATCH: {
    message: "TXT record found but value doesn't match. Expected: <expected>",
    kind: "failed_precondition",
    details: expectedValue,
  },
  /** The top-level domain knows no such domain.
   * @see https://errors.scailabs.ai/dns/DOMAIN_NOT_IN_DNS/ */
  DOMAIN_NOT_IN_DNS: { message: "Domain <name> does not exist in DNS", kind: "failed_precondition", details: namedDomain },
  /** The domain's authoritative name servers cannot be found.
   * @see https://errors.scailabs.ai/dns/NO_NAMESERVERS/ */
  NO_NAMESERVERS: { message: "No nameservers available for query", kind: "unavailable" },
  /** The domain's authoritative name servers do not answer.
   * @see https://errors.scailabs.ai/dns/DNS_QUERY_TIMED_OUT/ */
  DNS_QUERY_TIMED_OUT: { message: "DNS query timed out", kind: "deadline_exceeded" },
  /** The time for this challenge is over: ask for a new one.
   * @see https://errors.scailabs.ai/dns/CHALLENGE_EXPIRED/ */
  CHALLENGE_EXPIRED: { message: "Challenge expired", kind: "failed_precondition" },

  // DNSSEC
  /** The zone is signed already.
   * @see https://errors.scailabs.ai/dns/DNSSEC_ALREADY_ENABLED/ */
  DNSSEC_ALREADY_ENABLED: { message: "DNSSEC already enabled", status: 409, kind: "failed_precondition" },
  /** The zone is not signed, so it has no keys to rotate.
   * @see https://errors.scailabs.ai/dns/DNSSEC_NOT_ENABLED/ */
  DNSSEC_NOT_ENABLED: { message: "DNSSEC not enabled", status: 409, kind: "failed_precondition" },
  /** There is no signing algorithm of this number here.
   * @see https://errors.scailabs.ai/dns/UNSUPPORTED_ALGORITHM/ */
  UNSUPPORTED_ALGORITHM: { message: "Unsupported algorithm", status: 400 },
  /** The DS record belongs to none of the zone's key-signing keys.
   * @see https://errors.scailabs.ai/dns/DS_MISMATCH/ */
  DS_MISMATCH: { message: "DS record does not match any KSK", status: 400 },
  // Days, not seconds: a rotation lasts until the parent zone has caught up. So it is no failure to retry with pauses.
  /** A rotation of the key-signing key has to end before the next begins.
   * @see https://errors.scailabs.ai/dns/KSK_ROTATION_IN_PROGRESS/ */
  KSK_ROTATION_IN_PROGRESS: { message: "KSK rotation in progress", status: 409, kind: "failed_precondition" },

  // Permissions. No status in their rows; 403 by the table of statuses.
  /** Only an administrator of the platform may do this.
   * @see https://errors.scailabs.ai/dns/PLATFORM_ADMIN_REQUIRED/ */
  PLATFORM_ADMIN_REQUIRED: { message: "Platform admin access required", status: 403 },
  /** Only an administrator of the tenant or the platform may do this.
   * @see https://errors.scailabs.ai/dns/ADMIN_REQUIRED/ */
  ADMIN_REQUIRED: { message: "Admin access required", status: 403 },
  /** The caller lacks a permission on the domain; which one is in the details.
   * @see https://errors.scailabs.ai/dns/PERMISSION_REQUIRED/ */
  PERMISSION_REQUIRED: { message: "<permission> permission required on this domain", status: 403, details: missingPermission },
  /** The API key may not be used from this address.
   * @see https://errors.scailabs.ai/dns/IP_NOT_WHITELISTED/ */
  IP_NOT_WHITELISTED: { message: "IP not whitelisted", status: 403 },
  /** The domain was never delegated to the caller, or not for this long.
   * @see https://errors.scailabs.ai/dns/ACCESS_GRANT_NOT_FOUND/ */
  ACCESS_GRANT_NOT_FOUND: { message: "Access grant not found or expired", status: 403 },

  // Authentication. No status in their rows; 401 by the table of statuses.
  /** This endpoint takes API keys only, and there was none.
   * @see https://errors.scailabs.ai/dns/API_KEY_MISSING/ */
  API_KEY_MISSING: { message: "Missing X-API-Key header", status: 401 },
  /** There is no such API key, or it no longer exists.
   * @see https://errors.scailabs.ai/dns/API_KEY_INVALID/ */
  API_KEY_INVALID: { message: "Invalid API key", status: 401 },
  /** The API key was revoked.
   * @see https://errors.scailabs.ai/dns/API_KEY_REVOKED/ */
  API_KEY_REVOKED: { message: "API key revoked", status: 401 },
  /** The API key has expired.
   * @see https://errors.scailabs.ai/dns/API_KEY_EXPIRED/ */
  API_KEY_EXPIRED: { message: "API key expired", status: 401 },
  /** The token's signature is wrong.
   * @see https://errors.scailabs.ai/dns/JWT_INVALID/ */
  JWT_INVALID: { message: "Invalid JWT", status: 401 },
  /** The token has expired.
   * @see https://errors.scailabs.ai/dns/TOKEN_EXPIRED/ */
  TOKEN_EXPIRED: { message: "Token expired", status: 401 },
  /** The webhook call came without a signature.
   * @see https://errors.scailabs.ai/dns/WEBHOOK_SIGNATURE_MISSING/ */
  WEBHOOK_SIGNATURE_MISSING: { message: "Missing X-ScaiKey-Signature header", status: 401 },
  /** The webhook call's signature is wrong.
   * @see https://errors.scailabs.ai/dns/WEBHOOK_SIGNATURE_INVALID/ */
  WEBHOOK_SIGNATURE_INVALID: { message: "Invalid webhook signature", status: 401 },
  /** The webhook call was signed more than five minutes from now.
   * @see https://errors.scailabs.ai/dns/WEBHOOK_TIMESTAMP_TOO_OLD/ */
  WEBHOOK_TIMESTAMP_TOO_OLD: { message: "Webhook timestamp too old", status: 401 },

  // Any other message: the names that RFC 9110 gives to the statuses.
  /** The input was understood but cannot be used.
   * @see https://errors.scailabs.ai/dns/BAD_REQUEST/ */
  BAD_REQUEST: { status: 400 },
  /** The credentials are missing or wrong.
   * @see https://errors.scailabs.ai/dns/UNAUTHORIZED/ */
  UNAUTHORIZED: { status: 401 },
  /** The caller may not do this: no permission, the wrong address, or another tenant's resource.
   * @see https://errors.scailabs.ai/dns/FORBIDDEN/ */
  FORBIDDEN: { status: 403 },
  /** There is no such resource, or the caller may not see it.
   * @see https://errors.scailabs.ai/dns/NOT_FOUND/ */
  NOT_FOUND: { status: 404 },
  /** It does not go together with what is there already.
   * @see https://errors.scailabs.ai/dns/CONFLICT/ */
  CONFLICT: { status: 409 },
  /** The bulk operation or the file is too large.
   * @see https://errors.scailabs.ai/dns/CONTENT_TOO_LARGE/ */
  CONTENT_TOO_LARGE: { status: 413, kind: "out_of_range" },
  /** The request does not match the schema; the issues list the invalid fields.
   * @see https://errors.scailabs.ai/dns/UNPROCESSABLE_CONTENT/ */
  UNPROCESSABLE_CONTENT: { status: 422 },
  /** The API key's limit of requests is reached: wait as long as the response says.
   * @see https://errors.scailabs.ai/dns/TOO_MANY_REQUESTS/ */
  TOO_MANY_REQUESTS: { status: 429, retry: "backoff" },
  /** Scai DNS failed unexpectedly: try again with pauses, and look at its health if that does not help.
   * @see https://errors.scailabs.ai/dns/INTERNAL_SERVER_ERROR/ */
  INTERNAL_SERVER_ERROR: { status: 500, retry: "backoff" },
  /** The name server or the sign-in behind Scai DNS cannot be reached, mostly not for long.
   * @see https://errors.scailabs.ai/dns/BAD_GATEWAY/ */
  BAD_GATEWAY: { status: 502, retry: "backoff" },
  /** Scai DNS is under maintenance or overloaded.
   * @see https://errors.scailabs.ai/dns/SERVICE_UNAVAILABLE/ */
  SERVICE_UNAVAILABLE: { status: 503, retry: "backoff" },
  /** Something behind Scai DNS did not answer in time.
   * @see https://errors.scailabs.ai/dns/GATEWAY_TIMEOUT/ */
  GATEWAY_TIMEOUT: { status: 504, retry: "backoff" },
} as const satisfies Readonly<Record<string, CodeRow>>;
