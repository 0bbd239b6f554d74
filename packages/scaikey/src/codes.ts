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
  authentication_required: { status: 401, retry: "never" },
  // The table says no and asks for a refresh in the same row: not as it stands, that is, but with a new token.
  token_expired: { status: 401, retry: "after_change" },
  token_invalid: { status: 401, retry: "never" },
  token_revoked: { status: 401, retry: "never" },
  // The troubleshooting page has the names of three codes below as values of `failed_condition` under this one, so either may arrive.
  access_denied: { status: 403, retry: "never", details: failedCondition },
  insufficient_scope: { status: 403, retry: "never" },
  // A fresh second factor would change the outcome, but the table says no, and nothing that repeats a request can provide one.
  mfa_required: { status: 403, retry: "never" },
  ip_not_allowed: { status: 403, retry: "never" },
  time_window_violation: { status: 403, retry: "never" },
  tenant_access_denied: { status: 403, retry: "never" },
  forbidden: { status: 403, retry: "never" },

  // Validation
  // OAuth's own invalid_request (RFC 6749) decodes to this one as well, and means the same.
  invalid_request: { status: 400, retry: "never" },
  invalid_path: { status: 400, retry: "never", details: secretPath },
  invalid_secret_type: { status: 400, retry: "never" },
  invalid_duration: { status: 400, retry: "never" },
  invalid_cursor: { status: 400, retry: "never" },
  invalid_policy: { status: 400, retry: "never" },
  invalid_glob: { status: 400, retry: "never" },
  invalid_role: { status: 400, retry: "never" },
  invalid_config: { status: 400, retry: "never" },
  validation_error: { status: 422, retry: "never", details: invalidFields },

  // Not found
  secret_not_found: { status: 404, retry: "never", details: secretPath },
  version_not_found: { status: 404, retry: "never", details: secretPath },
  policy_not_found: { status: 404, retry: "never" },
  binding_not_found: { status: 404, retry: "never" },
  webhook_not_found: { status: 404, retry: "never" },
  subscription_not_found: { status: 404, retry: "never" },
  rotation_policy_not_found: { status: 404, retry: "never" },
  secret_policy_not_found: { status: 404, retry: "never" },
  ca_not_found: { status: 404, retry: "never" },
  certificate_not_found: { status: 404, retry: "never" },
  csr_not_found: { status: 404, retry: "never" },
  trust_anchor_not_found: { status: 404, retry: "never" },
  acme_account_not_found: { status: 404, retry: "never" },
  acme_order_not_found: { status: 404, retry: "never" },
  dns_provider_not_found: { status: 404, retry: "never" },
  engine_not_found: { status: 404, retry: "never" },
  role_not_found: { status: 404, retry: "never" },
  lease_not_found: { status: 404, retry: "never" },
  tenant_not_found: { status: 404, retry: "never" },
  identity_not_found: { status: 404, retry: "never" },
  federation_backend_not_found: { status: 404, retry: "never" },
  export_not_found: { status: 404, retry: "never" },

  // Conflict and state
  secret_exists: { status: 409, kind: "already_exists", retry: "never", details: secretPath },
  // "Rarely: read again, then retry" is a retry of another request than the one that failed.
  version_conflict: { status: 409, retry: "after_change", details: secretPath },
  policy_in_use: { status: 409, kind: "failed_precondition", retry: "never" },
  engine_in_use: { status: 409, kind: "failed_precondition", retry: "never" },
  ca_has_certificates: { status: 409, kind: "failed_precondition", retry: "never" },
  name_conflict: { status: 409, kind: "already_exists", retry: "never" },
  binding_conflict: { status: 409, kind: "already_exists", retry: "never" },
  secret_expired: { status: 410, retry: "never", details: secretPath },
  lease_expired: { status: 410, retry: "never" },

  // Rate limit, quota, availability
  rate_limited: { status: 429, retry: "backoff" },
  // A 429 that is not to be retried: slowing down does not bring the tenant's quota back.
  quota_exceeded: { status: 429, kind: "quota_exceeded", retry: "never" },
  service_unavailable: { status: 503, retry: "backoff" },
  // A 503 that stays: the feature is switched off where the service was deployed.
  feature_disabled: { status: 503, kind: "unimplemented", retry: "never" },
  // Ends some day, but not within the pauses of a retry loop.
  maintenance_mode: { status: 503, retry: "never" },

  // Server and backend
  internal_error: { status: 500, retry: "once" },
  encryption_error: { status: 500, retry: "never" },
  storage_error: { status: 500, retry: "never" },
  backend_error: { status: 502, retry: "never" },
  // Not the caller's rate but the service's own, and therefore a 502; ScaiGrid's code of the same name is a 429 to be retried.
  backend_rate_limited: { status: 502, retry: "never" },
  backend_timeout: { status: 504, retry: "never" },

  // Dynamic secrets and PKI
  ttl_exceeds_max: { status: 400, kind: "out_of_range", retry: "never" },
  domain_not_allowed: { status: 400, retry: "never" },
  key_type_mismatch: { status: 400, retry: "never" },
  csr_invalid: { status: 400, retry: "never" },
  csr_already_processed: { status: 409, kind: "failed_precondition", retry: "never" },
  // A 502 from an upstream that is there, and said no.
  acme_order_failed: { status: 502, kind: "failed_precondition", retry: "never" },
  engine_unreachable: { status: 502, retry: "never" },

  // Webhook delivery: what the service found when it called a webhook, with a status of its own making, in delivery records
  webhook_url_invalid: { status: 400, retry: "never" },
  webhook_delivery_failed: { status: 502, retry: "never" },
  webhook_delivery_timeout: { status: 504, retry: "never" },
} as const satisfies Readonly<Record<string, CodeRow>>;
