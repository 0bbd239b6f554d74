import { type CodeRow, fieldProblems } from "@scai-errors/core";
import { rateLimitHint, stageErrors } from "./details.js";

/**
 * ScaiGrid's vocabulary. `retry` stands where the pages say something about retrying the code; elsewhere the policy follows from its kind.
 * Sources: the error code reference, the retry table of the errors page, and the troubleshooting pages of the modules.
 */
export const rows = {
  // Authentication and authorization
  AUTH_TOKEN_MISSING: { status: 401, retry: "never" },
  // The retry table says no, although the code also covers expired tokens, for which SESSION_EXPIRED asks for a refresh. The table counts:
  // a client that refreshes on every AUTH_TOKEN_INVALID goes round in circles with a token that is simply wrong.
  AUTH_TOKEN_INVALID: { status: 401, retry: "never" },
  AUTH_INSUFFICIENT_SCOPE: { status: 403 },
  AUTHZ_PERMISSION_DENIED: { status: 403, retry: "never" },
  AUTH_FLOW_INVALID: { status: 401 },
  AUTH_IDENTITY_NOT_FOUND: { status: 404 },
  SESSION_EXPIRED: { status: 401, retry: "after_change" },
  SERVICE_TOKEN_INVALID: { status: 401 },

  // Validation
  VALIDATION_ERROR: { status: 422, retry: "never", details: fieldProblems },
  SLUG_CONFLICT: { status: 409, kind: "already_exists" },

  // Models and backends
  MODEL_NOT_FOUND: { status: 404, retry: "never" },
  // Other parts of the platform answer 404 for what the caller may not see; this one tells.
  MODEL_ACCESS_DENIED: { status: 403, retry: "never" },
  // The table says "sometimes, after a delay": trying again with pauses is what that amounts to.
  MODEL_UNAVAILABLE: { status: 503, retry: "backoff" },
  BACKEND_NOT_FOUND: { status: 404 },
  BACKEND_ERROR: { status: 502, retry: "once" },
  BACKEND_TIMEOUT: { status: 504, retry: "backoff" },
  BACKEND_RATE_LIMITED: { status: 429, retry: "backoff", details: rateLimitHint },
  // A 502 that is not to be retried: the provider answers, and our parsers refuse what it says every time.
  UPSTREAM_SHAPE_MISMATCH: { status: 502, kind: "internal", retry: "never" },

  // Providers
  PROVIDER_NOT_FOUND: { status: 404 },
  PROVIDER_DISCOVERY_ERROR: { status: 502 },
  PROVIDER_HAS_BACKENDS: { status: 409, kind: "failed_precondition" },

  // Rate limits and quotas
  RATE_LIMITED: { status: 429, retry: "backoff", details: rateLimitHint },
  // Two 429 that are not to be retried: slowing down brings neither a quota nor a budget back. The page's "wait for the next period" means
  // days, which is a decision of people and not a pause in a retry loop.
  QUOTA_EXCEEDED: { status: 429, kind: "quota_exceeded", retry: "never" },
  BUDGET_EXCEEDED: { status: 429, kind: "quota_exceeded", retry: "never" },
  BUDGET_NOT_FOUND: { status: 404 },

  // Tenancy
  PARTNER_NOT_FOUND: { status: 404 },
  TENANT_NOT_FOUND: { status: 404 },
  TENANT_SUSPENDED: { status: 403 },
  PARTNER_SUSPENDED: { status: 403 },

  // Modules
  MODULE_NOT_FOUND: { status: 404 },
  MODULE_NOT_ENABLED: { status: 403 },
  // Whether the other module is switched off or down is not said. The status says what both have in common: something else has to work first.
  MODULE_DEPENDENCY_UNAVAILABLE: { status: 424 },

  // Resources
  USER_NOT_FOUND: { status: 404 },
  API_KEY_NOT_FOUND: { status: 404 },
  GROUP_NOT_FOUND: { status: 404 },
  GROUP_ROLE_NOT_FOUND: { status: 404 },
  TENANT_TEMPLATE_NOT_FOUND: { status: 404 },
  MODULE_PERMISSION_NOT_FOUND: { status: 404 },
  CUSTOM_ROLE_NOT_FOUND: { status: 404 },
  ROUTING_POLICY_NOT_FOUND: { status: 404 },
  MODEL_ACCESS_NOT_FOUND: { status: 404 },
  MODEL_GROUP_NOT_FOUND: { status: 404 },
  BATCH_NOT_FOUND: { status: 404 },
  SESSION_NOT_FOUND: { status: 404 },
  ROOM_NOT_FOUND: { status: 404 },
  ROOM_MEMBER_NOT_FOUND: { status: 404 },
  ROOM_ACCESS_DENIED: { status: 403 },
  RESPONSE_NOT_FOUND: { status: 404 },
  WEBHOOK_NOT_FOUND: { status: 404 },
  CHECKPOINT_NOT_FOUND: { status: 404 },
  CHECKPOINT_ALREADY_RESOLVED: { status: 409, kind: "failed_precondition" },
  CHECKPOINT_ASSIGNEE_DENIED: { status: 403 },

  // Delegation
  DELEGATION_INVALID: { status: 400 },

  // Inference infrastructure
  INFERENCE_NODE_NOT_FOUND: { status: 404 },
  NODE_NOT_ONLINE: { status: 409, kind: "failed_precondition" },
  NODE_UNAVAILABLE: { status: 502 },
  REGISTRY_NOT_AVAILABLE: { status: 501 },

  // Cores (ScaiCore)
  CORE_NOT_FOUND: { status: 404 },

  // Webhooks
  WEBHOOK_VERIFICATION_ERROR: { status: 401 },

  // Service state
  SERVICE_DRAINING: { status: 503, retry: "backoff" },
  // Unlike SERVICE_DRAINING, no page says when to come back.
  SERVICE_UNAVAILABLE: { status: 503 },

  // Sync
  SYNC_ERROR: { status: 502 },

  // Generic fallback
  // "Report it with the request id" says nothing about retrying.
  INTERNAL_ERROR: { status: 500 },

  // Module codes. The reference gives them no status, so each names its kind. Its lists are open: more codes than these exist. Names follow no
  // rule, although the page announces {MODULE}_{NAME}: the module of a code is in the docs, and cannot be told from its name.

  // ScaiBot
  SCAIBOT_BOT_NOT_FOUND: { kind: "not_found" },
  SCAIBOT_CONVERSATION_NOT_FOUND: { kind: "not_found" },

  // ScaiQueue
  SCAIQUEUE_MESSAGE_NOT_FOUND: { kind: "not_found" },
  SCAIQUEUE_CLAIM_INVALID: { kind: "failed_precondition" },
  SCAIQUEUE_SCOPE_PAUSED: { kind: "failed_precondition" },
  SCAIQUEUE_QUEUE_PAUSED: { kind: "failed_precondition" },
  // The queue refuses when it is at its depth; consumers make room again, so this is a limit on the rate, not a quota.
  SCAIQUEUE_QUEUE_FULL: { kind: "rate_limited" },
  // One key, two bodies: the key is taken, and sending the same pair again changes nothing.
  SCAIQUEUE_IDEMPOTENCY_CONFLICT: { kind: "already_exists" },

  // ScaiBunker
  BUNKER_NOT_FOUND: { kind: "not_found" },
  BUNKER_NOT_RUNNING: { kind: "failed_precondition" },
  BUNKER_QUOTA_EXCEEDED: { kind: "quota_exceeded" },
  BUNKER_TRANSITION_ERROR: { kind: "failed_precondition" },
  WORKER_UNAVAILABLE: { kind: "unavailable" },
  // Whether workers are missing or busy is not said; pausing and trying again is the answer to the second.
  NO_SUITABLE_WORKER: { kind: "unavailable" },
  IMAGE_NOT_FOUND: { kind: "not_found" },
  BRIDGE_NOT_FOUND: { kind: "not_found" },
  AVAILABILITY_GROUP_NOT_FOUND: { kind: "not_found" },
  QUOTA_PROFILE_NOT_FOUND: { kind: "not_found" },
  // What it conflicts with is not said, so it is what a bare 409 would be.
  QUOTA_ASSIGNMENT_CONFLICT: { kind: "aborted" },
  LIFECYCLE_MODE_DENIED: { kind: "permission_denied" },
  NETWORK_PROFILE_DENIED: { kind: "permission_denied" },
  PEERS_BAD_SHA: { kind: "invalid_argument" },
  PEERS_MISSING_WORKER_HEADER: { kind: "invalid_argument" },
  // The pages name these two without explaining them; the names are all there is to go by.
  INTERFACES_NOT_ALLOWED: { kind: "invalid_argument" },
  TRANSIT_MISSING_INTERFACES: { kind: "invalid_argument" },

  // ScaiMatrix
  COLLECTION_NOT_FOUND: { kind: "not_found" },
  DOCUMENT_NOT_FOUND: { kind: "not_found" },
  INVALID_ACE: { kind: "invalid_argument" },

  // ScaiMind
  TRAINING_JOB_NOT_FOUND: { kind: "not_found" },
  EVALUATION_NOT_FOUND: { kind: "not_found" },

  // ScaiPersona
  // The reference gives no status, the module's own pages do.
  PERSONA_NOT_FOUND: { status: 404 },
  PERSONA_NOT_PUBLISHED: { kind: "failed_precondition" },
  PERSONA_MODEL_NOT_FOUND: { kind: "not_found" },

  // ScaiSkills
  SKILL_NOT_FOUND: { kind: "not_found" },
  SKILL_VERSION_YANKED: { kind: "failed_precondition" },
  // Names the stage in `context.errors`, where every other code has `details`.
  SCAISKILLS_VALIDATION_FAILED: { kind: "invalid_argument", details: stageErrors },
  SCAISKILLS_VERSION_CONFLICT: { kind: "already_exists" },
  // Not an older name of SKILL_NOT_FOUND: the reference has that one, the module's API page this one, so both can arrive.
  SCAISKILLS_SKILL_NOT_FOUND: { kind: "not_found" },

  // ScaiLink
  SCAILINK_SESSION_NOT_FOUND: { kind: "not_found" },
  SCAILINK_CAPABILITY_DENIED: { kind: "permission_denied" },
  // A 503 that stays: the registry is switched off, not overloaded.
  SCAILINK_REGISTRY_DISABLED: { status: 503, kind: "unimplemented" },

  // ScaiCore
  // It is the stored program that is wrong, not the request to start it.
  INVALID_SOURCE_IR: { kind: "failed_precondition" },
} as const satisfies Readonly<Record<string, CodeRow>>;
