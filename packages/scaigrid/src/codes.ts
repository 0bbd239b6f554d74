import { type CodeRow, fieldProblems } from "@scai-errors/core";
import { rateLimitHint, stageErrors } from "./details.js";

/**
 * ScaiGrid's vocabulary. `retry` stands where the pages say something about retrying the code; elsewhere the policy follows from its kind.
 * Sources: the error code reference, the retry table of the errors page, and the troubleshooting pages of the modules.
 */
export const rows = {
  // Authentication and authorization
  /** The request came without an Authorization header.
   * @see https://errors.scailabs.ai/scaigrid/AUTH_TOKEN_MISSING/ */
  AUTH_TOKEN_MISSING: { status: 401, retry: "never" },
  // The retry table says no, although the code also covers expired tokens, for which SESSION_EXPIRED asks for a refresh. The table counts:
  // a client that refreshes on every AUTH_TOKEN_INVALID goes round in circles with a token that is simply wrong.
  /** The token is wrong or has expired.
   * @see https://errors.scailabs.ai/scaigrid/AUTH_TOKEN_INVALID/ */
  AUTH_TOKEN_INVALID: { status: 401, retry: "never" },
  /** The token was issued without a scope that this call needs.
   * @see https://errors.scailabs.ai/scaigrid/AUTH_INSUFFICIENT_SCOPE/ */
  AUTH_INSUFFICIENT_SCOPE: { status: 403 },
  /** The user has not been given the permission that this call needs.
   * @see https://errors.scailabs.ai/scaigrid/AUTHZ_PERMISSION_DENIED/ */
  AUTHZ_PERMISSION_DENIED: { status: 403, retry: "never" },
  /** The state of an OAuth sign-in is unknown or too old; the sign-in has to start again.
   * @see https://errors.scailabs.ai/scaigrid/AUTH_FLOW_INVALID/ */
  AUTH_FLOW_INVALID: { status: 401 },
  /** Nobody has an account under this e-mail address.
   * @see https://errors.scailabs.ai/scaigrid/AUTH_IDENTITY_NOT_FOUND/ */
  AUTH_IDENTITY_NOT_FOUND: { status: 404 },
  /** The session's token has expired; a refresh gives a new one.
   * @see https://errors.scailabs.ai/scaigrid/SESSION_EXPIRED/ */
  SESSION_EXPIRED: { status: 401, retry: "after_change" },
  /** The token that one service shows another is wrong.
   * @see https://errors.scailabs.ai/scaigrid/SERVICE_TOKEN_INVALID/ */
  SERVICE_TOKEN_INVALID: { status: 401 },

  // Validation
  /** Fields of the request body do not match the schema; the details list them.
   * @see https://errors.scailabs.ai/scaigrid/VALIDATION_ERROR/ */
  VALIDATION_ERROR: { status: 422, retry: "never", details: fieldProblems },
  /** Another resource already has this slug.
   * @see https://errors.scailabs.ai/scaigrid/SLUG_CONFLICT/ */
  SLUG_CONFLICT: { status: 409, kind: "already_exists" },

  // Models and backends
  /** No model is offered under this slug.
   * @see https://errors.scailabs.ai/scaigrid/MODEL_NOT_FOUND/ */
  MODEL_NOT_FOUND: { status: 404, retry: "never" },
  // Other parts of the platform answer 404 for what the caller may not see; this one tells.
  /** The model exists, but has not been enabled for the caller's tenant.
   * @see https://errors.scailabs.ai/scaigrid/MODEL_ACCESS_DENIED/ */
  MODEL_ACCESS_DENIED: { status: 403, retry: "never" },
  // The table says "sometimes, after a delay": trying again with pauses is what that amounts to.
  /** None of the backends that serve this model is healthy at the moment.
   * @see https://errors.scailabs.ai/scaigrid/MODEL_UNAVAILABLE/ */
  MODEL_UNAVAILABLE: { status: 503, retry: "backoff" },
  /** There is no such backend.
   * @see https://errors.scailabs.ai/scaigrid/BACKEND_NOT_FOUND/ */
  BACKEND_NOT_FOUND: { status: 404 },
  /** The provider behind the model answered with an error of its own.
   * @see https://errors.scailabs.ai/scaigrid/BACKEND_ERROR/ */
  BACKEND_ERROR: { status: 502, retry: "once" },
  /** The provider behind the model took too long to answer.
   * @see https://errors.scailabs.ai/scaigrid/BACKEND_TIMEOUT/ */
  BACKEND_TIMEOUT: { status: 504, retry: "backoff" },
  /** The provider behind the model is limiting ScaiGrid; the response says how long to wait.
   * @see https://errors.scailabs.ai/scaigrid/BACKEND_RATE_LIMITED/ */
  BACKEND_RATE_LIMITED: { status: 429, retry: "backoff", details: rateLimitHint },
  // A 502 that is not to be retried: the provider answers, and our parsers refuse what it says every time.
  /** The provider behind the model answered in a form that ScaiGrid cannot parse, and will do so again.
   * @see https://errors.scailabs.ai/scaigrid/UPSTREAM_SHAPE_MISMATCH/ */
  UPSTREAM_SHAPE_MISMATCH: { status: 502, kind: "internal", retry: "never" },

  // Providers
  /** There is no such provider.
   * @see https://errors.scailabs.ai/scaigrid/PROVIDER_NOT_FOUND/ */
  PROVIDER_NOT_FOUND: { status: 404 },
  /** Asking the provider for its models did not work.
   * @see https://errors.scailabs.ai/scaigrid/PROVIDER_DISCOVERY_ERROR/ */
  PROVIDER_DISCOVERY_ERROR: { status: 502 },
  /** The provider still has active backends, so it cannot be deleted.
   * @see https://errors.scailabs.ai/scaigrid/PROVIDER_HAS_BACKENDS/ */
  PROVIDER_HAS_BACKENDS: { status: 409, kind: "failed_precondition" },

  // Rate limits and quotas
  /** The key, user, tenant or partner sends more requests than ScaiGrid allows; the response says how long to wait.
   * @see https://errors.scailabs.ai/scaigrid/RATE_LIMITED/ */
  RATE_LIMITED: { status: 429, retry: "backoff", details: rateLimitHint },
  // Two 429 that are not to be retried: slowing down brings neither a quota nor a budget back. The page's "wait for the next period" means
  // days, which is a decision of people and not a pause in a retry loop.
  /** A fixed quota is used up; waiting a little does not help.
   * @see https://errors.scailabs.ai/scaigrid/QUOTA_EXCEEDED/ */
  QUOTA_EXCEEDED: { status: 429, kind: "quota_exceeded", retry: "never" },
  /** The budget for usage is spent until its next period begins.
   * @see https://errors.scailabs.ai/scaigrid/BUDGET_EXCEEDED/ */
  BUDGET_EXCEEDED: { status: 429, kind: "quota_exceeded", retry: "never" },
  /** There is no such budget.
   * @see https://errors.scailabs.ai/scaigrid/BUDGET_NOT_FOUND/ */
  BUDGET_NOT_FOUND: { status: 404 },

  // Tenancy
  /** There is no such partner.
   * @see https://errors.scailabs.ai/scaigrid/PARTNER_NOT_FOUND/ */
  PARTNER_NOT_FOUND: { status: 404 },
  /** There is no such tenant.
   * @see https://errors.scailabs.ai/scaigrid/TENANT_NOT_FOUND/ */
  TENANT_NOT_FOUND: { status: 404 },
  /** An administrator has suspended the tenant.
   * @see https://errors.scailabs.ai/scaigrid/TENANT_SUSPENDED/ */
  TENANT_SUSPENDED: { status: 403 },
  /** An administrator has suspended the partner.
   * @see https://errors.scailabs.ai/scaigrid/PARTNER_SUSPENDED/ */
  PARTNER_SUSPENDED: { status: 403 },

  // Modules
  /** There is no such module.
   * @see https://errors.scailabs.ai/scaigrid/MODULE_NOT_FOUND/ */
  MODULE_NOT_FOUND: { status: 404 },
  /** The module is switched off for the caller's tenant.
   * @see https://errors.scailabs.ai/scaigrid/MODULE_NOT_ENABLED/ */
  MODULE_NOT_ENABLED: { status: 403 },
  // Whether the other module is switched off or down is not said. The status says what both have in common: something else has to work first.
  /** Another module that this one cannot do without is not available.
   * @see https://errors.scailabs.ai/scaigrid/MODULE_DEPENDENCY_UNAVAILABLE/ */
  MODULE_DEPENDENCY_UNAVAILABLE: { status: 424 },

  // Resources
  /** There is no such user.
   * @see https://errors.scailabs.ai/scaigrid/USER_NOT_FOUND/ */
  USER_NOT_FOUND: { status: 404 },
  /** There is no such API key.
   * @see https://errors.scailabs.ai/scaigrid/API_KEY_NOT_FOUND/ */
  API_KEY_NOT_FOUND: { status: 404 },
  /** There is no such group.
   * @see https://errors.scailabs.ai/scaigrid/GROUP_NOT_FOUND/ */
  GROUP_NOT_FOUND: { status: 404 },
  /** The group has no such role.
   * @see https://errors.scailabs.ai/scaigrid/GROUP_ROLE_NOT_FOUND/ */
  GROUP_ROLE_NOT_FOUND: { status: 404 },
  /** There is no such template for tenants.
   * @see https://errors.scailabs.ai/scaigrid/TENANT_TEMPLATE_NOT_FOUND/ */
  TENANT_TEMPLATE_NOT_FOUND: { status: 404 },
  /** There is no such permission of a module.
   * @see https://errors.scailabs.ai/scaigrid/MODULE_PERMISSION_NOT_FOUND/ */
  MODULE_PERMISSION_NOT_FOUND: { status: 404 },
  /** There is no such custom role.
   * @see https://errors.scailabs.ai/scaigrid/CUSTOM_ROLE_NOT_FOUND/ */
  CUSTOM_ROLE_NOT_FOUND: { status: 404 },
  /** There is no such routing policy.
   * @see https://errors.scailabs.ai/scaigrid/ROUTING_POLICY_NOT_FOUND/ */
  ROUTING_POLICY_NOT_FOUND: { status: 404 },
  /** There is no such entry in the list of who may use a model.
   * @see https://errors.scailabs.ai/scaigrid/MODEL_ACCESS_NOT_FOUND/ */
  MODEL_ACCESS_NOT_FOUND: { status: 404 },
  /** There is no such group of models.
   * @see https://errors.scailabs.ai/scaigrid/MODEL_GROUP_NOT_FOUND/ */
  MODEL_GROUP_NOT_FOUND: { status: 404 },
  /** There is no such batch.
   * @see https://errors.scailabs.ai/scaigrid/BATCH_NOT_FOUND/ */
  BATCH_NOT_FOUND: { status: 404 },
  /** There is no such session.
   * @see https://errors.scailabs.ai/scaigrid/SESSION_NOT_FOUND/ */
  SESSION_NOT_FOUND: { status: 404 },
  /** There is no such room.
   * @see https://errors.scailabs.ai/scaigrid/ROOM_NOT_FOUND/ */
  ROOM_NOT_FOUND: { status: 404 },
  /** The room has no such member.
   * @see https://errors.scailabs.ai/scaigrid/ROOM_MEMBER_NOT_FOUND/ */
  ROOM_MEMBER_NOT_FOUND: { status: 404 },
  /** The caller is not a member of the room.
   * @see https://errors.scailabs.ai/scaigrid/ROOM_ACCESS_DENIED/ */
  ROOM_ACCESS_DENIED: { status: 403 },
  /** There is no such stored response of the OpenAI-compatible Responses API.
   * @see https://errors.scailabs.ai/scaigrid/RESPONSE_NOT_FOUND/ */
  RESPONSE_NOT_FOUND: { status: 404 },
  /** There is no such webhook.
   * @see https://errors.scailabs.ai/scaigrid/WEBHOOK_NOT_FOUND/ */
  WEBHOOK_NOT_FOUND: { status: 404 },
  /** There is no such checkpoint.
   * @see https://errors.scailabs.ai/scaigrid/CHECKPOINT_NOT_FOUND/ */
  CHECKPOINT_NOT_FOUND: { status: 404 },
  /** Somebody has resolved the checkpoint before.
   * @see https://errors.scailabs.ai/scaigrid/CHECKPOINT_ALREADY_RESOLVED/ */
  CHECKPOINT_ALREADY_RESOLVED: { status: 409, kind: "failed_precondition" },
  /** The checkpoint is for others to resolve, not for this user.
   * @see https://errors.scailabs.ai/scaigrid/CHECKPOINT_ASSIGNEE_DENIED/ */
  CHECKPOINT_ASSIGNEE_DENIED: { status: 403 },

  // Delegation
  /** The scopes to be delegated go beyond what the user may do.
   * @see https://errors.scailabs.ai/scaigrid/DELEGATION_INVALID/ */
  DELEGATION_INVALID: { status: 400 },

  // Inference infrastructure
  /** ScaiInfer has no such node.
   * @see https://errors.scailabs.ai/scaigrid/INFERENCE_NODE_NOT_FOUND/ */
  INFERENCE_NODE_NOT_FOUND: { status: 404 },
  /** The command works only on a node that is online, and this one is not.
   * @see https://errors.scailabs.ai/scaigrid/NODE_NOT_ONLINE/ */
  NODE_NOT_ONLINE: { status: 409, kind: "failed_precondition" },
  /** No connection to the node could be made.
   * @see https://errors.scailabs.ai/scaigrid/NODE_UNAVAILABLE/ */
  NODE_UNAVAILABLE: { status: 502 },
  /** This node has no registry that could be browsed.
   * @see https://errors.scailabs.ai/scaigrid/REGISTRY_NOT_AVAILABLE/ */
  REGISTRY_NOT_AVAILABLE: { status: 501 },

  // Cores (ScaiCore)
  /** There is no such core.
   * @see https://errors.scailabs.ai/scaigrid/CORE_NOT_FOUND/ */
  CORE_NOT_FOUND: { status: 404 },

  // Webhooks
  /** The signature of an incoming webhook call does not fit its content.
   * @see https://errors.scailabs.ai/scaigrid/WEBHOOK_VERIFICATION_ERROR/ */
  WEBHOOK_VERIFICATION_ERROR: { status: 401 },

  // Service state
  /** The gateway is shutting down and takes no new requests; another instance will shortly.
   * @see https://errors.scailabs.ai/scaigrid/SERVICE_DRAINING/ */
  SERVICE_DRAINING: { status: 503, retry: "backoff" },
  // Unlike SERVICE_DRAINING, no page says when to come back.
  /** Something that ScaiGrid needs, such as Redis or MariaDB, is down.
   * @see https://errors.scailabs.ai/scaigrid/SERVICE_UNAVAILABLE/ */
  SERVICE_UNAVAILABLE: { status: 503 },

  // Sync
  /** Fetching users and tenants from ScaiKey did not work.
   * @see https://errors.scailabs.ai/scaigrid/SYNC_ERROR/ */
  SYNC_ERROR: { status: 502 },

  // Generic fallback
  // "Report it with the request id" says nothing about retrying.
  /** Something in ScaiGrid broke that nobody expected; quote the request id when reporting it.
   * @see https://errors.scailabs.ai/scaigrid/INTERNAL_ERROR/ */
  INTERNAL_ERROR: { status: 500 },

  // Module codes. The reference gives them no status, so each names its kind. Its lists are open: more codes than these exist. Names follow no
  // rule, although the page announces {MODULE}_{NAME}: the module of a code is in the docs, and cannot be told from its name.

  // ScaiBot
  /** There is no such bot.
   * @see https://errors.scailabs.ai/scaigrid/SCAIBOT_BOT_NOT_FOUND/ */
  SCAIBOT_BOT_NOT_FOUND: { kind: "not_found" },
  /** There is no such conversation with a bot.
   * @see https://errors.scailabs.ai/scaigrid/SCAIBOT_CONVERSATION_NOT_FOUND/ */
  SCAIBOT_CONVERSATION_NOT_FOUND: { kind: "not_found" },

  // ScaiQueue
  /** The queue has no such message.
   * @see https://errors.scailabs.ai/scaigrid/SCAIQUEUE_MESSAGE_NOT_FOUND/ */
  SCAIQUEUE_MESSAGE_NOT_FOUND: { kind: "not_found" },
  /** The consumer's claim on a message does not hold, or does not hold any longer.
   * @see https://errors.scailabs.ai/scaigrid/SCAIQUEUE_CLAIM_INVALID/ */
  SCAIQUEUE_CLAIM_INVALID: { kind: "failed_precondition" },
  /** The scope that was published to is paused, archived or draining.
   * @see https://errors.scailabs.ai/scaigrid/SCAIQUEUE_SCOPE_PAUSED/ */
  SCAIQUEUE_SCOPE_PAUSED: { kind: "failed_precondition" },
  /** The queue that was published to is paused.
   * @see https://errors.scailabs.ai/scaigrid/SCAIQUEUE_QUEUE_PAUSED/ */
  SCAIQUEUE_QUEUE_PAUSED: { kind: "failed_precondition" },
  // The queue refuses when it is at its depth; consumers make room again, so this is a limit on the rate, not a quota.
  /** The queue is at its greatest depth and set to refuse what exceeds it.
   * @see https://errors.scailabs.ai/scaigrid/SCAIQUEUE_QUEUE_FULL/ */
  SCAIQUEUE_QUEUE_FULL: { kind: "rate_limited" },
  // One key, two bodies: the key is taken, and sending the same pair again changes nothing.
  /** The idempotency key was used before for a message with another body.
   * @see https://errors.scailabs.ai/scaigrid/SCAIQUEUE_IDEMPOTENCY_CONFLICT/ */
  SCAIQUEUE_IDEMPOTENCY_CONFLICT: { kind: "already_exists" },

  // ScaiBunker
  /** There is no such bunker.
   * @see https://errors.scailabs.ai/scaigrid/BUNKER_NOT_FOUND/ */
  BUNKER_NOT_FOUND: { kind: "not_found" },
  /** The bunker has to be running for this, and is not.
   * @see https://errors.scailabs.ai/scaigrid/BUNKER_NOT_RUNNING/ */
  BUNKER_NOT_RUNNING: { kind: "failed_precondition" },
  /** A quota for bunkers is used up.
   * @see https://errors.scailabs.ai/scaigrid/BUNKER_QUOTA_EXCEEDED/ */
  BUNKER_QUOTA_EXCEEDED: { kind: "quota_exceeded" },
  /** The bunker cannot go from the state it is in to the one that was asked for.
   * @see https://errors.scailabs.ai/scaigrid/BUNKER_TRANSITION_ERROR/ */
  BUNKER_TRANSITION_ERROR: { kind: "failed_precondition" },
  /** The worker that has the bunker cannot be reached.
   * @see https://errors.scailabs.ai/scaigrid/WORKER_UNAVAILABLE/ */
  WORKER_UNAVAILABLE: { kind: "unavailable" },
  // Whether workers are missing or busy is not said; pausing and trying again is the answer to the second.
  /** No worker meets what the bunker asks for.
   * @see https://errors.scailabs.ai/scaigrid/NO_SUITABLE_WORKER/ */
  NO_SUITABLE_WORKER: { kind: "unavailable" },
  /** There is no such image.
   * @see https://errors.scailabs.ai/scaigrid/IMAGE_NOT_FOUND/ */
  IMAGE_NOT_FOUND: { kind: "not_found" },
  /** There is no such bridge.
   * @see https://errors.scailabs.ai/scaigrid/BRIDGE_NOT_FOUND/ */
  BRIDGE_NOT_FOUND: { kind: "not_found" },
  /** There is no such availability group.
   * @see https://errors.scailabs.ai/scaigrid/AVAILABILITY_GROUP_NOT_FOUND/ */
  AVAILABILITY_GROUP_NOT_FOUND: { kind: "not_found" },
  /** There is no such profile of quotas.
   * @see https://errors.scailabs.ai/scaigrid/QUOTA_PROFILE_NOT_FOUND/ */
  QUOTA_PROFILE_NOT_FOUND: { kind: "not_found" },
  // What it conflicts with is not said, so it is what a bare 409 would be.
  /** The quota cannot be assigned next to another assignment.
   * @see https://errors.scailabs.ai/scaigrid/QUOTA_ASSIGNMENT_CONFLICT/ */
  QUOTA_ASSIGNMENT_CONFLICT: { kind: "aborted" },
  /** The caller may not use this lifecycle mode.
   * @see https://errors.scailabs.ai/scaigrid/LIFECYCLE_MODE_DENIED/ */
  LIFECYCLE_MODE_DENIED: { kind: "permission_denied" },
  /** The caller may not use this network profile.
   * @see https://errors.scailabs.ai/scaigrid/NETWORK_PROFILE_DENIED/ */
  NETWORK_PROFILE_DENIED: { kind: "permission_denied" },
  /** The checksum sent for a list of peers is not a valid one.
   * @see https://errors.scailabs.ai/scaigrid/PEERS_BAD_SHA/ */
  PEERS_BAD_SHA: { kind: "invalid_argument" },
  /** A request about peers lacks the header that names the worker.
   * @see https://errors.scailabs.ai/scaigrid/PEERS_MISSING_WORKER_HEADER/ */
  PEERS_MISSING_WORKER_HEADER: { kind: "invalid_argument" },
  // The pages name these two without explaining them; the names are all there is to go by.
  /** Network interfaces were given where none may be, to judge by the name.
   * @see https://errors.scailabs.ai/scaigrid/INTERFACES_NOT_ALLOWED/ */
  INTERFACES_NOT_ALLOWED: { kind: "invalid_argument" },
  /** A transit network was given no interfaces, to judge by the name.
   * @see https://errors.scailabs.ai/scaigrid/TRANSIT_MISSING_INTERFACES/ */
  TRANSIT_MISSING_INTERFACES: { kind: "invalid_argument" },

  // ScaiMatrix
  /** There is no such collection.
   * @see https://errors.scailabs.ai/scaigrid/COLLECTION_NOT_FOUND/ */
  COLLECTION_NOT_FOUND: { kind: "not_found" },
  /** There is no such document.
   * @see https://errors.scailabs.ai/scaigrid/DOCUMENT_NOT_FOUND/ */
  DOCUMENT_NOT_FOUND: { kind: "not_found" },
  /** An entry of an access-control list is not valid.
   * @see https://errors.scailabs.ai/scaigrid/INVALID_ACE/ */
  INVALID_ACE: { kind: "invalid_argument" },

  // ScaiMind
  /** There is no such training job.
   * @see https://errors.scailabs.ai/scaigrid/TRAINING_JOB_NOT_FOUND/ */
  TRAINING_JOB_NOT_FOUND: { kind: "not_found" },
  /** There is no such evaluation.
   * @see https://errors.scailabs.ai/scaigrid/EVALUATION_NOT_FOUND/ */
  EVALUATION_NOT_FOUND: { kind: "not_found" },

  // ScaiPersona
  // The reference gives no status, the module's own pages do.
  /** There is no such persona.
   * @see https://errors.scailabs.ai/scaigrid/PERSONA_NOT_FOUND/ */
  PERSONA_NOT_FOUND: { status: 404 },
  /** The persona exists, but has not been published.
   * @see https://errors.scailabs.ai/scaigrid/PERSONA_NOT_PUBLISHED/ */
  PERSONA_NOT_PUBLISHED: { kind: "failed_precondition" },
  /** The persona cannot be published, because it names a model that is unknown.
   * @see https://errors.scailabs.ai/scaigrid/PERSONA_MODEL_NOT_FOUND/ */
  PERSONA_MODEL_NOT_FOUND: { kind: "not_found" },

  // ScaiSkills
  /** There is no such skill.
   * @see https://errors.scailabs.ai/scaigrid/SKILL_NOT_FOUND/ */
  SKILL_NOT_FOUND: { kind: "not_found" },
  /** This version of the skill has been withdrawn.
   * @see https://errors.scailabs.ai/scaigrid/SKILL_VERSION_YANKED/ */
  SKILL_VERSION_YANKED: { kind: "failed_precondition" },
  // Names the stage in `context.errors`, where every other code has `details`.
  /** A stage of the checks before publishing refused the skill; the details name it.
   * @see https://errors.scailabs.ai/scaigrid/SCAISKILLS_VALIDATION_FAILED/ */
  SCAISKILLS_VALIDATION_FAILED: { kind: "invalid_argument", details: stageErrors },
  /** The skill has already been published under this version number.
   * @see https://errors.scailabs.ai/scaigrid/SCAISKILLS_VERSION_CONFLICT/ */
  SCAISKILLS_VERSION_CONFLICT: { kind: "already_exists" },
  // Not an older name of SKILL_NOT_FOUND: the reference has that one, the module's API page this one, so both can arrive.
  /** There is no such skill, or it is private to another workspace.
   * @see https://errors.scailabs.ai/scaigrid/SCAISKILLS_SKILL_NOT_FOUND/ */
  SCAISKILLS_SKILL_NOT_FOUND: { kind: "not_found" },

  // ScaiLink
  /** There is no such session of ScaiLink.
   * @see https://errors.scailabs.ai/scaigrid/SCAILINK_SESSION_NOT_FOUND/ */
  SCAILINK_SESSION_NOT_FOUND: { kind: "not_found" },
  /** The session has not been granted this capability.
   * @see https://errors.scailabs.ai/scaigrid/SCAILINK_CAPABILITY_DENIED/ */
  SCAILINK_CAPABILITY_DENIED: { kind: "permission_denied" },
  // A 503 that stays: the registry is switched off, not overloaded.
  /** ScaiLink's registry is switched off.
   * @see https://errors.scailabs.ai/scaigrid/SCAILINK_REGISTRY_DISABLED/ */
  SCAILINK_REGISTRY_DISABLED: { status: 503, kind: "unimplemented" },

  // ScaiCore
  // It is the stored program that is wrong, not the request to start it.
  /** The core cannot start, because its stored intermediate representation is not valid.
   * @see https://errors.scailabs.ai/scaigrid/INVALID_SOURCE_IR/ */
  INVALID_SOURCE_IR: { kind: "failed_precondition" },
} as const satisfies Readonly<Record<string, CodeRow>>;
