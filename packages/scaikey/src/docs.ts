import type { CodeDocs, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

/** The rows of one heading of the page, which the documentation publishes under the name of the secrets service. */
function heading(group: string): (meaning: string) => CodeDocs {
  return (meaning) => ({ meaning, group, since: "1.0.0", page: "scaivault/reference/error-codes" });
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
  authentication_required: auth("The request came without an Authorization header."),
  token_expired: auth("The token has run out; a refresh gives a new one."),
  token_invalid: auth("The token's signature does not fit its content."),
  token_revoked: auth("The token has been withdrawn."),
  access_denied: auth("No rule of any policy allows this; the details may name the condition that was not met."),
  insufficient_scope: auth("The token was issued for less than this call needs."),
  mfa_required: auth("The rule that allows this wants a second factor that was shown recently."),
  ip_not_allowed: auth("The caller's address is not in the ranges that the rule allows."),
  time_window_violation: auth("The rule does not allow this at the present time."),
  tenant_access_denied: auth("The resource belongs to another tenant, and the caller does not administer the partner of both."),
  forbidden: auth("The caller may not do this, for a reason that no other code names."),

  invalid_request: validation("The body is no JSON, or not of the form that the call expects."),
  invalid_path: validation("The path of a secret breaks the rules for paths."),
  invalid_secret_type: validation("There is no such type of secret."),
  invalid_duration: validation("A duration cannot be parsed."),
  invalid_cursor: validation("The cursor of a listing is damaged or too old; the listing has to start again."),
  invalid_policy: validation("A policy has rules or bindings that are not valid."),
  invalid_glob: validation("A pattern for paths is not a valid glob."),
  invalid_role: validation("The name of a role is not valid."),
  invalid_config: validation("The configuration of an engine or backend was refused."),
  validation_error: validation("Fields of the request do not match the schema; the details list them."),

  secret_not_found: notFound("There is no secret at this path."),
  version_not_found: notFound("The secret has no such version."),
  policy_not_found: notFound("There is no such policy."),
  binding_not_found: notFound("There is no such binding of a policy."),
  webhook_not_found: notFound("There is no such webhook."),
  subscription_not_found: notFound("There is no such subscription."),
  rotation_policy_not_found: notFound("There is no such rotation policy."),
  secret_policy_not_found: notFound("There is no such policy for secrets."),
  ca_not_found: notFound("There is no such certificate authority."),
  certificate_not_found: notFound("There is no such certificate."),
  csr_not_found: notFound("There is no such certificate signing request."),
  trust_anchor_not_found: notFound("There is no such trust anchor."),
  acme_account_not_found: notFound("There is no such ACME account."),
  acme_order_not_found: notFound("There is no such ACME order."),
  dns_provider_not_found: notFound("There is no such DNS provider."),
  engine_not_found: notFound("There is no such engine for dynamic secrets."),
  role_not_found: notFound("The engine has no such role."),
  lease_not_found: notFound("There is no such lease."),
  tenant_not_found: notFound("There is no such tenant."),
  identity_not_found: notFound("There is no such identity."),
  federation_backend_not_found: notFound("There is no such federated backend."),
  export_not_found: notFound("There is no such export."),

  secret_exists: conflict("A deleted secret still occupies this path until its retention ends."),
  version_conflict: conflict("Somebody else changed the secret in the meantime; read it again before writing."),
  policy_in_use: conflict("The policy still has bindings."),
  engine_in_use: conflict("The engine still has leases."),
  ca_has_certificates: conflict("The certificate authority has issued certificates."),
  name_conflict: conflict("The name is in use."),
  binding_conflict: conflict("The identity is bound already."),
  secret_expired: conflict("The secret was to be used until a certain time, and that has passed."),
  lease_expired: conflict("The lease has run out."),

  rate_limited: limits("The caller sends more requests of this category than it may; the answer says how long to wait."),
  quota_exceeded: limits("A fixed quota of the tenant is used up; waiting a little does not help."),
  service_unavailable: limits("Something that the service needs is briefly out of order."),
  feature_disabled: limits("The feature is switched off in this deployment."),
  maintenance_mode: limits("The operators have taken the service down for planned work."),

  internal_error: server("Something in the service broke that nobody expected; quote the request id when reporting it."),
  encryption_error: server("The key management service could not be used."),
  storage_error: server("The database or the object store reported an error."),
  backend_error: server("A federated backend, or the ACME server, failed."),
  backend_rate_limited: server("A federated backend, or the ACME server, is limiting the service."),
  backend_timeout: server("A federated backend took too long to answer."),

  ttl_exceeds_max: pki("The lifetime that was asked for is longer than the role allows."),
  domain_not_allowed: pki("A name for the certificate is not among the domains that the role allows."),
  key_type_mismatch: pki("The key in the signing request is not of the type that the role wants."),
  csr_invalid: pki("The certificate signing request cannot be parsed."),
  csr_already_processed: pki("The certificate signing request has been signed or rejected before."),
  acme_order_failed: pki("The ACME server turned the order down."),
  engine_unreachable: pki("The system that the engine manages cannot be reached."),

  webhook_url_invalid: delivery(
    "In a delivery record: the webhook's URL may not be called, for example because its address is a private one.",
  ),
  webhook_delivery_failed: delivery("In a delivery record: the receiver answered with a status other than 2xx."),
  webhook_delivery_timeout: delivery("In a delivery record: the receiver took more than 10 seconds to answer."),
} satisfies DocsOf<typeof rows>;
