import type { CodeDocs, CodeText, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

export { helpUrl } from "@scai-errors/core";

const REFERENCE = "scaigrid/reference/error-codes";

/** The rows of one heading of the reference. */
function heading(group: string): (text: CodeText) => CodeDocs {
  return (text) => ({ ...text, group, since: "1.0.0", page: REFERENCE });
}

/** The rows of one module: from the reference, or from the module's own page. */
function moduleCodes(module: string): (text: CodeText, page?: string) => CodeDocs {
  return (text, page = REFERENCE) => ({ ...text, group: "Module-specific errors", module, since: "1.0.0", page });
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
  AUTH_TOKEN_MISSING: auth({
    meaning: "The request came without an Authorization header.",
    cause: "The request has no `Authorization` header, often because a proxy or a redirect to another host dropped it.",
    fix: "Send `Authorization: Bearer <token>` with an API key (`sgk_…`) or a session's token. If the program does set it, look at what arrives behind the proxy.",
    origin: "caller",
  }),
  AUTH_TOKEN_INVALID: auth({
    meaning: "The token is wrong or has expired.",
    cause: "The bearer token or `sgk_…` key is mistyped, revoked or past its expiry. ScaiGrid also uses this code for expired tokens.",
    fix: "Refresh a session's token once at `/v1/auth/refresh`; replace an API key that was revoked. Sending the same token again gives the same answer.",
    origin: "caller",
  }),
  AUTH_INSUFFICIENT_SCOPE: auth({
    meaning: "The token was issued without a scope that this call needs.",
    cause: "The token was issued with fewer scopes than the endpoint asks for, whatever its user may do.",
    fix: "Issue a token or API key that includes the scope named in the message, and use it for this call.",
    origin: "caller",
  }),
  AUTHZ_PERMISSION_DENIED: auth({
    meaning: "The user has not been given the permission that this call needs.",
    cause: "The token is good, but no role of its user, nor of the user's groups, grants the permission that the endpoint requires.",
    fix: "Have an administrator of the tenant give the user a role with this permission, or call with an account that has it.",
    origin: "caller",
  }),
  AUTH_FLOW_INVALID: auth({
    meaning: "The state of an OAuth sign-in is unknown or too old; the sign-in has to start again.",
    cause: "The `state` that came back from the OAuth sign-in was never issued, was used before, or sat too long on the sign-in page.",
    fix: "Begin the sign-in again from its first redirect and return the new `state` unchanged. Reloading the callback page does not help.",
    origin: "caller",
  }),
  AUTH_IDENTITY_NOT_FOUND: auth({
    meaning: "Nobody has an account under this e-mail address.",
    cause: "The e-mail address that was given for sign-in belongs to no account in ScaiGrid.",
    fix: "Correct the address, or have the user invited or synchronised from ScaiKey before signing in.",
    origin: "caller",
  }),
  SESSION_EXPIRED: auth({
    meaning: "The session's token has expired; a refresh gives a new one.",
    cause: "The session's access token has reached its end of life while the program was still using it.",
    fix: "Call `/v1/auth/refresh`, store the new token and send the request again. If the refresh is refused too, let the user sign in.",
    origin: "caller",
  }),
  SERVICE_TOKEN_INVALID: auth({
    meaning: "The token that one service shows another is wrong.",
    cause: "The service token of an internal call is not the one that ScaiGrid expects, as after a rotation on only one side.",
    fix: "Deploy the current service token to the calling service. User tokens and API keys are not accepted in its place.",
    origin: "caller",
  }),

  VALIDATION_ERROR: validation({
    meaning: "Fields of the request body do not match the schema; the details list them.",
    cause: "At least one field of the request body is missing, has the wrong type or breaks a limit of the schema.",
    fix: "Go through `error.details`, which names each `field` with a `message`, and correct those fields.",
    origin: "caller",
  }),
  SLUG_CONFLICT: validation({
    meaning: "Another resource already has this slug.",
    cause: "A resource of this kind with the same `slug` exists, perhaps from an earlier attempt that did succeed.",
    fix: "Choose another `slug`, or read the existing resource and update that one.",
    origin: "caller",
  }),

  MODEL_NOT_FOUND: models({
    meaning: "No model is offered under this slug.",
    cause: "The `model` of the request is not the slug of any frontend model; names used by the provider itself do not count.",
    fix: "List the models of the API and send one of those slugs, spelt exactly like there.",
    origin: "caller",
  }),
  MODEL_ACCESS_DENIED: models({
    meaning: "The model exists, but has not been enabled for the caller's tenant.",
    cause: "The model is set up in ScaiGrid, but nobody has enabled it for the tenant that the token belongs to.",
    fix: "Ask the tenant's or partner's administrator to enable the model, or pick one that the tenant has.",
    origin: "caller",
  }),
  MODEL_UNAVAILABLE: models({
    meaning: "None of the backends that serve this model is healthy at the moment.",
    cause:
      "Health checks have taken the model out of rotation at each provider that could serve it, so there is nowhere to send the prompt.",
    fix: "Wait, try again with increasing delays, or fall back to another model. If it lasts, an operator has to look at the model's backends.",
    origin: "upstream",
  }),
  BACKEND_NOT_FOUND: models({
    meaning: "There is no such backend.",
    cause: "The backend id in the path is wrong, or an administrator has removed that backend.",
    fix: "List the backends of the provider or model, and use an id from the list.",
    origin: "caller",
  }),
  BACKEND_ERROR: models({
    meaning: "The provider behind the model answered with an error of its own.",
    cause: "The request reached the provider, which answered with an error of its own.",
    fix: "Repeat the call once. If the second try fails as well, use another model, or check the provider's status page and the backend's credentials.",
    origin: "upstream",
  }),
  BACKEND_TIMEOUT: models({
    meaning: "The provider behind the model took too long to answer.",
    cause: "The provider gave no complete answer in the time that ScaiGrid allows it, typically for long outputs or at its busy hours.",
    fix: "Try again with increasing delays. Ask for fewer output tokens, or stream the answer, if it happens with the same prompt each time.",
    origin: "upstream",
  }),
  BACKEND_RATE_LIMITED: models({
    meaning: "The provider behind the model is limiting ScaiGrid; the response says how long to wait.",
    cause: "ScaiGrid's own account at the provider is over its limit. Your requests per minute at ScaiGrid are not the reason.",
    fix: "Wait as long as `retry_after` says before the next try, and spread batch work out. Another model whose provider has room answers at once.",
    origin: "upstream",
  }),
  UPSTREAM_SHAPE_MISMATCH: models({
    meaning: "The provider behind the model answered in a form that ScaiGrid cannot parse, and will do so again.",
    cause:
      "The provider sent JSON or event frames that ScaiGrid's parser for this backend does not know, as after a change of the provider's API.",
    fix: "Open a ticket with the model and `meta.request_id`. Until it is resolved, use a model of another provider.",
    origin: "upstream",
  }),

  PROVIDER_NOT_FOUND: providers({
    meaning: "There is no such provider.",
    cause: "The provider id in the request is not one that is configured in ScaiGrid.",
    fix: "List the providers and take the id from there; a provider's display name is no id.",
    origin: "caller",
  }),
  PROVIDER_DISCOVERY_ERROR: providers({
    meaning: "Asking the provider for its models did not work.",
    cause:
      "ScaiGrid asked the provider which models it offers, and got no usable list: the address or the credentials may be wrong, or the provider is down.",
    fix: "Check the provider's base URL and API key in its settings, then start the discovery again.",
    origin: "upstream",
  }),
  PROVIDER_HAS_BACKENDS: providers({
    meaning: "The provider still has active backends, so it cannot be deleted.",
    cause: "Active backends still point at the provider that was to be deleted.",
    fix: "Delete or disable its backends first, then delete the provider.",
    origin: "caller",
  }),

  RATE_LIMITED: limits({
    meaning: "The key, user, tenant or partner sends more requests than ScaiGrid allows; the response says how long to wait.",
    cause: "A limit on requests within 60 seconds was passed. By default a key has 60, a user 120, a tenant 1000 and a partner 5000.",
    fix: "Wait for `Retry-After` seconds before the next request. Slow down when `X-Scaigrid-Ratelimit-Remaining` nears 0, or ask for a higher limit.",
    origin: "caller",
  }),
  QUOTA_EXCEEDED: limits({
    meaning: "A fixed quota is used up; waiting a little does not help.",
    cause: "The account has used up a hard quota, which does not refill within minutes as the rate limit does.",
    fix: "Stop sending and have an administrator raise the quota. Retrying only adds refused requests.",
    origin: "caller",
  }),
  BUDGET_EXCEEDED: limits({
    meaning: "The budget for usage is spent until its next period begins.",
    cause: "What was used in this period has reached the amount of a usage budget that covers the caller.",
    fix: "Wait until the budget's next period, or have whoever owns the budget raise its amount.",
    origin: "caller",
  }),
  BUDGET_NOT_FOUND: limits({
    meaning: "There is no such budget.",
    cause: "The budget id in the path matches no budget that exists.",
    fix: "List the budgets and copy the id; it may have been deleted with its owner.",
    origin: "caller",
  }),

  PARTNER_NOT_FOUND: tenancy({
    meaning: "There is no such partner.",
    cause: "The partner id of the request is unknown to ScaiGrid.",
    fix: "Check the partner id in the path or in the program's configuration against the list of partners.",
    origin: "caller",
  }),
  TENANT_NOT_FOUND: tenancy({
    meaning: "There is no such tenant.",
    cause: "The tenant id or slug of the request names no tenant, as when staging ids are used against production.",
    fix: "Compare the tenant in the path with the one that the token was issued for.",
    origin: "caller",
  }),
  TENANT_SUSPENDED: tenancy({
    meaning: "An administrator has suspended the tenant.",
    cause: "An administrator has suspended the tenant, which blocks every user and key in it.",
    fix: "Contact the partner or the platform's support to lift the suspension. Other keys of the same tenant fail alike.",
    origin: "caller",
  }),
  PARTNER_SUSPENDED: tenancy({
    meaning: "An administrator has suspended the partner.",
    cause: "The partner above the tenant is suspended by an administrator, and all its tenants with it.",
    fix: "The partner has to settle the suspension with the platform's support; the tenant can do nothing about it.",
    origin: "caller",
  }),

  MODULE_NOT_FOUND: modules({
    meaning: "There is no such module.",
    cause: "The name after `/v1/modules/` belongs to no module of this installation.",
    fix: "List the modules and use the name as written there, in lower case.",
    origin: "caller",
  }),
  MODULE_NOT_ENABLED: modules({
    meaning: "The module is switched off for the caller's tenant.",
    cause: "The module is installed, but its switch is off for the tenant of the token.",
    fix: "Have the tenant's administrator enable the module, then send the request again.",
    origin: "caller",
  }),
  MODULE_DEPENDENCY_UNAVAILABLE: modules({
    meaning: "Another module that this one cannot do without is not available.",
    cause: "The module was asked for something that it delegates to another module, and that other module is disabled or not running.",
    fix: "Enable the module that the message names for the tenant. If it is enabled, report its outage to the operator.",
    origin: "service",
  }),

  USER_NOT_FOUND: resources({
    meaning: "There is no such user.",
    cause: "No user of the tenant has the id in the request; a user may have been removed by the last sync from ScaiKey.",
    fix: "Search the tenant's users by e-mail and use the id that is found.",
    origin: "caller",
  }),
  API_KEY_NOT_FOUND: resources({
    meaning: "There is no such API key.",
    cause: "The id in the path is none of the tenant's API keys. The secret `sgk_…` value is not the id.",
    fix: "List the API keys and use the `id` of the entry, not the key itself.",
    origin: "caller",
  }),
  GROUP_NOT_FOUND: resources({
    meaning: "There is no such group.",
    cause: "The group id in the request matches no group of the tenant.",
    fix: "List the tenant's groups, and check that the id was not taken from another tenant.",
    origin: "caller",
  }),
  GROUP_ROLE_NOT_FOUND: resources({
    meaning: "The group has no such role.",
    cause: "The role that was to be read or removed is not assigned to this group.",
    fix: "Read the group's roles first. If the aim was to remove it, there is nothing left to do.",
    origin: "caller",
  }),
  TENANT_TEMPLATE_NOT_FOUND: resources({
    meaning: "There is no such template for tenants.",
    cause: "A tenant was to be made from a template, or a template to be changed, and no template has that id.",
    fix: "List the tenant templates of the partner and choose one of them.",
    origin: "caller",
  }),
  MODULE_PERMISSION_NOT_FOUND: resources({
    meaning: "There is no such permission of a module.",
    cause: "The module declares no permission of that name, perhaps because a version of it renamed the permission.",
    fix: "Read the permissions that the module declares, and correct the name in the role.",
    origin: "caller",
  }),
  CUSTOM_ROLE_NOT_FOUND: resources({
    meaning: "There is no such custom role.",
    cause: "The id of the custom role is wrong, or the role was deleted while something still refers to it.",
    fix: "List the custom roles of the tenant. Built-in roles are not among them.",
    origin: "caller",
  }),
  ROUTING_POLICY_NOT_FOUND: resources({
    meaning: "There is no such routing policy.",
    cause: "The id of the routing policy in the request fits none that is stored.",
    fix: "List the routing policies, then point the model or the request at one of them.",
    origin: "caller",
  }),
  MODEL_ACCESS_NOT_FOUND: resources({
    meaning: "There is no such entry in the list of who may use a model.",
    cause: "The entry that grants a tenant the use of a model is gone or was never made.",
    fix: "List the model's access entries. To let the tenant use the model, create an entry and do not update one.",
    origin: "caller",
  }),
  MODEL_GROUP_NOT_FOUND: resources({
    meaning: "There is no such group of models.",
    cause: "No group of models has the id that was sent.",
    fix: "List the model groups and use an id from there; a model's slug is no group id.",
    origin: "caller",
  }),
  BATCH_NOT_FOUND: resources({
    meaning: "There is no such batch.",
    cause: "The batch id is unknown, or it belongs to a tenant other than the token's.",
    fix: "Use the id that creating the batch returned, with a token of the same tenant.",
    origin: "caller",
  }),
  SESSION_NOT_FOUND: resources({
    meaning: "There is no such session.",
    cause: "The session id in the path names no session; it may have ended or been deleted.",
    fix: "List the sessions, or create a new one and go on with its id.",
    origin: "caller",
  }),
  ROOM_NOT_FOUND: resources({
    meaning: "There is no such room.",
    cause: "No room has the id in the path, as after the room was deleted.",
    fix: "List the rooms that the user is in, and open one of them.",
    origin: "caller",
  }),
  ROOM_MEMBER_NOT_FOUND: resources({
    meaning: "The room has no such member.",
    cause: "The user named in the request is not a member of this room.",
    fix: "Read the room's members. Add the user first if the call was to change their role.",
    origin: "caller",
  }),
  ROOM_ACCESS_DENIED: resources({
    meaning: "The caller is not a member of the room.",
    cause: "The room exists, and the user of the token is not one of its members.",
    fix: "Have a member invite the user to the room, or call with a member's token.",
    origin: "caller",
  }),
  RESPONSE_NOT_FOUND: resources({
    meaning: "There is no such stored response of the OpenAI-compatible Responses API.",
    cause: "The id of a stored response, as in `previous_response_id`, is wrong or was stored under another tenant or not at all.",
    fix: "Use the `id` of a response that was created with storing switched on. Otherwise send the earlier turns again as input.",
    origin: "caller",
  }),
  WEBHOOK_NOT_FOUND: resources({
    meaning: "There is no such webhook.",
    cause: "The webhook id in the path belongs to no webhook of the tenant.",
    fix: "List the webhooks. One that was deleted has to be created and given its secret anew.",
    origin: "caller",
  }),
  CHECKPOINT_NOT_FOUND: resources({
    meaning: "There is no such checkpoint.",
    cause: "No checkpoint waits under this id, perhaps because its run has ended.",
    fix: "List the open checkpoints of the run, and resolve one of those.",
    origin: "caller",
  }),
  CHECKPOINT_ALREADY_RESOLVED: resources({
    meaning: "Somebody has resolved the checkpoint before.",
    cause: "Another person or process approved or rejected the checkpoint before this request came.",
    fix: "Read the checkpoint to see the decision. It cannot be made a second time.",
    origin: "caller",
  }),
  CHECKPOINT_ASSIGNEE_DENIED: resources({
    meaning: "The checkpoint is for others to resolve, not for this user.",
    cause: "The checkpoint is assigned to particular people, and the user of the token is none of them.",
    fix: "Let one of the assignees resolve it, or have the checkpoint assigned to this user.",
    origin: "caller",
  }),

  DELEGATION_INVALID: delegation({
    meaning: "The scopes to be delegated go beyond what the user may do.",
    cause: "The delegation asks for scopes that the delegating user does not have, and nobody can hand on more than their own.",
    fix: "Remove the scopes that the user lacks from the request, or have the user be granted them before.",
    origin: "caller",
  }),

  INFERENCE_NODE_NOT_FOUND: nodes({
    meaning: "ScaiInfer has no such node.",
    cause: "No ScaiInfer node is registered under the id in the path.",
    fix: "List the inference nodes. A node that was reinstalled has registered under a new id.",
    origin: "caller",
  }),
  NODE_NOT_ONLINE: nodes({
    meaning: "The command works only on a node that is online, and this one is not.",
    cause: "The command was sent to a node that has not reported in, or has been taken offline.",
    fix: "Bring the ScaiInfer node up, wait until its status is online, and send the command again.",
    origin: "caller",
  }),
  NODE_UNAVAILABLE: nodes({
    meaning: "No connection to the node could be made.",
    cause: "ScaiGrid knows the ScaiInfer node, but could not open a connection to it: the host is down or a firewall is in between.",
    fix: "Check that the node runs and can be reached from the gateway's network; then try again with pauses.",
    origin: "upstream",
  }),
  REGISTRY_NOT_AVAILABLE: nodes({
    meaning: "This node has no registry that could be browsed.",
    cause: "The runtime that the ScaiInfer node uses was made without a list of models to choose from.",
    fix: "Name the model to load directly, or browse on a node whose runtime has a registry.",
    origin: "service",
  }),

  CORE_NOT_FOUND: cores({
    meaning: "There is no such core.",
    cause: "The id in the request is that of no ScaiCore core of the tenant.",
    fix: "List the tenant's cores. If it was deleted, deploy it again and use the new id.",
    origin: "caller",
  }),

  WEBHOOK_VERIFICATION_ERROR: webhooks({
    meaning: "The signature of an incoming webhook call does not fit its content.",
    cause: "The signature of the incoming webhook call was made with another secret, or the body was changed after signing.",
    fix: "Sign the raw bytes of the body with the secret that ScaiGrid has for this sender. Parsing and serialising it in between changes the bytes.",
    origin: "caller",
  }),

  SERVICE_DRAINING: state({
    meaning: "The gateway is shutting down and takes no new requests; another instance will shortly.",
    cause: "This gateway instance is being shut down for a deployment or scaling and sends new requests away.",
    fix: "Wait for `Retry-After` seconds, or about a second where it is missing, and send the request again; another instance takes it.",
    origin: "service",
  }),
  SERVICE_UNAVAILABLE: state({
    meaning: "Something that ScaiGrid needs, such as Redis or MariaDB, is down.",
    cause: "Redis, MariaDB or another dependency that the gateway cannot do without is not reachable.",
    fix: "Send the request again with increasing delays. `/health/ready` shows which check fails, and the operator has to repair it.",
    origin: "service",
  }),

  SYNC_ERROR: sync({
    meaning: "Fetching users and tenants from ScaiKey did not work.",
    cause: "ScaiGrid asked ScaiKey for users, groups or tenants, and the request failed or was refused.",
    fix: "Run the sync again in a while. If it fails each time, check that ScaiKey is up and that ScaiGrid's credentials for it are valid.",
    origin: "upstream",
  }),

  INTERNAL_ERROR: fallback({
    meaning: "Something in ScaiGrid broke that nobody expected; quote the request id when reporting it.",
    cause: "A fault in ScaiGrid that no other code describes ended the request.",
    fix: "Send it once more if that can do no harm. If it fails again, report it with `meta.request_id` and the time.",
    origin: "service",
  }),

  SCAIBOT_BOT_NOT_FOUND: bot({
    meaning: "There is no such bot.",
    cause: "The bot id in the request is wrong, or the bot has been archived or deleted.",
    fix: "List the bots of the tenant. An embed on a website needs the id of a bot that is still published.",
    origin: "caller",
  }),
  SCAIBOT_CONVERSATION_NOT_FOUND: bot({
    meaning: "There is no such conversation with a bot.",
    cause: "The conversation id does not belong to this bot, or the conversation was deleted.",
    fix: "Start a new conversation with the bot and keep the id it returns.",
    origin: "caller",
  }),

  SCAIQUEUE_MESSAGE_NOT_FOUND: queue({
    meaning: "The queue has no such message.",
    cause: "The message was acknowledged, has expired or was never in this queue.",
    fix: "Take the message id from a claim or from the publish call, and check that the queue is the same.",
    origin: "caller",
  }),
  SCAIQUEUE_CLAIM_INVALID: queue({
    meaning: "The consumer's claim on a message does not hold, or does not hold any longer.",
    cause: "The consumer held the message longer than its claim lasts, or another consumer has claimed it since.",
    fix: "Drop the result, claim the next message, and extend the claim in time when work takes long.",
    origin: "caller",
  }),
  SCAIQUEUE_SCOPE_PAUSED: queue(
    {
      meaning: "The scope that was published to is paused, archived or draining.",
      cause: "An operator has paused, archived or begun to drain the scope, so it takes no new messages.",
      fix: "Resume the scope, or publish to another one. An archived scope does not come back by waiting.",
      origin: "caller",
    },
    "scaigrid/scaiqueue/troubleshooting",
  ),
  SCAIQUEUE_QUEUE_PAUSED: queue(
    {
      meaning: "The queue that was published to is paused.",
      cause: "Somebody has paused this one queue; others of the scope may go on.",
      fix: "Resume the queue, then publish the message again.",
      origin: "caller",
    },
    "scaigrid/scaiqueue/troubleshooting",
  ),
  SCAIQUEUE_QUEUE_FULL: queue(
    {
      meaning: "The queue is at its greatest depth and set to refuse what exceeds it.",
      cause: "As many messages wait as `max_depth` allows, and the overflow policy of the queue is `reject`.",
      fix: "Publish again after a pause, add consumers, or raise `max_depth` or choose another overflow policy.",
      origin: "caller",
    },
    "scaigrid/scaiqueue/troubleshooting",
  ),
  SCAIQUEUE_IDEMPOTENCY_CONFLICT: queue(
    {
      meaning: "The idempotency key was used before for a message with another body.",
      cause: "The `idempotency_key` was sent before with a body that differs from this one.",
      fix: "Use a new `idempotency_key` for a new message. To repeat the earlier one, send exactly its body: that returns the first message's id.",
      origin: "caller",
    },
    "scaigrid/scaiqueue/troubleshooting",
  ),

  BUNKER_NOT_FOUND: bunker({
    meaning: "There is no such bunker.",
    cause: "No bunker of the tenant has the id in the path; those that were destroyed lose theirs.",
    fix: "List the bunkers, or create one and use its id.",
    origin: "caller",
  }),
  BUNKER_NOT_RUNNING: bunker({
    meaning: "The bunker has to be running for this, and is not.",
    cause: "A command, a file or a shell was asked of a bunker that is stopped or still starting.",
    fix: "Start the bunker, wait until its state is running, and send the request again.",
    origin: "caller",
  }),
  BUNKER_QUOTA_EXCEEDED: bunker({
    meaning: "A quota for bunkers is used up.",
    cause: "The quota profile that applies to the caller does not allow what this request would add.",
    fix: "Stop or delete a bunker that is not needed, ask for a smaller one, or have the quota profile raised.",
    origin: "caller",
  }),
  BUNKER_TRANSITION_ERROR: bunker({
    meaning: "The bunker cannot go from the state it is in to the one that was asked for.",
    cause: "The requested change of state is not possible from the present one, such as pausing what is stopped.",
    fix: "Read the bunker's state, then ask only for a change that this state allows.",
    origin: "caller",
  }),
  WORKER_UNAVAILABLE: bunker({
    meaning: "The worker that has the bunker cannot be reached.",
    cause: "The worker host on which the bunker lives does not answer the control plane.",
    fix: "Try again with pauses. If the worker stays away, an operator has to restore it before the bunker can be used.",
    origin: "service",
  }),
  NO_SUITABLE_WORKER: bunker({
    meaning: "No worker meets what the bunker asks for.",
    cause: "No worker has room for the bunker, or none offers what it asks for.",
    fix: "Try again with increasing delays, since others stop in time, or ask for a smaller bunker. An operator can add workers.",
    origin: "service",
  }),
  IMAGE_NOT_FOUND: bunker({
    meaning: "There is no such image.",
    cause: "The image named for the bunker is not in the catalogue, or its tag is gone.",
    fix: "List the images and use a name and tag from there.",
    origin: "caller",
  }),
  BRIDGE_NOT_FOUND: bunker({
    meaning: "There is no such bridge.",
    cause: "The network bridge that the request names is not defined.",
    fix: "List the bridges of the installation, and correct the name in the network settings.",
    origin: "caller",
  }),
  AVAILABILITY_GROUP_NOT_FOUND: bunker({
    meaning: "There is no such availability group.",
    cause: "No availability group has this id, so the bunker cannot be placed in it.",
    fix: "Create the availability group first, or leave it out of the request.",
    origin: "caller",
  }),
  QUOTA_PROFILE_NOT_FOUND: bunker({
    meaning: "There is no such profile of quotas.",
    cause: "The quota profile that was to be read or assigned does not exist.",
    fix: "List the quota profiles and take the id of one of them.",
    origin: "caller",
  }),
  QUOTA_ASSIGNMENT_CONFLICT: bunker({
    meaning: "The quota cannot be assigned next to another assignment.",
    cause: "The user, group or tenant has a quota assignment already, and the new one collides with it.",
    fix: "Read the present assignments, remove or change the one in the way, and assign again.",
    origin: "caller",
  }),
  LIFECYCLE_MODE_DENIED: bunker({
    meaning: "The caller may not use this lifecycle mode.",
    cause: "Policy keeps this lifecycle mode from the caller.",
    fix: "Choose a lifecycle mode that the tenant's policy allows, or have an administrator permit this one.",
    origin: "caller",
  }),
  NETWORK_PROFILE_DENIED: bunker({
    meaning: "The caller may not use this network profile.",
    cause: "The network profile that the bunker asks for is reserved for others.",
    fix: "Ask for a profile that the tenant may use, or have an administrator grant this one.",
    origin: "caller",
  }),
  PEERS_BAD_SHA: bunker({
    meaning: "The checksum sent for a list of peers is not a valid one.",
    cause: "The hash that the worker sent with its list of peers is malformed or does not fit the list.",
    fix: "Compute the hash over the exact list that is sent. This call is one of worker software, so update the worker if it made the request.",
    origin: "caller",
  }),
  PEERS_MISSING_WORKER_HEADER: bunker({
    meaning: "A request about peers lacks the header that names the worker.",
    cause: "The peers endpoint was called without the header in which a worker names itself.",
    fix: "Send the worker's header, as the worker agent does. Users and their programs have no reason to call this endpoint.",
    origin: "caller",
  }),
  INTERFACES_NOT_ALLOWED: bunker(
    {
      meaning: "Network interfaces were given where none may be, to judge by the name.",
      cause:
        "The network definition lists `interfaces`, which this type of network does not take. The pages do not explain this code; its name says so.",
      fix: "Remove the interfaces from the network, or choose a network type that takes them.",
      origin: "caller",
    },
    "scaigrid/scaibunker/troubleshooting",
  ),
  TRANSIT_MISSING_INTERFACES: bunker(
    {
      meaning: "A transit network was given no interfaces, to judge by the name.",
      cause: "A transit network was defined without the interfaces that it would connect. The name of the code is all that the pages say.",
      fix: "Add the interfaces that the transit network has to join.",
      origin: "caller",
    },
    "scaigrid/scaibunker/troubleshooting",
  ),

  COLLECTION_NOT_FOUND: matrix({
    meaning: "There is no such collection.",
    cause: "The collection id or name is not known to ScaiMatrix in this tenant.",
    fix: "List the collections, or create the collection before adding documents or searching.",
    origin: "caller",
  }),
  DOCUMENT_NOT_FOUND: matrix({
    meaning: "There is no such document.",
    cause: "The collection holds no document of this id; it may have been deleted or never finished its upload.",
    fix: "List the collection's documents. Upload it again where it is missing.",
    origin: "caller",
  }),
  INVALID_ACE: matrix(
    {
      meaning: "An entry of an access-control list is not valid.",
      cause: "An access-control entry names no known principal or permission, or lacks one of the two.",
      fix: "Correct the entry in the list that was sent: each needs a principal that exists and a permission that ScaiMatrix has.",
      origin: "caller",
    },
    "scaigrid/scaimatrix",
  ),

  TRAINING_JOB_NOT_FOUND: mind({
    meaning: "There is no such training job.",
    cause: "ScaiMind has no training job under the id in the path.",
    fix: "List the training jobs and use the id that starting the job returned.",
    origin: "caller",
  }),
  EVALUATION_NOT_FOUND: mind({
    meaning: "There is no such evaluation.",
    cause: "ScaiMind has no evaluation under the id in the path.",
    fix: "List the evaluations of the model, or start a new one.",
    origin: "caller",
  }),

  PERSONA_NOT_FOUND: persona({
    meaning: "There is no such persona.",
    cause: "The persona's id or slug is wrong, or its owner has deleted it.",
    fix: "List the personas that the user may see, and use one of their ids.",
    origin: "caller",
  }),
  PERSONA_NOT_PUBLISHED: persona({
    meaning: "The persona exists, but has not been published.",
    cause: "The persona is still a draft, and only published ones can be used by others.",
    fix: "Publish the persona, or test the draft from its owner's account.",
    origin: "caller",
  }),
  PERSONA_MODEL_NOT_FOUND: persona(
    {
      meaning: "The persona cannot be published, because it names a model that is unknown.",
      cause: "The persona's settings name a model slug that ScaiGrid does not offer, so it cannot be published.",
      fix: "Set the persona's model to a slug from the list of models, then publish again.",
      origin: "caller",
    },
    "scaigrid/scaipersona",
  ),

  SKILL_NOT_FOUND: skills({
    meaning: "There is no such skill.",
    cause: "No skill with this name or id is in the registry that was asked.",
    fix: "Search the registry of skills, and check the workspace in front of the name.",
    origin: "caller",
  }),
  SKILL_VERSION_YANKED: skills({
    meaning: "This version of the skill has been withdrawn.",
    cause: "The publisher has withdrawn this version of the skill, as one does with a broken or unsafe release.",
    fix: "Move to a newer version of the skill. Do not pin the withdrawn one.",
    origin: "caller",
  }),
  SCAISKILLS_VALIDATION_FAILED: skills(
    {
      meaning: "A stage of the checks before publishing refused the skill; the details name it.",
      cause: "One of the stages that check a skill before it is published found a problem.",
      fix: "Read `context.errors` in the answer: it names the stage that failed and why. Correct the skill and publish again.",
      origin: "caller",
    },
    "scaigrid/scaiskills/troubleshooting",
  ),
  SCAISKILLS_VERSION_CONFLICT: skills(
    {
      meaning: "The skill has already been published under this version number.",
      cause: "The semver number in the skill's manifest was published before, and a published version never changes.",
      fix: "Raise the version in the manifest and publish that.",
      origin: "caller",
    },
    "scaigrid/scaiskills/troubleshooting",
  ),
  SCAISKILLS_SKILL_NOT_FOUND: skills(
    {
      meaning: "There is no such skill, or it is private to another workspace.",
      cause: "The name is mistyped, or the skill is private to another workspace, which looks the same from outside.",
      fix: "Check the spelling. If another workspace owns the skill, ask it to share the skill with yours.",
      origin: "caller",
    },
    "scaigrid/scaiskills/reference/api",
  ),

  SCAILINK_SESSION_NOT_FOUND: link({
    meaning: "There is no such session of ScaiLink.",
    cause: "The ScaiLink session has ended, or its id belongs to another user.",
    fix: "Open a new connection to `/v1/scailink/ws` and begin it with `session_init`.",
    origin: "caller",
  }),
  SCAILINK_CAPABILITY_DENIED: link({
    meaning: "The session has not been granted this capability.",
    cause: "The session calls a capability that it did not ask for at `session_init`, or that was not granted there.",
    fix: "Ask for the capability when the session opens, and have the user or policy grant it.",
    origin: "caller",
  }),
  SCAILINK_REGISTRY_DISABLED: link(
    {
      meaning: "ScaiLink's registry is switched off.",
      cause: "The operators of this installation have ScaiLink's registry switched off.",
      fix: "Have an operator switch the registry on, or do without it. Waiting changes nothing.",
      origin: "service",
    },
    "scaigrid/scailink/troubleshooting",
  ),

  INVALID_SOURCE_IR: core(
    {
      meaning: "The core cannot start, because its stored intermediate representation is not valid.",
      cause:
        "The intermediate representation that is stored for the core does not pass validation, as after an incomplete deployment or an old compiler.",
      fix: "Compile the core's source again and deploy the result; then start it.",
      origin: "caller",
    },
    "scaigrid/modules/scaicore/troubleshooting",
  ),
} satisfies DocsOf<typeof rows>;
