import type { CodeDocs, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

/** The docs of a code under one heading of the error code reference. */
const under =
  (group: string) =>
  (meaning: string): CodeDocs => ({ meaning, group, since: "1.0.0", page: "scaiwave/reference/error-codes" });

const auth = under("Auth");
const tenant = under("Tenant / membership");
const rooms = under("Rooms");
const events = under("Events / messages");
const notes = under("Notes");
const workspaces = under("Workspaces");
const ai = under("AI");
const plans = under("Plans");
const sidekicks = under("Sidekicks");
const calls = under("Calls");
const federation = under("Federation");
const bridges = under("Bridges");
const studio = under("Prompt Studio");
const misc = under("Misc");

/** What people read about ScaiWave's codes. */
export const docs = {
  SW_AUTH_INVALID_TOKEN: auth(
    "The token did not pass validation; a clock that is off by more than a minute is enough. Also close code 4001.",
  ),
  SW_AUTH_EXPIRED_TOKEN: auth("The token has run out: refresh it."),
  SW_AUTH_OIDC_FAILED: auth("The sign-in provider's code could not be exchanged for tokens: sign in again."),
  SW_AUTH_REDIRECT_MISMATCH: auth("The redirect_uri of the sign-in is not the configured one."),
  SW_AUTH_INSUFFICIENT_PERMISSION: auth("The caller lacks the permission or the role that this needs."),
  SW_AUTH_TENANT_MISMATCH: auth("The token belongs to another tenant than the resource."),

  SW_TENANT_NOT_FOUND: tenant("No tenant has this id."),
  SW_TENANT_CAPACITY: tenant("The tenant has reached one of its limits."),
  SW_NOT_MEMBER: tenant("The caller is no member of the resource."),

  SW_ROOM_NOT_FOUND: rooms("No room has this id."),
  SW_ROOM_FORBIDDEN: rooms("The caller may not do this in the room."),
  SW_ROOM_FROZEN: rooms("The room is closed or archived."),
  SW_ROOM_TYPE_INVARIANT: rooms("Rooms of this type do not have this operation."),
  SW_ROOM_CAPACITY: rooms("The room has as many participants as the tenant's max_participants allows."),
  SW_ROOM_EXPORT_REFUSED: rooms("Sidekick, bridged, incognito and federated rooms cannot be exported."),
  SW_ROOM_IMPORT_REFUSED: rooms("Sidekick, bridged, incognito and federated rooms cannot be imported."),

  SW_EVENT_NOT_FOUND: events("No event has this id."),
  SW_EVENT_TOO_OLD_TO_EDIT: events("The time in which the message could be edited is over."),
  SW_REDACT_FORBIDDEN: events("Only its author, or somebody with the power to, may redact the message."),
  SW_CONTENT_TOO_LARGE: events("The content is larger than 64 KB."),
  SW_RATE_LIMIT_EXCEEDED: events("The tenant sends more than its rate limit allows."),

  SW_NOTE_NOT_FOUND: notes("No note has this id."),
  SW_NOTE_FORBIDDEN: notes("The caller may not do this with the note."),
  SW_NOTE_CONFLICT: notes("Somebody else edited the note at the same time: merge through the CRDT route."),
  SW_NOTE_QUOTA_EXCEEDED: notes("There is no room for more notes."),

  SW_WORKSPACE_NOT_FOUND: workspaces("No workspace has this id."),
  SW_WORKSPACE_FORBIDDEN: workspaces("The caller may not do this in the workspace."),
  SW_WORKSPACE_NEEDS_OWNER: workspaces("It takes an owner of the workspace."),
  SW_WORKSPACE_SLUG_TAKEN: workspaces("Another workspace has this slug."),

  SW_AI_NO_TOKEN: ai("ScaiWave has no ScaiGrid token to work with."),
  SW_AI_MODEL_NOT_FOUND: ai("The tenant has no such model."),
  SW_AI_BUSY: ai("An answer is being generated already: wait for its end."),
  SW_AI_BUDGET_EXCEEDED: ai("The tokens of this month are used up."),
  SW_PLUGIN_FORBIDDEN: ai("The plugin is switched off for the tenant or the room."),
  SW_PLUGIN_NOT_FOUND: ai("No plugin has this id."),
  SW_PLUGIN_TIMEOUT: ai("A tool call took longer than 30 seconds."),

  SW_PLAN_NOT_FOUND: plans("No plan has this id."),
  SW_PLAN_NOT_RUNNING: plans("The plan has to be running for this."),
  SW_PLAN_NOT_PAUSABLE: plans("The plan cannot be paused in its present state."),
  SW_PLAN_NOT_RUNNABLE: plans("The plan cannot be started in its present state."),
  SW_PLAN_TOO_MANY_STEPS: plans("A plan has at most 20 steps."),
  SW_PLAN_EMPTY_STEPS: plans("The plan has no steps."),
  SW_PLAN_EMPTY_GOAL: plans("The plan has no goal."),
  SW_PLAN_UNKNOWN_STEP: plans("The plan has no such step."),
  SW_PLAN_STEP_TERMINAL: plans("The step is done, failed or skipped, and stays so."),
  SW_PLAN_BAD_MODE: plans("There is no such mode."),
  SW_PLAN_BAD_ADVANCE: plans("The plan cannot be advanced in this way."),
  SW_PLAN_BAD_NEXT_ACTION: plans("There is no such next action."),
  SW_PLAN_NEEDS_SIDEKICK_ROOM: plans("A plan with a sidekick as its venue needs the id of a room."),
  SW_PLAN_BAD_VENUE: plans("There is no such venue."),

  SW_SIDEKICK_NOT_FOUND: sidekicks("No sidekick has this id."),
  SW_SIDEKICK_CAP_REACHED: sidekicks("As many sidekicks are running as the user or the tenant may have at a time."),
  SW_SIDEKICK_TIMEOUT: sidekicks("The task took longer than a sidekick may."),

  SW_CALL_NOT_FOUND: calls("No call has this id."),
  SW_CALL_ENDED: calls("The call is over."),
  SW_CALL_LIVEKIT_UNREACHABLE: calls("The media server cannot be reached, which is for the operators to repair."),
  SW_CALL_RECORDING_DISABLED: calls("The tenant has switched recordings off."),

  SW_FED_PEER_UNKNOWN: federation("The sending server is not among the allowed_peers."),
  SW_FED_SIGNATURE_MISMATCH: federation("The event's signature is wrong; a clock that is off by more than a minute is enough."),
  SW_FED_PROTOCOL_VERSION: federation("This version of the protocol is not spoken here."),
  SW_FED_REFUSED: federation("Federation is switched off for the room or the tenant."),

  SW_BRIDGE_NOT_FOUND: bridges("No bridge has this id."),
  SW_BRIDGE_SIGNATURE_MISMATCH: bridges("The HMAC of what came in over the bridge is wrong."),
  SW_BRIDGE_PAUSED: bridges("The bridge is paused."),
  SW_BRIDGE_TRANSPORT_ERROR: bridges("The system at the other end of the bridge cannot be reached."),

  SW_STUDIO_DISABLED: studio("Prompt Studio is switched off for the tenant."),
  SW_STUDIO_FORBIDDEN: studio("The caller is not on Prompt Studio's allow-list."),
  SW_STUDIO_NO_PARTICIPANT: studio("No AI participant was found."),

  SW_NOT_FOUND: misc("There is nothing here."),
  SW_VALIDATION_ERROR: misc("The request does not match the schema; what is wrong is in the issues, or in the details."),
  SW_INTERNAL_ERROR: misc("ScaiWave has a defect: report it with the request id."),
  SW_SERVICE_UNAVAILABLE: misc("The database, Redis or NATS cannot be reached."),

  CONNECTION_ABORTED: {
    meaning: "The server ended the WebSocket connection with close code 4003. No code that ScaiWave sends: the name is this package's own.",
    group: "WebSocket closes",
    since: "1.0.0",
    page: "scaiwave/troubleshooting/websocket-disconnects",
  },
} satisfies DocsOf<typeof rows>;
