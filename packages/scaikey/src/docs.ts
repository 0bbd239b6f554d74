import type { CodeDocs, CodeText, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

export { helpUrl } from "@scai-errors/core";

/** The rows of one heading of the page, which the documentation publishes under the name of the secrets service. */
function heading(group: string): (text: CodeText) => CodeDocs {
  return (text) => ({ ...text, group, since: "1.0.0", page: "scaivault/reference/error-codes" });
}

const auth = heading("Authentication / authorization");
const validation = heading("Validation");
const notFound = heading("Not found");
const conflict = heading("Conflict / state");
const limits = heading("Rate limit / quota / availability");
const server = heading("Server / backend");
const pki = heading("Dynamic / PKI specific");
const delivery = heading("Webhook delivery");

/** What people read about ScaiKey's codes. */
export const docs = {
  authentication_required: auth({
    meaning: "The request came without an Authorization header.",
    cause: "The call carries no `Authorization` header. The quickstart shows the same code for a token that is wrong or has expired.",
    fix: "Send `Authorization: Bearer <token>` with a personal access token (`skt_…`) or a JWT from ScaiKey.",
    origin: "caller",
  }),
  token_expired: auth({
    meaning: "The token has expired; a refresh gives a new one.",
    cause: "The `exp` claim of the JWT lies in the past, by the clock of the service.",
    fix: "Get a new token from ScaiKey with the refresh token, and send the call again with it.",
    origin: "caller",
  }),
  token_invalid: auth({
    meaning: "The token's signature does not fit its content.",
    cause: "The JWT was signed by another issuer or key, or was cut or changed on its way.",
    fix: "Fetch a token from the ScaiKey of this environment, and pass it on without trimming or re-encoding it.",
    origin: "caller",
  }),
  token_revoked: auth({
    meaning: "The token has been withdrawn.",
    cause: "An administrator or the owner has revoked this token, though its `exp` is still ahead.",
    fix: "Create a new `skt_…` token or sign in again. A revoked one never becomes valid again.",
    origin: "caller",
  }),
  access_denied: auth({
    meaning: "No rule of any policy allows this; the details may name the condition that was not met.",
    cause:
      "No rule of any policy that is bound to the identity matches this path and action. `details.failed_condition` says so if a rule matched but for its condition.",
    fix: "Bind a policy whose rules cover the path and the action to the identity, or meet the condition that is named.",
    origin: "caller",
  }),
  insufficient_scope: auth({
    meaning: "The token was issued for less than this call needs.",
    cause: "The policies would allow the call, but the token was issued with a narrower scope.",
    fix: "Issue a token whose scope includes this action.",
    origin: "caller",
  }),
  mfa_required: auth({
    meaning: "The rule that allows this wants a second factor that was shown recently.",
    cause: "The policy rule for this path has a condition that the second factor be fresh, and the token's is too old or missing.",
    fix: "Let the user confirm the second factor in ScaiKey, then repeat the call with the token that results.",
    origin: "caller",
  }),
  ip_not_allowed: auth({
    meaning: "The caller's address is not in the ranges that the rule allows.",
    cause: "The rule limits the call to address ranges, and the address that the service sees, perhaps that of a proxy, lies outside them.",
    fix: "Call from an allowed network, or add the outgoing address to the rule's ranges.",
    origin: "caller",
  }),
  time_window_violation: auth({
    meaning: "The rule does not allow this at the present time.",
    cause: "The rule allows this action only at certain hours, and it is not one of them.",
    fix: "Run the job within the rule's time window, or have the window changed. Mind the time zone of the rule.",
    origin: "caller",
  }),
  tenant_access_denied: auth({
    meaning: "The resource belongs to another tenant, and the caller does not administer the partner of both.",
    cause: "The path or id belongs to a tenant other than the token's, and the identity is not partner admin of both.",
    fix: "Use a token of the tenant that owns the resource, or have the partner admin role granted.",
    origin: "caller",
  }),
  forbidden: auth({
    meaning: "The caller may not do this, for a reason that no other code names.",
    cause: "An authorization check refused the call for a reason without a code of its own.",
    fix: "Read `message` for the reason, and quote `request_id` to the administrator of the policies.",
    origin: "caller",
  }),

  invalid_request: validation({
    meaning: "The body is not JSON, or not of the form that the call expects.",
    cause: "The body is not JSON, lacks a member at its top level, or has another shape than the endpoint reads.",
    fix: "Check that `Content-Type` is `application/json`, and compare the body with the endpoint's schema. An OAuth client looks at its form parameters.",
    origin: "caller",
  }),
  invalid_path: validation({
    meaning: "The path of a secret breaks the rules for paths.",
    cause: "The secret's path has an empty segment, a character that is not allowed, or a slash at its start or end.",
    fix: "Write the path as segments joined by single slashes, like `environments/production/db`.",
    origin: "caller",
  }),
  invalid_secret_type: validation({
    meaning: "There is no such type of secret.",
    cause: "The `secret_type` of the request is none that the service knows.",
    fix: "Use one of the types in the API's schema, in their exact spelling.",
    origin: "caller",
  }),
  invalid_duration: validation({
    meaning: "A duration cannot be parsed.",
    cause: "A duration such as a `ttl` has no unit, an unknown unit, or is no number.",
    fix: "Write it as a number with a unit, like `30m` or `24h`, in the field that the message names.",
    origin: "caller",
  }),
  invalid_cursor: validation({
    meaning: "The cursor of a listing is damaged or too old; the listing has to start again.",
    cause: "The `cursor` of the listing was changed, comes from another query, or has gone stale.",
    fix: "Begin the listing again without a cursor. Take each next one from the last page, and do not store it.",
    origin: "caller",
  }),
  invalid_policy: validation({
    meaning: "A policy has rules or bindings that are not valid.",
    cause: "A rule or binding in the policy document does not pass validation, and nothing of it was stored.",
    fix: "Correct the rule that the message names. Validate the document before writing it.",
    origin: "caller",
  }),
  invalid_glob: validation({
    meaning: "A pattern for paths is not a valid glob.",
    cause: "A path pattern in a rule is not a glob that can be parsed, as with a bracket that is never closed.",
    fix: "Rewrite the pattern with `*` and `**`, and close every bracket.",
    origin: "caller",
  }),
  invalid_role: validation({
    meaning: "The name of a role is not valid.",
    cause: "The name given to a role contains characters that roles may not have, or is too long.",
    fix: "Choose a role name within the rule that `message` states.",
    origin: "caller",
  }),
  invalid_config: validation({
    meaning: "The configuration of an engine or backend was refused.",
    cause: "The engine or backend refused the configuration: a setting is missing or out of its range.",
    fix: "Complete the settings that the message names, and write the configuration again.",
    origin: "caller",
  }),
  validation_error: validation({
    meaning: "Fields of the request do not match the schema; the details list them.",
    cause: "Single fields of the body break the schema, though its shape is right.",
    fix: "Read `details.fields`: it names each field with its problem. Correct those.",
    origin: "caller",
  }),

  secret_not_found: notFound({
    meaning: "There is no secret at this path.",
    cause: "Nothing is stored at the path in `details.path`, or it was deleted. Paths of other environments look much alike.",
    fix: "List the parent path to see what is there. Write the secret first if the program is to create it.",
    origin: "caller",
  }),
  version_not_found: notFound({
    meaning: "The secret has no such version.",
    cause: "The secret is there, but the version asked for was never written or has been pruned.",
    fix: "List the versions of the secret, or read it without a version to get the newest.",
    origin: "caller",
  }),
  policy_not_found: notFound({
    meaning: "There is no such policy.",
    cause: "No policy has the id or name in the path.",
    fix: "List the policies of the tenant, and use an id from there.",
    origin: "caller",
  }),
  binding_not_found: notFound({
    meaning: "There is no such binding of a policy.",
    cause: "The policy has no binding of this id; it may have been removed together with the identity.",
    fix: "Read the policy's bindings. Create one to give the identity access.",
    origin: "caller",
  }),
  webhook_not_found: notFound({
    meaning: "There is no such webhook.",
    cause: "No webhook of the tenant has the id that was sent.",
    fix: "List the webhooks and correct the stored id.",
    origin: "caller",
  }),
  subscription_not_found: notFound({
    meaning: "There is no such subscription.",
    cause: "The subscription has been deleted or has lapsed because nobody polled it.",
    fix: "Create the subscription anew, and go on polling with its id.",
    origin: "caller",
  }),
  rotation_policy_not_found: notFound({
    meaning: "There is no such rotation policy.",
    cause: "No rotation policy has this id, though a secret may still name it.",
    fix: "List the rotation policies, and attach an existing one to the secret.",
    origin: "caller",
  }),
  secret_policy_not_found: notFound({
    meaning: "There is no such policy for secrets.",
    cause: "The id in the path is that of no secret policy. Access policies are another list.",
    fix: "List the secret policies, and check that the call is not meant for an access policy.",
    origin: "caller",
  }),
  ca_not_found: notFound({
    meaning: "There is no such certificate authority.",
    cause: "No certificate authority has the id or name that the request gives.",
    fix: "List the tenant's certificate authorities, or create the root or intermediate first.",
    origin: "caller",
  }),
  certificate_not_found: notFound({
    meaning: "There is no such certificate.",
    cause: "No certificate with this serial number or id was issued here.",
    fix: "Look the serial up in the list of the authority that issued it, including its letter case and colons.",
    origin: "caller",
  }),
  csr_not_found: notFound({
    meaning: "There is no such certificate signing request.",
    cause: "No signing request waits under this id, as when it was never submitted to this tenant.",
    fix: "Submit the CSR, and use the id that is returned to sign or reject it.",
    origin: "caller",
  }),
  trust_anchor_not_found: notFound({
    meaning: "There is no such trust anchor.",
    cause: "The trust anchor is not among those that are stored.",
    fix: "Upload its certificate as a trust anchor, then refer to the new id.",
    origin: "caller",
  }),
  acme_account_not_found: notFound({
    meaning: "There is no such ACME account.",
    cause: "The ACME account has not been registered here, or was deactivated.",
    fix: "Register an account with the ACME server first, and place the order with it.",
    origin: "caller",
  }),
  acme_order_not_found: notFound({
    meaning: "There is no such ACME order.",
    cause: "The ACME order's id is wrong, or the order has been cleaned up after its end.",
    fix: "Place a new order. A finished order's certificate is in the list of certificates.",
    origin: "caller",
  }),
  dns_provider_not_found: notFound({
    meaning: "There is no such DNS provider.",
    cause: "The order names a DNS provider for its challenge that has not been configured.",
    fix: "Configure the DNS provider with its credentials, then name it in the order.",
    origin: "caller",
  }),
  engine_not_found: notFound({
    meaning: "There is no such engine for dynamic secrets.",
    cause: "No engine for dynamic secrets is mounted under this name.",
    fix: "List the engines and correct the name, or create the engine.",
    origin: "caller",
  }),
  role_not_found: notFound({
    meaning: "The engine has no such role.",
    cause: "The engine exists, and has no role of the name from which credentials were asked.",
    fix: "List the engine's roles, or define the role before asking for credentials.",
    origin: "caller",
  }),
  lease_not_found: notFound({
    meaning: "There is no such lease.",
    cause: "The lease id is unknown: it was revoked, or ran out long ago and was forgotten.",
    fix: "Ask the engine's role for new credentials, and keep the id of the lease that comes with them.",
    origin: "caller",
  }),
  tenant_not_found: notFound({
    meaning: "There is no such tenant.",
    cause: "The tenant in the request is not known to the service.",
    fix: "Compare the tenant id with the `tenant_id` claim of the token.",
    origin: "caller",
  }),
  identity_not_found: notFound({
    meaning: "There is no such identity.",
    cause: "No user, group or service identity has this id, perhaps because ScaiKey removed it.",
    fix: "Look the identity up in ScaiKey and use its present id.",
    origin: "caller",
  }),
  federation_backend_not_found: notFound({
    meaning: "There is no such federated backend.",
    cause: "The path refers to a federated backend that is not connected.",
    fix: "List the federation backends, or connect the external vault first.",
    origin: "caller",
  }),
  export_not_found: notFound({
    meaning: "There is no such export.",
    cause: "The audit export has expired, or its id was mistyped.",
    fix: "Start the export again, and download it soon after it is done.",
    origin: "caller",
  }),

  secret_exists: conflict({
    meaning: "A deleted secret still occupies this path until its retention ends.",
    cause: "Deletion is soft: what was here can still be restored, and so keeps its name from being used again.",
    fix: "Restore the deleted secret and write a new version of it, choose another path, or purge it if policy allows.",
    origin: "caller",
  }),
  version_conflict: conflict({
    meaning: "Somebody else changed the secret in the meantime; read it again before writing.",
    cause:
      "Another writer stored a version between your read and your write, so the version that the write was based on is not the newest.",
    fix: "Read the secret again, apply the change to what is there now, and write with the new version number.",
    origin: "caller",
  }),
  policy_in_use: conflict({
    meaning: "The policy still has bindings.",
    cause: "The policy that was to be deleted still has bindings to identities.",
    fix: "Remove its bindings, then delete the policy.",
    origin: "caller",
  }),
  engine_in_use: conflict({
    meaning: "The engine still has leases.",
    cause: "The engine that was to be removed has leases that are still alive.",
    fix: "Revoke its leases or wait for their end, and then remove the engine.",
    origin: "caller",
  }),
  ca_has_certificates: conflict({
    meaning: "The certificate authority has issued certificates.",
    cause: "The authority that was to be deleted has issued certificates which have not been revoked or expired.",
    fix: "Revoke those certificates, or keep the authority and only stop issuing from it.",
    origin: "caller",
  }),
  name_conflict: conflict({
    meaning: "The name is in use.",
    cause: "Another object of this kind in the tenant has the name already.",
    fix: "Choose a different `name`, or update the existing object.",
    origin: "caller",
  }),
  binding_conflict: conflict({
    meaning: "The identity is bound already.",
    cause: "The policy is bound to this identity already, so a second binding would say the same.",
    fix: "Change the existing binding in place, or leave things as they are.",
    origin: "caller",
  }),
  secret_expired: conflict({
    meaning: "The secret was to be used until a certain time, and that has passed.",
    cause: "The `expires_at` of the secret has passed, and expired secrets are not handed out.",
    fix: "Write a new version with a later `expires_at`, or have the rotation that should have done so repaired.",
    origin: "caller",
  }),
  lease_expired: conflict({
    meaning: "The lease has expired.",
    cause: "The lease ended before it was renewed, and the credentials behind it are gone.",
    fix: "Ask for new credentials. Renew the next lease well before its end.",
    origin: "caller",
  }),

  rate_limited: limits({
    meaning: "The caller sends more requests of this category than it may; the response says how long to wait.",
    cause:
      "The token bucket of this identity for one category of calls is empty. Per minute there are for instance 1000 reads, 100 writes and 50 certificates.",
    fix: "Wait for `Retry-After` seconds. Read `X-RateLimit-Remaining` to slow down before it happens, and cache what is read often.",
    origin: "caller",
  }),
  quota_exceeded: limits({
    meaning: "A fixed quota of the tenant is used up; waiting a little does not help.",
    cause: "The tenant has reached a fixed limit on what it may store or issue.",
    fix: "Delete what is not needed, or have the quota raised. The rate of the calls has nothing to do with it.",
    origin: "caller",
  }),
  service_unavailable: limits({
    meaning: "Something that the service needs is briefly out of order.",
    cause: "A dependency such as the database or Redis is out for a moment.",
    fix: "Repeat the call with increasing delays. `/v1/health/ready` lists the check that fails.",
    origin: "service",
  }),
  feature_disabled: limits({
    meaning: "The feature is switched off in this deployment.",
    cause: "The operators deployed the service with this feature switched off.",
    fix: "Have the feature enabled in the deployment's configuration, or take another way. The 503 does not end by itself.",
    origin: "service",
  }),
  maintenance_mode: limits({
    meaning: "The operators have taken the service down for planned work.",
    cause: "The operators have announced maintenance and closed the API for its duration.",
    fix: "Pause the job until the maintenance is over; the operators know its end. Keep the last known secrets in use until then.",
    origin: "service",
  }),

  internal_error: server({
    meaning: "Something in the service broke that nobody expected; quote the request id when reporting it.",
    cause: "A defect in the service ended the call.",
    fix: "Send the call once more. Escalate to the operators with `X-Request-ID` if that fails too.",
    origin: "service",
  }),
  encryption_error: server({
    meaning: "The key management service could not be used.",
    cause: "The key management service (KMS) refused or did not complete the encryption or decryption.",
    fix: "An operator has to check that the KMS is reachable and that its key is enabled. Nothing about the call needs to change.",
    origin: "service",
  }),
  storage_error: server({
    meaning: "The database or the object store reported an error.",
    cause: "Reading or writing the database or the object store went wrong.",
    fix: "Report the `request_id` to the operators. Read the secret before repeating a write, because it may have been stored.",
    origin: "service",
  }),
  backend_error: server({
    meaning: "A federated backend, or the ACME server, failed.",
    cause: "The external vault that the path is federated to, or the ACME server, answered with an error.",
    fix: "Look at the health of that backend and at the credentials stored for it. The message says what it reported.",
    origin: "upstream",
  }),
  backend_rate_limited: server({
    meaning: "A federated backend, or the ACME server, is limiting the service.",
    cause: "The external vault or ACME server refuses more requests from this service for now. Your own limit is not touched.",
    fix: "Leave a long pause, and spread certificate orders over time. The ACME server's own limits may last for days.",
    origin: "upstream",
  }),
  backend_timeout: server({
    meaning: "A federated backend took too long to answer.",
    cause: "The external vault behind the path gave no answer in time.",
    fix: "Have the operators check the network between the service and that vault, and the vault's load.",
    origin: "upstream",
  }),

  ttl_exceeds_max: pki({
    meaning: "The lifetime that was asked for is longer than the role allows.",
    cause: "The `ttl` of the request is longer than the `max_ttl` of the role.",
    fix: "Ask for at most the role's `max_ttl`, or have the role changed.",
    origin: "caller",
  }),
  domain_not_allowed: pki({
    meaning: "A name for the certificate is not among the domains that the role allows.",
    cause: "The common name or a subject alternative name is not covered by the role's `allowed_domains`.",
    fix: "Ask for names within `allowed_domains`, or add the domain to the role.",
    origin: "caller",
  }),
  key_type_mismatch: pki({
    meaning: "The key in the signing request is not of the type that the role wants.",
    cause: "The CSR carries a key of another type or size than the role demands, such as RSA in place of EC.",
    fix: "Make a new key of the type in the role and create the CSR from that.",
    origin: "caller",
  }),
  csr_invalid: pki({
    meaning: "The certificate signing request cannot be parsed.",
    cause: "The text sent as CSR is no PKCS#10 request in PEM: lines are missing, or its encoding was damaged.",
    fix: "Send the whole PEM block with its BEGIN and END lines and real line breaks. `openssl req -verify` checks it.",
    origin: "caller",
  }),
  csr_already_processed: pki({
    meaning: "The certificate signing request has been signed or rejected before.",
    cause: "The CSR was signed or rejected in an earlier call, and each can be processed only once.",
    fix: "Fetch the certificate that came of it, or submit a new CSR.",
    origin: "caller",
  }),
  acme_order_failed: pki({
    meaning: "The ACME server turned the order down.",
    cause: "The ACME server marked the order invalid, mostly because it could not verify the domain's challenge.",
    fix: "Check the DNS or HTTP challenge and any CAA record of the domain, then place a new order.",
    origin: "upstream",
  }),
  engine_unreachable: pki({
    meaning: "The system that the engine manages cannot be reached.",
    cause: "The database, cloud account or other system in which the engine creates credentials does not answer.",
    fix: "Check the host, port and firewall in the engine's configuration, and that the target system is up.",
    origin: "upstream",
  }),

  webhook_url_invalid: delivery({
    meaning: "In a delivery record: the webhook's URL may not be called, for example because its address is a private one.",
    cause: "The webhook's URL resolves to a private address, or cannot be used as a target for another reason.",
    fix: "Give the webhook a URL with a public address. The code stands in a delivery record and not in the answer to a call.",
    origin: "caller",
  }),
  webhook_delivery_failed: delivery({
    meaning: "In a delivery record: the receiver answered with a status other than 2xx.",
    cause: "The program behind the webhook's URL failed or refused the event, for instance with 401 or 500.",
    fix: "Look at the receiver's log for the event id in `X-ScaiVault-Event-Id`, and make it answer 2xx once the event is stored.",
    origin: "caller",
  }),
  webhook_delivery_timeout: delivery({
    meaning: "In a delivery record: the receiver took more than 10 seconds to answer.",
    cause: "The receiver took longer than the 10 seconds that a delivery may last.",
    fix: "Let the receiver store the event and answer at once, and do the work afterwards.",
    origin: "caller",
  }),
} satisfies DocsOf<typeof rows>;
