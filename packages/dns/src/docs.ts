import type { CodeDocs, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

/** The docs of a code under one heading of the error code reference. */
const under =
  (group: string) =>
  (meaning: string): CodeDocs => ({ meaning, group, since: "1.0.0", page: "scaidns/reference/error-codes" });

const domain = under("Domain-specific errors");
const record = under("Record-specific errors");
const validation = under("Validation errors");
const dnssec = under("DNSSEC errors");
const permission = under("Permission errors");
const auth = under("Auth errors");
const status = under("HTTP status codes");

/** What people read about the codes of Scai DNS, all of which are this package's names for its messages and statuses. */
export const docs = {
  DOMAIN_EXISTS: domain("The tenant already has a domain of this name."),
  INVALID_DOMAIN_NAME: domain("The name is none that a domain can have."),
  UNSUPPORTED_DOMAIN_TYPE: domain("There is no such domain_type."),
  DOMAIN_NOT_VALIDATED: domain("The zone waits for its validation; until then its records cannot be edited."),
  DOMAIN_DELETED: domain("The zone was deleted and not yet removed for good."),

  INVALID_RECORD_CONTENT: record("The content is none that a record of this type can have."),
  UNSUPPORTED_RECORD_TYPE: record("There is no such record type."),
  CNAME_EXISTS: record("The name has a CNAME, beside which no other record may stand."),
  DNAME_CONFLICT: record("A DNAME may not stand beside these other records."),
  RECORD_EXISTS: record("There is a record of the same name, type and content."),
  INVALID_TTL: record("The TTL is no positive whole number."),

  TXT_RECORD_MISSING: validation("The TXT record of the challenge is not published."),
  TXT_VALUE_MISMATCH: validation("The TXT record of the challenge is published with another value than the expected one."),
  DOMAIN_NOT_IN_DNS: validation("The top-level domain knows no such domain."),
  NO_NAMESERVERS: validation("The domain's authoritative name servers cannot be found."),
  DNS_QUERY_TIMED_OUT: validation("The domain's authoritative name servers do not answer."),
  CHALLENGE_EXPIRED: validation("The time for this challenge is over: ask for a new one."),

  DNSSEC_ALREADY_ENABLED: dnssec("The zone is signed already."),
  DNSSEC_NOT_ENABLED: dnssec("The zone is not signed, so it has no keys to rotate."),
  UNSUPPORTED_ALGORITHM: dnssec("There is no signing algorithm of this number here."),
  DS_MISMATCH: dnssec("The DS record belongs to none of the zone's key-signing keys."),
  KSK_ROTATION_IN_PROGRESS: dnssec("A rotation of the key-signing key has to end before the next begins."),

  PLATFORM_ADMIN_REQUIRED: permission("Only an administrator of the platform may do this."),
  ADMIN_REQUIRED: permission("Only an administrator of the tenant or the platform may do this."),
  PERMISSION_REQUIRED: permission("The caller lacks a permission on the domain; which one is in the details."),
  IP_NOT_WHITELISTED: permission("The API key may not be used from this address."),
  ACCESS_GRANT_NOT_FOUND: permission("The domain was never delegated to the caller, or not for this long."),

  API_KEY_MISSING: auth("This endpoint takes API keys only, and there was none."),
  API_KEY_INVALID: auth("There is no such API key, or no longer."),
  API_KEY_REVOKED: auth("The API key was revoked."),
  API_KEY_EXPIRED: auth("The API key has run out."),
  JWT_INVALID: auth("The token's signature is wrong."),
  TOKEN_EXPIRED: auth("The token has run out."),
  WEBHOOK_SIGNATURE_MISSING: auth("The webhook call came without a signature."),
  WEBHOOK_SIGNATURE_INVALID: auth("The webhook call's signature is wrong."),
  WEBHOOK_TIMESTAMP_TOO_OLD: auth("The webhook call was signed more than five minutes from now."),

  BAD_REQUEST: status("The input was understood but cannot be used."),
  UNAUTHORIZED: status("The credentials are missing or wrong."),
  FORBIDDEN: status("The caller may not do this: no permission, the wrong address, or another tenant's resource."),
  NOT_FOUND: status("There is no such resource, or the caller may not see it."),
  CONFLICT: status("It does not go together with what is there already."),
  CONTENT_TOO_LARGE: status("The bulk operation or the file is too large."),
  UNPROCESSABLE_CONTENT: status("The request does not match the schema; which fields do not is in the issues."),
  TOO_MANY_REQUESTS: status("The API key's limit of requests is reached: wait as long as the answer says."),
  INTERNAL_SERVER_ERROR: status("Scai DNS failed unexpectedly: try again with pauses, and look at its health if that does not help."),
  BAD_GATEWAY: status("The name server or the sign-in behind Scai DNS cannot be reached, mostly not for long."),
  SERVICE_UNAVAILABLE: status("Scai DNS is under maintenance or overloaded."),
  GATEWAY_TIMEOUT: status("Something behind Scai DNS did not answer in time."),
} satisfies DocsOf<typeof rows>;
