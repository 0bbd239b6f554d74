import type { CodeDocs, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

const REFERENCE = "scaigrid/reference/error-codes";

/** The rows of one heading of the reference. */
function heading(group: string): (meaning: string) => CodeDocs {
  return (meaning) => ({ meaning, group, since: "1.0.0", page: REFERENCE });
}

/** The rows of one module: from the reference, or from the module's own page. */
function moduleCodes(module: string): (meaning: string, page?: string) => CodeDocs {
  return (meaning, page = REFERENCE) => ({ meaning, group: "Module-specific errors", module, since: "1.0.0", page });
}

const auth = heading("Authentication and authorization");
const validation = heading("Validation");
const models = heading("Models and backends");
const providers = heading("Providers");
const limits = heading("Rate limits and quotas");
const tenancy = heading("Tenancy");
const modules = heading("Modules");
const resources = heading("Resources");
const delegation = heading("Delegation");
const nodes = heading("Inference infrastructure");
const cores = heading("Cores (ScaiCore)");
const webhooks = heading("Webhooks");
const state = heading("Service state");
const sync = heading("Sync");
const fallback = heading("Generic fallback");

const bot = moduleCodes("ScaiBot");
const queue = moduleCodes("ScaiQueue");
const bunker = moduleCodes("ScaiBunker");
const matrix = moduleCodes("ScaiMatrix");
const mind = moduleCodes("ScaiMind");
const persona = moduleCodes("ScaiPersona");
const skills = moduleCodes("ScaiSkills");
const link = moduleCodes("ScaiLink");
const core = moduleCodes("ScaiCore");

/** What people read about ScaiGrid's codes. */
export const docs = {
  AUTH_TOKEN_MISSING: auth("The request came without an Authorization header."),
  AUTH_TOKEN_INVALID: auth("The token is wrong or has run out."),
  AUTH_INSUFFICIENT_SCOPE: auth("The token was issued without a scope that this call needs."),
  AUTHZ_PERMISSION_DENIED: auth("The user has not been given the permission that this call needs."),
  AUTH_FLOW_INVALID: auth("The state of an OAuth sign-in is unknown or too old; the sign-in has to start again."),
  AUTH_IDENTITY_NOT_FOUND: auth("Nobody has an account under this e-mail address."),
  SESSION_EXPIRED: auth("The session's token has run out; a refresh gives a new one."),
  SERVICE_TOKEN_INVALID: auth("The token that one service shows another is wrong."),

  VALIDATION_ERROR: validation("Fields of the request body do not match the schema; the details list them."),
  SLUG_CONFLICT: validation("Another resource already has this slug."),

  MODEL_NOT_FOUND: models("No model is offered under this slug."),
  MODEL_ACCESS_DENIED: models("The model exists, but has not been enabled for the caller's tenant."),
  MODEL_UNAVAILABLE: models("None of the backends that serve this model is healthy at the moment."),
  BACKEND_NOT_FOUND: models("There is no such backend."),
  BACKEND_ERROR: models("The provider behind the model answered with an error of its own."),
  BACKEND_TIMEOUT: models("The provider behind the model took too long to answer."),
  BACKEND_RATE_LIMITED: models("The provider behind the model is limiting ScaiGrid; the answer says how long to wait."),
  UPSTREAM_SHAPE_MISMATCH: models("The provider behind the model answered in a form that ScaiGrid cannot parse, and will do so again."),

  PROVIDER_NOT_FOUND: providers("There is no such provider."),
  PROVIDER_DISCOVERY_ERROR: providers("Asking the provider for its models did not work."),
  PROVIDER_HAS_BACKENDS: providers("The provider still has active backends, so it cannot be deleted."),

  RATE_LIMITED: limits("The key, user, tenant or partner sends more requests than ScaiGrid allows; the answer says how long to wait."),
  QUOTA_EXCEEDED: limits("A fixed quota is used up; waiting a little does not help."),
  BUDGET_EXCEEDED: limits("The budget for usage is spent until its next period begins."),
  BUDGET_NOT_FOUND: limits("There is no such budget."),

  PARTNER_NOT_FOUND: tenancy("There is no such partner."),
  TENANT_NOT_FOUND: tenancy("There is no such tenant."),
  TENANT_SUSPENDED: tenancy("An administrator has suspended the tenant."),
  PARTNER_SUSPENDED: tenancy("An administrator has suspended the partner."),

  MODULE_NOT_FOUND: modules("There is no such module."),
  MODULE_NOT_ENABLED: modules("The module is switched off for the caller's tenant."),
  MODULE_DEPENDENCY_UNAVAILABLE: modules("Another module that this one cannot do without is not available."),

  USER_NOT_FOUND: resources("There is no such user."),
  API_KEY_NOT_FOUND: resources("There is no such API key."),
  GROUP_NOT_FOUND: resources("There is no such group."),
  GROUP_ROLE_NOT_FOUND: resources("The group has no such role."),
  TENANT_TEMPLATE_NOT_FOUND: resources("There is no such template for tenants."),
  MODULE_PERMISSION_NOT_FOUND: resources("There is no such permission of a module."),
  CUSTOM_ROLE_NOT_FOUND: resources("There is no such custom role."),
  ROUTING_POLICY_NOT_FOUND: resources("There is no such routing policy."),
  MODEL_ACCESS_NOT_FOUND: resources("There is no such entry in the list of who may use a model."),
  MODEL_GROUP_NOT_FOUND: resources("There is no such group of models."),
  BATCH_NOT_FOUND: resources("There is no such batch."),
  SESSION_NOT_FOUND: resources("There is no such session."),
  ROOM_NOT_FOUND: resources("There is no such room."),
  ROOM_MEMBER_NOT_FOUND: resources("The room has no such member."),
  ROOM_ACCESS_DENIED: resources("The caller is not a member of the room."),
  RESPONSE_NOT_FOUND: resources("There is no such stored response of the OpenAI-compatible Responses API."),
  WEBHOOK_NOT_FOUND: resources("There is no such webhook."),
  CHECKPOINT_NOT_FOUND: resources("There is no such checkpoint."),
  CHECKPOINT_ALREADY_RESOLVED: resources("Somebody has resolved the checkpoint before."),
  CHECKPOINT_ASSIGNEE_DENIED: resources("The checkpoint is for others to resolve, not for this user."),

  DELEGATION_INVALID: delegation("The scopes to be delegated go beyond what the user may do."),

  INFERENCE_NODE_NOT_FOUND: nodes("ScaiInfer has no such node."),
  NODE_NOT_ONLINE: nodes("The command works only on a node that is online, and this one is not."),
  NODE_UNAVAILABLE: nodes("No connection to the node could be made."),
  REGISTRY_NOT_AVAILABLE: nodes("This node has no registry that could be browsed."),

  CORE_NOT_FOUND: cores("There is no such core."),

  WEBHOOK_VERIFICATION_ERROR: webhooks("The signature of an incoming webhook call does not fit its content."),

  SERVICE_DRAINING: state("The gateway is shutting down and takes no new requests; another instance will shortly."),
  SERVICE_UNAVAILABLE: state("Something that ScaiGrid needs, such as Redis or MariaDB, is down."),

  SYNC_ERROR: sync("Fetching users and tenants from ScaiKey did not work."),

  INTERNAL_ERROR: fallback("Something in ScaiGrid broke that nobody expected; quote the request id when reporting it."),

  SCAIBOT_BOT_NOT_FOUND: bot("There is no such bot."),
  SCAIBOT_CONVERSATION_NOT_FOUND: bot("There is no such conversation with a bot."),

  SCAIQUEUE_MESSAGE_NOT_FOUND: queue("The queue has no such message."),
  SCAIQUEUE_CLAIM_INVALID: queue("The consumer's claim on a message does not hold, or does not hold any longer."),
  SCAIQUEUE_SCOPE_PAUSED: queue("The scope that was published to is paused, archived or draining.", "scaigrid/scaiqueue/troubleshooting"),
  SCAIQUEUE_QUEUE_PAUSED: queue("The queue that was published to is paused.", "scaigrid/scaiqueue/troubleshooting"),
  SCAIQUEUE_QUEUE_FULL: queue(
    "The queue is at its greatest depth and set to refuse what exceeds it.",
    "scaigrid/scaiqueue/troubleshooting",
  ),
  SCAIQUEUE_IDEMPOTENCY_CONFLICT: queue(
    "The idempotency key was used before for a message with another body.",
    "scaigrid/scaiqueue/troubleshooting",
  ),

  BUNKER_NOT_FOUND: bunker("There is no such bunker."),
  BUNKER_NOT_RUNNING: bunker("The bunker has to be running for this, and is not."),
  BUNKER_QUOTA_EXCEEDED: bunker("A quota for bunkers is used up."),
  BUNKER_TRANSITION_ERROR: bunker("The bunker cannot go from the state it is in to the one that was asked for."),
  WORKER_UNAVAILABLE: bunker("The worker that has the bunker cannot be reached."),
  NO_SUITABLE_WORKER: bunker("No worker meets what the bunker asks for."),
  IMAGE_NOT_FOUND: bunker("There is no such image."),
  BRIDGE_NOT_FOUND: bunker("There is no such bridge."),
  AVAILABILITY_GROUP_NOT_FOUND: bunker("There is no such availability group."),
  QUOTA_PROFILE_NOT_FOUND: bunker("There is no such profile of quotas."),
  QUOTA_ASSIGNMENT_CONFLICT: bunker("The quota cannot be assigned next to another assignment."),
  LIFECYCLE_MODE_DENIED: bunker("The caller may not use this lifecycle mode."),
  NETWORK_PROFILE_DENIED: bunker("The caller may not use this network profile."),
  PEERS_BAD_SHA: bunker("The checksum sent for a list of peers is not a valid one."),
  PEERS_MISSING_WORKER_HEADER: bunker("A request about peers lacks the header that names the worker."),
  INTERFACES_NOT_ALLOWED: bunker(
    "Network interfaces were given where none may be, to judge by the name.",
    "scaigrid/scaibunker/troubleshooting",
  ),
  TRANSIT_MISSING_INTERFACES: bunker(
    "A transit network was given no interfaces, to judge by the name.",
    "scaigrid/scaibunker/troubleshooting",
  ),

  COLLECTION_NOT_FOUND: matrix("There is no such collection."),
  DOCUMENT_NOT_FOUND: matrix("There is no such document."),
  INVALID_ACE: matrix("An entry of an access-control list is not valid.", "scaigrid/scaimatrix"),

  TRAINING_JOB_NOT_FOUND: mind("There is no such training job."),
  EVALUATION_NOT_FOUND: mind("There is no such evaluation."),

  PERSONA_NOT_FOUND: persona("There is no such persona."),
  PERSONA_NOT_PUBLISHED: persona("The persona exists, but has not been published."),
  PERSONA_MODEL_NOT_FOUND: persona("The persona cannot be published, because it names a model that is unknown.", "scaigrid/scaipersona"),

  SKILL_NOT_FOUND: skills("There is no such skill."),
  SKILL_VERSION_YANKED: skills("This version of the skill has been withdrawn."),
  SCAISKILLS_VALIDATION_FAILED: skills(
    "A stage of the checks before publishing refused the skill; the details name it.",
    "scaigrid/scaiskills/troubleshooting",
  ),
  SCAISKILLS_VERSION_CONFLICT: skills(
    "The skill has already been published under this version number.",
    "scaigrid/scaiskills/troubleshooting",
  ),
  SCAISKILLS_SKILL_NOT_FOUND: skills("There is no such skill, or it is private to another workspace.", "scaigrid/scaiskills/reference/api"),

  SCAILINK_SESSION_NOT_FOUND: link("There is no such session of ScaiLink."),
  SCAILINK_CAPABILITY_DENIED: link("The session has not been granted this capability."),
  SCAILINK_REGISTRY_DISABLED: link("ScaiLink's registry is switched off.", "scaigrid/scailink/troubleshooting"),

  INVALID_SOURCE_IR: core(
    "The core cannot start, because its stored intermediate representation is not valid.",
    "scaigrid/modules/scaicore/troubleshooting",
  ),
} satisfies DocsOf<typeof rows>;
