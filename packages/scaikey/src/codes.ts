import type { CodeRow } from "@scai-errors/core";
import { failedCondition, invalidFields, secretPath } from "./details.js";

/**
 * ScaiKey's vocabulary. Every row says what to do about retrying, because the retry table of the errors page is complete: it names the few codes that
 * are worth another try, and says of all others that they are generally not.
 */
export const rows = {
  // Authentication and authorization
  // The quickstart answers an expired token with this code, for which a refresh would help. The reference has token_expired for that, and here
  // no credentials at all.
  /** The request came without an Authorization header.
   * @see https://errors.scailabs.ai/scaikey/authentication_required/ */
  authentication_required: { status: 401, retry: "never" },
  // The table says no and asks for a refresh in the same row: not as it stands, that is, but with a new token.
  /** The token has expired; a refresh gives a new one.
   * @see https://errors.scailabs.ai/scaikey/token_expired/ */
  token_expired: { status: 401, retry: "after_change" },
  /** The token's signature does not fit its content.
   * @see https://errors.scailabs.ai/scaikey/token_invalid/ */
  token_invalid: { status: 401, retry: "never" },
  /** The token has been withdrawn.
   * @see https://errors.scailabs.ai/scaikey/token_revoked/ */
  token_revoked: { status: 401, retry: "never" },
  // The troubleshooting page has the names of three codes below as values of `failed_condition` under this one, so either may arrive.
  /** No rule of any policy allows this; the details may name the condition that was not met.
   * @see https://errors.scailabs.ai/scaikey/access_denied/ */
  access_denied: { status: 403, retry: "never", details: failedCondition },
  /** The token was issued for less than this call needs.
   * @see https://errors.scailabs.ai/scaikey/insufficient_scope/ */
  insufficient_scope: { status: 403, retry: "never" },
  // A fresh second factor would change the outcome, but the table says no, and nothing that repeats a request can provide one.
  /** The rule that allows this wants a second factor that was shown recently.
   * @see https://errors.scailabs.ai/scaikey/mfa_required/ */
  mfa_required: { status: 403, retry: "never" },
  /** The caller's address is not in the ranges that the rule allows.
   * @see https://errors.scailabs.ai/scaikey/ip_not_allowed/ */
  ip_not_allowed: { status: 403, retry: "never" },
  /** The rule does not allow this at the present time.
   * @see https://errors.scailabs.ai/scaikey/time_window_violation/ */
  time_window_violation: { status: 403, retry: "never" },
  /** The resource belongs to another tenant, and the caller does not administer the partner of both.
   * @see https://errors.scailabs.ai/scaikey/tenant_access_denied/ */
  tenant_access_denied: { status: 403, retry: "never" },
  /** The caller may not do this, for a reason that no other code names.
   * @see https://errors.scailabs.ai/scaikey/forbidden/ */
  forbidden: { status: 403, retry: "never" },

  // Validation
  // OAuth's own invalid_request (RFC 6749) decodes to this one as well, and means the same.
  /** The body is not JSON, or not of the form that the call expects.
   * @see https://errors.scailabs.ai/scaikey/invalid_request/ */
  invalid_request: { status: 400, retry: "never" },
  /** The path of a secret breaks the rules for paths.
   * @see https://errors.scailabs.ai/scaikey/invalid_path/ */
  invalid_path: { status: 400, retry: "never", details: secretPath },
  /** There is no such type of secret.
   * @see https://errors.scailabs.ai/scaikey/invalid_secret_type/ */
  invalid_secret_type: { status: 400, retry: "never" },
  /** A duration cannot be parsed.
   * @see https://errors.scailabs.ai/scaikey/invalid_duration/ */
  invalid_duration: { status: 400, retry: "never" },
  /** The cursor of a listing is damaged or too old; the listing has to start again.
   * @see https://errors.scailabs.ai/scaikey/invalid_cursor/ */
  invalid_cursor: { status: 400, retry: "never" },
  /** A policy has rules or bindings that are not valid.
   * @see https://errors.scailabs.ai/scaikey/invalid_policy/ */
  invalid_policy: { status: 400, retry: "never" },
  /** A pattern for paths is not a valid glob.
   * @see https://errors.scailabs.ai/scaikey/invalid_glob/ */
  invalid_glob: { status: 400, retry: "never" },
  /** The name of a role is not valid.
   * @see https://errors.scailabs.ai/scaikey/invalid_role/ */
  invalid_role: { status: 400, retry: "never" },
  /** The configuration of an engine or backend was refused.
   * @see https://errors.scailabs.ai/scaikey/invalid_config/ */
  invalid_config: { status: 400, retry: "never" },
  /** Fields of the request do not match the schema; the details list them.
   * @see https://errors.scailabs.ai/scaikey/validation_error/ */
  validation_error: { status: 422, retry: "never", details: invalidFields },

  // Not found
  /** There is no secret at this path.
   * @see https://errors.scailabs.ai/scaikey/secret_not_found/ */
  secret_not_found: { status: 404, retry: "never", details: secretPath },
  /** The secret has no such version.
   * @see https://errors.scailabs.ai/scaikey/version_not_found/ */
  version_not_found: { status: 404, retry: "never", details: secretPath },
  /** There is no such policy.
   * @see https://errors.scailabs.ai/scaikey/policy_not_found/ */
  policy_not_found: { status: 404, retry: "never" },
  /** There is no such binding of a policy.
   * @see https://errors.scailabs.ai/scaikey/binding_not_found/ */
  binding_not_found: { status: 404, retry: "never" },
  /** There is no such webhook.
   * @see https://errors.scailabs.ai/scaikey/webhook_not_found/ */
  webhook_not_found: { status: 404, retry: "never" },
  /** There is no such subscription.
   * @see https://errors.scailabs.ai/scaikey/subscription_not_found/ */
  subscription_not_found: { status: 404, retry: "never" },
  /** There is no such rotation policy.
   * @see https://errors.scailabs.ai/scaikey/rotation_policy_not_found/ */
  rotation_policy_not_found: { status: 404, retry: "never" },
  /** There is no such policy for secrets.
   * @see https://errors.scailabs.ai/scaikey/secret_policy_not_found/ */
  secret_policy_not_found: { status: 404, retry: "never" },
  /** There is no such certificate authority.
   * @see https://errors.scailabs.ai/scaikey/ca_not_found/ */
  ca_not_found: { status: 404, retry: "never" },
  /** There is no such certificate.
   * @see https://errors.scailabs.ai/scaikey/certificate_not_found/ */
  certificate_not_found: { status: 404, retry: "never" },
  /** There is no such certificate signing request.
   * @see https://errors.scailabs.ai/scaikey/csr_not_found/ */
  csr_not_found: { status: 404, retry: "never" },
  /** There is no such trust anchor.
   * @see https://errors.scailabs.ai/scaikey/trust_anchor_not_found/ */
  trust_anchor_not_found: { status: 404, retry: "never" },
  /** There is no such ACME account.
   * @see https://errors.scailabs.ai/scaikey/acme_account_not_found/ */
  acme_account_not_found: { status: 404, retry: "never" },
  /** There is no such ACME order.
   * @see https://errors.scailabs.ai/scaikey/acme_order_not_found/ */
  acme_order_not_found: { status: 404, retry: "never" },
  /** There is no such DNS provider.
   * @see https://errors.scailabs.ai/scaikey/dns_provider_not_found/ */
  dns_provider_not_found: { status: 404, retry: "never" },
  /** There is no such engine for dynamic secrets.
   * @see https://errors.scailabs.ai/scaikey/engine_not_found/ */
  engine_not_found: { status: 404, retry: "never" },
  /** The engine has no such role.
   * @see https://errors.scailabs.ai/scaikey/role_not_found/ */
  role_not_found: { status: 404, retry: "never" },
  /** There is no such lease.
   * @see https://errors.scailabs.ai/scaikey/lease_not_found/ */
  lease_not_found: { status: 404, retry: "never" },
  /** There is no such tenant.
   * @see https://errors.scailabs.ai/scaikey/tenant_not_found/ */
  tenant_not_found: { status: 404, retry: "never" },
  /** There is no such identity.
   * @see https://errors.scailabs.ai/scaikey/identity_not_found/ */
  identity_not_found: { status: 404, retry: "never" },
  /** There is no such federated backend.
   * @see https://errors.scailabs.ai/scaikey/federation_backend_not_found/ */
  federation_backend_not_found: { status: 404, retry: "never" },
  /** There is no such export.
   * @see https://errors.scailabs.ai/scaikey/export_not_found/ */
  export_not_found: { status: 404, retry: "never" },

  // Conflict and state
  /** A deleted secret still occupies this path until its retention ends.
   * @see https://errors.scailabs.ai/scaikey/secret_exists/ */
  secret_exists: { status: 409, kind: "already_exists", retry: "never", details: secretPath },
  // "Rarely: read again, then retry" is a retry of another request than the one that failed.
  /** Somebody else changed the secret in the meantime; read it again before writing.
   * @see https://errors.scailabs.ai/scaikey/version_conflict/ */
  version_conflict: { status: 409, retry: "after_change", details: secretPath },
  /** The policy still has bindings.
   * @see https://errors.scailabs.ai/scaikey/policy_in_use/ */
  policy_in_use: { status: 409, kind: "failed_precondition", retry: "never" },
  /** The engine still has leases.
   * @see https://errors.scailabs.ai/scaikey/engine_in_use/ */
  engine_in_use: { status: 409, kind: "failed_precondition", retry: "never" },
  /** The certificate authority has issued certificates.
   * @see https://errors.scailabs.ai/scaikey/ca_has_certificates/ */
  ca_has_certificates: { status: 409, kind: "failed_precondition", retry: "never" },
  /** The name is in use.
   * @see https://errors.scailabs.ai/scaikey/name_conflict/ */
  name_conflict: { status: 409, kind: "already_exists", retry: "never" },
  /** The identity is bound already.
   * @see https://errors.scailabs.ai/scaikey/binding_conflict/ */
  binding_conflict: { status: 409, kind: "already_exists", retry: "never" },
  /** The secret was to be used until a certain time, and that has passed.
   * @see https://errors.scailabs.ai/scaikey/secret_expired/ */
  secret_expired: { status: 410, retry: "never", details: secretPath },
  /** The lease has expired.
   * @see https://errors.scailabs.ai/scaikey/lease_expired/ */
  lease_expired: { status: 410, retry: "never" },

  // Rate limit, quota, availability
  /** The caller sends more requests of this category than it may; the response says how long to wait.
   * @see https://errors.scailabs.ai/scaikey/rate_limited/ */
  rate_limited: { status: 429, retry: "backoff" },
  // A 429 that is not to be retried: slowing down does not bring the tenant's quota back.
  /** A fixed quota of the tenant is used up; waiting a little does not help.
   * @see https://errors.scailabs.ai/scaikey/quota_exceeded/ */
  quota_exceeded: { status: 429, kind: "quota_exceeded", retry: "never" },
  /** Something that the service needs is briefly out of order.
   * @see https://errors.scailabs.ai/scaikey/service_unavailable/ */
  service_unavailable: { status: 503, retry: "backoff" },
  // A 503 that stays: the feature is switched off where the service was deployed.
  /** The feature is switched off in this deployment.
   * @see https://errors.scailabs.ai/scaikey/feature_disabled/ */
  feature_disabled: { status: 503, kind: "unimplemented", retry: "never" },
  // Ends some day, but not within the pauses of a retry loop.
  /** The operators have taken the service down for planned work.
   * @see https://errors.scailabs.ai/scaikey/maintenance_mode/ */
  maintenance_mode: { status: 503, retry: "never" },

  // Server and backend
  /** Something in the service broke that nobody expected; quote the request id when reporting it.
   * @see https://errors.scailabs.ai/scaikey/internal_error/ */
  internal_error: { status: 500, retry: "once" },
  /** The key management service could not be used.
   * @see https://errors.scailabs.ai/scaikey/encryption_error/ */
  encryption_error: { status: 500, retry: "never" },
  /** The database or the object store reported an error.
   * @see https://errors.scailabs.ai/scaikey/storage_error/ */
  storage_error: { status: 500, retry: "never" },
  /** A federated backend, or the ACME server, failed.
   * @see https://errors.scailabs.ai/scaikey/backend_error/ */
  backend_error: { status: 502, retry: "never" },
  // Not the caller's rate but the service's own, and therefore a 502; ScaiGrid's code of the same name is a 429 to be retried.
  /** A federated backend, or the ACME server, is limiting the service.
   * @see https://errors.scailabs.ai/scaikey/backend_rate_limited/ */
  backend_rate_limited: { status: 502, retry: "never" },
  /** A federated backend took too long to answer.
   * @see https://errors.scailabs.ai/scaikey/backend_timeout/ */
  backend_timeout: { status: 504, retry: "never" },

  // Dynamic secrets and PKI
  /** The lifetime that was asked for is longer than the role allows.
   * @see https://errors.scailabs.ai/scaikey/ttl_exceeds_max/ */
  ttl_exceeds_max: { status: 400, kind: "out_of_range", retry: "never" },
  /** A name for the certificate is not among the domains that the role allows.
   * @see https://errors.scailabs.ai/scaikey/domain_not_allowed/ */
  domain_not_allowed: { status: 400, retry: "never" },
  /** The key in the signing request is not of the type that the role wants.
   * @see https://errors.scailabs.ai/scaikey/key_type_mismatch/ */
  key_type_mismatch: { status: 400, retry: "never" },
  /** The certificate signing request cannot be parsed.
   * @see https://errors.scailabs.ai/scaikey/csr_invalid/ */
  csr_invalid: { status: 400, retry: "never" },
  /** The certificate signing request has been signed or rejected before.
   * @see https://errors.scailabs.ai/scaikey/csr_already_processed/ */
  csr_already_processed: { status: 409, kind: "failed_precondition", retry: "never" },
  // A 502 from an upstream that is there, and said no.
  /** The ACME server turned the order down.
   * @see https://errors.scailabs.ai/scaikey/acme_order_failed/ */
  acme_order_failed: { status: 502, kind: "failed_precondition", retry: "never" },
  /** The system that the engine manages cannot be reached.
   * @see https://errors.scailabs.ai/scaikey/engine_unreachable/ */
  engine_unreachable: { status: 502, retry: "never" },

  // Webhook delivery: what the service found when it called a webhook, with a status of its own making, in delivery records
  /** In a delivery record: the webhook's URL may not be called, for example because its address is a private one.
   * @see https://errors.scailabs.ai/scaikey/webhook_url_invalid/ */
  webhook_url_invalid: { status: 400, retry: "never" },
  /** In a delivery record: the receiver answered with a status other than 2xx.
   * @see https://errors.scailabs.ai/scaikey/webhook_delivery_failed/ */
  webhook_delivery_failed: { status: 502, retry: "never" },
  /** In a delivery record: the receiver took more than 10 seconds to answer.
   * @see https://errors.scailabs.ai/scaikey/webhook_delivery_timeout/ */
  webhook_delivery_timeout: { status: 504, retry: "never" },
} as const satisfies Readonly<Record<string, CodeRow>>;
