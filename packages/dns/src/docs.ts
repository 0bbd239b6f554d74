import type { CodeDocs, CodeText, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

export { helpUrl } from "@scai-errors/core";

/** The docs of a code under one heading of the error code reference. */
const under =
  (group: string) =>
  (text: CodeText): CodeDocs => ({ ...text, group, since: "1.0.0", page: "scaidns/reference/error-codes" });

const domain = under("Domain-specific errors");
const record = under("Record-specific errors");
const validation = under("Validation errors");
const dnssec = under("DNSSEC errors");
const permission = under("Permission errors");
const auth = under("Auth errors");
const status = under("HTTP status codes");

/** What people read about the codes of Scai DNS, all of which are this package's names for its messages and statuses. */
export const docs = {
  DOMAIN_EXISTS: domain({
    meaning: "The tenant already has a domain of this name.",
    cause: "A domain with the same name has been created in this tenant before, perhaps by an earlier attempt.",
    fix: "Look the domain up by name and work on that one.",
    origin: "caller",
  }),
  INVALID_DOMAIN_NAME: domain({
    meaning: "The name is not a valid domain name.",
    cause:
      "The `name` breaks the rules of the DNS RFCs: a label is empty, longer than 63 characters or has a character that is not allowed.",
    fix: "Send the name without protocol, path or spaces, and international names in their `xn--` form.",
    origin: "caller",
  }),
  UNSUPPORTED_DOMAIN_TYPE: domain({
    meaning: "There is no such domain_type.",
    cause: "`domain_type` has a value that the service does not know.",
    fix: "Use one of the values of the API's schema for `domain_type`.",
    origin: "caller",
  }),
  DOMAIN_NOT_VALIDATED: domain({
    meaning: "The zone waits for its validation; until then its records cannot be edited.",
    cause: "The zone is still in `pending_validation`, where its records are locked.",
    fix: "Publish the TXT record of the challenge, run the validation, and edit the records after it has passed.",
    origin: "caller",
  }),
  DOMAIN_DELETED: domain({
    meaning: "The zone was deleted and not yet removed for good.",
    cause: "The zone was soft-deleted, and what is deleted cannot be changed or read as usual.",
    fix: "Restore the zone, or create the domain again once it is removed for good.",
    origin: "caller",
  }),

  INVALID_RECORD_CONTENT: record({
    meaning: "The content is not valid for a record of this type.",
    cause: "The `content` is not in the form of the record's type, such as a name in an A record or an MX without its priority.",
    fix: "Write the content in the form that this type has: an IPv4 address for A, IPv6 for AAAA, a name for CNAME.",
    origin: "caller",
  }),
  UNSUPPORTED_RECORD_TYPE: record({
    meaning: "There is no such record type.",
    cause: "The record's `type` is not offered by the service.",
    fix: "Use a supported type, in capital letters, like `A`, `TXT` or `MX`.",
    origin: "caller",
  }),
  CNAME_EXISTS: record({
    meaning: "The name has a CNAME, and no other record may exist beside it.",
    cause: "A CNAME stands at that name, and DNS allows nothing beside it.",
    fix: "Delete the CNAME at the name in `error.details.name` first, or put the record at another name.",
    origin: "caller",
  }),
  DNAME_CONFLICT: record({
    meaning: "A DNAME may not stand beside these other records.",
    cause: "The name has other records, and the rule for DNAME does not let it stand with them, or them with it.",
    fix: "Remove the records in the way, or delegate with single CNAMEs in place of a DNAME.",
    origin: "caller",
  }),
  RECORD_EXISTS: record({
    meaning: "There is a record of the same name, type and content.",
    cause: "A record with this name, type and content is in the zone already.",
    fix: "Nothing has to be done if that record was wanted. To change its TTL, update it.",
    origin: "caller",
  }),
  INVALID_TTL: record({
    meaning: "The TTL is not a positive integer.",
    cause: "`ttl` is zero, negative, a fraction or a text.",
    fix: "Send `ttl` as a positive whole number of seconds, such as 3600.",
    origin: "caller",
  }),

  TXT_RECORD_MISSING: validation({
    meaning: "The TXT record of the challenge is not published.",
    cause: "The resolver finds no TXT record at the name of the challenge: it was not published, or has not spread yet.",
    fix: "Publish the TXT record at the name in `error.details.name` with your present DNS provider, wait for its TTL, and validate again.",
    origin: "caller",
  }),
  TXT_VALUE_MISMATCH: validation({
    meaning: "The TXT record of the challenge is published with a different value than expected.",
    cause: "The name has a TXT record, but with another value, like that of an earlier challenge or with quotes copied along.",
    fix: "Replace the value by the one in `error.details.expected`, wait for the old TTL to pass, and validate again.",
    origin: "caller",
  }),
  DOMAIN_NOT_IN_DNS: validation({
    meaning: "The top-level domain knows no such domain.",
    cause: "The registry of the top-level domain answers NXDOMAIN: the domain is not registered, has lapsed, or is mistyped.",
    fix: "Check the spelling and that the registration is active, then validate again.",
    origin: "caller",
  }),
  NO_NAMESERVERS: validation({
    meaning: "The domain's authoritative name servers cannot be found.",
    cause: "No authoritative name server of the domain could be found, so there is nobody to ask for the challenge.",
    fix: "Set working NS records at the registrar, and try again when they have spread.",
    origin: "upstream",
  }),
  DNS_QUERY_TIMED_OUT: validation({
    meaning: "The domain's authoritative name servers do not answer.",
    cause: "The authoritative name servers were found and did not answer the query.",
    fix: "Check that they answer on UDP and TCP port 53 from outside; then validate again.",
    origin: "upstream",
  }),
  CHALLENGE_EXPIRED: validation({
    meaning: "The time for this challenge is over: ask for a new one.",
    cause: "More time has passed since the challenge was issued than its validation window lasts.",
    fix: "Ask for a new challenge, publish its value, and validate within the window.",
    origin: "caller",
  }),

  DNSSEC_ALREADY_ENABLED: dnssec({
    meaning: "The zone is signed already.",
    cause: "DNSSEC was to be switched on for a zone that is signed.",
    fix: "Leave it as it is, or rotate the keys if that was the aim.",
    origin: "caller",
  }),
  DNSSEC_NOT_ENABLED: dnssec({
    meaning: "The zone is not signed, so it has no keys to rotate.",
    cause: "A rotation of keys was asked for in a zone that has none.",
    fix: "Enable DNSSEC for the zone first.",
    origin: "caller",
  }),
  UNSUPPORTED_ALGORITHM: dnssec({
    meaning: "There is no signing algorithm of this number here.",
    cause: "The number given for the signing algorithm is not one that the service signs with.",
    fix: "Choose the number of an algorithm that the API's schema lists.",
    origin: "caller",
  }),
  DS_MISMATCH: dnssec({
    meaning: "The DS record belongs to none of the zone's key-signing keys.",
    cause: "The DS record that was confirmed as published fits no key-signing key of this zone.",
    fix: "Copy the DS record from the zone's DNSSEC page to the registrar, and confirm that one.",
    origin: "caller",
  }),
  KSK_ROTATION_IN_PROGRESS: dnssec({
    meaning: "A rotation of the key-signing key has to end before the next begins.",
    cause: "An earlier rotation waits for the parent zone to take the new DS record, and a second cannot begin meanwhile.",
    fix: "Publish the new DS at the registrar and confirm it. When that rotation is finished, start the next.",
    origin: "caller",
  }),

  PLATFORM_ADMIN_REQUIRED: permission({
    meaning: "Only an administrator of the platform may do this.",
    cause: "The endpoint is for platform administrators, and the caller is none, whatever role the tenant gave.",
    fix: "Ask a platform administrator to make the call.",
    origin: "caller",
  }),
  ADMIN_REQUIRED: permission({
    meaning: "Only an administrator of the tenant or the platform may do this.",
    cause: "The caller is a plain member of the tenant, and the endpoint is for administrators of the tenant or platform.",
    fix: "Have the caller made an administrator of the tenant, or let one make the call.",
    origin: "caller",
  }),
  PERMISSION_REQUIRED: permission({
    meaning: "The caller lacks a permission on the domain; which one is in the details.",
    cause: "The user or API key has access to the domain, but without the permission that `error.details.permission` names.",
    fix: "Have an administrator of the domain grant that permission.",
    origin: "caller",
  }),
  IP_NOT_WHITELISTED: permission({
    meaning: "The API key may not be used from this address.",
    cause: "The API key is limited to certain addresses, and the request came from another, as after a change of the outgoing proxy.",
    fix: "Add the outgoing address to the API key's IP whitelist, or call from one that is on it.",
    origin: "caller",
  }),
  ACCESS_GRANT_NOT_FOUND: permission({
    meaning: "The domain was never delegated to the caller, or not for this long.",
    cause: "The domain belongs to another tenant, and the grant that delegated it was never made or has ended.",
    fix: "Ask the tenant that owns the domain for a new access grant.",
    origin: "caller",
  }),

  API_KEY_MISSING: auth({
    meaning: "This endpoint takes API keys only, and there was none.",
    cause: "The endpoint takes API keys only, and the request has no `X-API-Key` header; a bearer token is not accepted here.",
    fix: "Send `X-API-Key: sdk_…` with a key of the tenant.",
    origin: "caller",
  }),
  API_KEY_INVALID: auth({
    meaning: "There is no such API key, or it no longer exists.",
    cause: "The key in `X-API-Key` is mistyped, from another environment, or was deleted.",
    fix: "Create a key, and put the whole value with its `sdk_` prefix into the program's configuration.",
    origin: "caller",
  }),
  API_KEY_REVOKED: auth({
    meaning: "The API key was revoked.",
    cause: "Somebody has revoked the key on purpose.",
    fix: "Find out why before making another: a key that leaked has to stay revoked. Then use the new one.",
    origin: "caller",
  }),
  API_KEY_EXPIRED: auth({
    meaning: "The API key has expired.",
    cause: "The key's `expires_at` has passed.",
    fix: "Create a new key with a later `expires_at`, and note when it has to be renewed.",
    origin: "caller",
  }),
  JWT_INVALID: auth({
    meaning: "The token's signature is wrong.",
    cause: "The signature of the bearer token does not verify, as with a token of another ScaiKey or one that was cut.",
    fix: "Sign in at the ScaiKey that this installation trusts, and send its token unchanged.",
    origin: "caller",
  }),
  TOKEN_EXPIRED: auth({
    meaning: "The token has expired.",
    cause: "The `exp` claim of the bearer token is past.",
    fix: "Refresh the token at ScaiKey and repeat the request.",
    origin: "caller",
  }),
  WEBHOOK_SIGNATURE_MISSING: auth({
    meaning: "The webhook call came without a signature.",
    cause:
      "The webhook endpoint was called without `X-ScaiKey-Signature`, by something other than ScaiKey or through a proxy that strips headers.",
    fix: "Have ScaiKey sign its webhooks, and let the proxy pass the header on.",
    origin: "caller",
  }),
  WEBHOOK_SIGNATURE_INVALID: auth({
    meaning: "The webhook call's signature is wrong.",
    cause: "The HMAC in `X-ScaiKey-Signature` was made with another secret, or over a body that was changed on the way.",
    fix: "Set the same webhook secret in ScaiKey and in Scai DNS, and pass the body on byte by byte.",
    origin: "caller",
  }),
  WEBHOOK_TIMESTAMP_TOO_OLD: auth({
    meaning: "The webhook call was signed more than five minutes from now.",
    cause:
      "The webhook's timestamp differs by more than five minutes from the clock of Scai DNS: a late delivery, a replay or a wrong clock.",
    fix: "Set both clocks by NTP. ScaiKey has to sign a late delivery anew instead of sending the old one.",
    origin: "caller",
  }),

  BAD_REQUEST: status({
    meaning: "The input was understood but cannot be used.",
    cause: "The request could be parsed and asks for something impossible, such as a malformed CIDR or an unknown algorithm.",
    fix: "Read `detail`, which names the value, and send another.",
    origin: "caller",
  }),
  UNAUTHORIZED: status({
    meaning: "The credentials are missing or wrong.",
    cause: "There is neither a valid `X-API-Key` nor a valid bearer token, or a webhook's signature is wrong.",
    fix: "Send one of the two, fresh and for this installation.",
    origin: "caller",
  }),
  FORBIDDEN: status({
    meaning: "The caller may not do this: no permission, the wrong address, or another tenant's resource.",
    cause: "The credentials are good, but the role, the IP whitelist or the tenant does not allow this.",
    fix: "Compare the caller's permissions on the domain, the key's IP whitelist and the tenant of the resource.",
    origin: "caller",
  }),
  NOT_FOUND: status({
    meaning: "There is no such resource, or the caller may not see it.",
    cause: "The UUID is wrong, the resource is soft-deleted, or it belongs to a tenant that the caller cannot see.",
    fix: "List the domains or records with the same credentials, and use an id from there.",
    origin: "caller",
  }),
  CONFLICT: status({
    meaning: "It does not go together with what is there already.",
    cause: "What is to be written collides with what is there: a duplicate, a rule of coexistence, or a role that is assigned already.",
    fix: "Read the present state, remove the obstacle or leave it at that, and only then write.",
    origin: "caller",
  }),
  CONTENT_TOO_LARGE: status({
    meaning: "The bulk operation or the file is too large.",
    cause: "The bulk request or uploaded file is larger than the service takes at once.",
    fix: "Split it into several smaller bulk requests or files.",
    origin: "caller",
  }),
  UNPROCESSABLE_CONTENT: status({
    meaning: "The request does not match the schema; the issues list the invalid fields.",
    cause: "A required field is missing or a value has the wrong type.",
    fix: "Each entry of `detail` names the field in `loc` and says in `msg` what it must be.",
    origin: "caller",
  }),
  TOO_MANY_REQUESTS: status({
    meaning: "The API key's limit of requests is reached: wait as long as the response says.",
    cause: "The API key has sent more requests in this minute than its `rate_limit` allows.",
    fix: "Wait for `Retry-After`, which is seconds or a date, and use the bulk endpoint for many records.",
    origin: "caller",
  }),
  INTERNAL_SERVER_ERROR: status({
    meaning: "Scai DNS failed unexpectedly: try again with pauses, and look at its health if that does not help.",
    cause: "An exception in Scai DNS was not handled.",
    fix: "Send it again with increasing delays. If it stays, look at the health endpoint and report the time and URL.",
    origin: "service",
  }),
  BAD_GATEWAY: status({
    meaning: "The name server or the sign-in behind Scai DNS cannot be reached, mostly not for long.",
    cause: "PowerDNS or ScaiKey, on which Scai DNS depends, could not be reached.",
    fix: "Try again with pauses, since it is mostly over soon. Otherwise the operator checks PowerDNS and ScaiKey.",
    origin: "upstream",
  }),
  SERVICE_UNAVAILABLE: status({
    meaning: "Scai DNS is under maintenance or overloaded.",
    cause: "The service is under maintenance, or has more requests than it can take.",
    fix: "Try again with increasing delays; send fewer requests at a time.",
    origin: "service",
  }),
  GATEWAY_TIMEOUT: status({
    meaning: "Something behind Scai DNS did not answer in time.",
    cause: "A service that Scai DNS asked, such as PowerDNS, was too slow.",
    fix: "Try again with pauses; if it persists, the operator looks at the dashboards of that service.",
    origin: "upstream",
  }),
} satisfies DocsOf<typeof rows>;
