import type { CodeRow } from "@scai-errors/core";
import { abortReason } from "./details.js";

/**
 * The codes of ScaiWave's error code reference. Its pages say nothing about retrying any of them, apart from the expired token; elsewhere the
 * policy follows from the kind. Messages may be localised, so nothing here depends on them.
 */
export const answered = {
  // Auth
  // A socket that is closed with 4001 was opened with a token that this code would refuse over HTTP.
  /** The token did not pass validation; a clock that is off by more than a minute is enough. Also close code 4001.
   * @see https://errors.scailabs.ai/scaiwave/SW_AUTH_INVALID_TOKEN/ */
  SW_AUTH_INVALID_TOKEN: { status: 401, close: 4001 },
  /** The token has expired: refresh it.
   * @see https://errors.scailabs.ai/scaiwave/SW_AUTH_EXPIRED_TOKEN/ */
  SW_AUTH_EXPIRED_TOKEN: { status: 401, retry: "after_change" },
  // A 400 about credentials: an authorization code works once, so what helps is to sign in again, not another request body.
  /** The sign-in provider's code could not be exchanged for tokens: sign in again.
   * @see https://errors.scailabs.ai/scaiwave/SW_AUTH_OIDC_FAILED/ */
  SW_AUTH_OIDC_FAILED: { status: 400, kind: "unauthenticated" },
  /** The redirect_uri of the sign-in is not the configured one.
   * @see https://errors.scailabs.ai/scaiwave/SW_AUTH_REDIRECT_MISMATCH/ */
  SW_AUTH_REDIRECT_MISMATCH: { status: 400 },
  /** The caller lacks the permission or the role that this needs.
   * @see https://errors.scailabs.ai/scaiwave/SW_AUTH_INSUFFICIENT_PERMISSION/ */
  SW_AUTH_INSUFFICIENT_PERMISSION: { status: 403 },
  /** The token belongs to another tenant than the resource.
   * @see https://errors.scailabs.ai/scaiwave/SW_AUTH_TENANT_MISMATCH/ */
  SW_AUTH_TENANT_MISMATCH: { status: 403 },

  // Tenant and membership
  /** No tenant has this id.
   * @see https://errors.scailabs.ai/scaiwave/SW_TENANT_NOT_FOUND/ */
  SW_TENANT_NOT_FOUND: { status: 404 },
  // The capacity and quota codes are 409, of which the usual reading is "somebody else was faster". Nobody was: there is no room left.
  /** The tenant has reached one of its limits.
   * @see https://errors.scailabs.ai/scaiwave/SW_TENANT_CAPACITY/ */
  SW_TENANT_CAPACITY: { status: 409, kind: "quota_exceeded" },
  /** The caller is not a member of the resource.
   * @see https://errors.scailabs.ai/scaiwave/SW_NOT_MEMBER/ */
  SW_NOT_MEMBER: { status: 403 },

  // Rooms
  /** No room has this id.
   * @see https://errors.scailabs.ai/scaiwave/SW_ROOM_NOT_FOUND/ */
  SW_ROOM_NOT_FOUND: { status: 404 },
  /** The caller may not do this in the room.
   * @see https://errors.scailabs.ai/scaiwave/SW_ROOM_FORBIDDEN/ */
  SW_ROOM_FORBIDDEN: { status: 403 },
  /** The room is closed or archived.
   * @see https://errors.scailabs.ai/scaiwave/SW_ROOM_FROZEN/ */
  SW_ROOM_FROZEN: { status: 409, kind: "failed_precondition" },
  // What a room is does not change. So these three keep the kind of their status, with which nobody is told to try again after some change.
  /** Rooms of this type do not have this operation.
   * @see https://errors.scailabs.ai/scaiwave/SW_ROOM_TYPE_INVARIANT/ */
  SW_ROOM_TYPE_INVARIANT: { status: 400 },
  /** The room has as many participants as the tenant's max_participants allows.
   * @see https://errors.scailabs.ai/scaiwave/SW_ROOM_CAPACITY/ */
  SW_ROOM_CAPACITY: { status: 409, kind: "quota_exceeded" },
  /** Sidekick, bridged, incognito and federated rooms cannot be exported.
   * @see https://errors.scailabs.ai/scaiwave/SW_ROOM_EXPORT_REFUSED/ */
  SW_ROOM_EXPORT_REFUSED: { status: 400 },
  /** Sidekick, bridged, incognito and federated rooms cannot be imported.
   * @see https://errors.scailabs.ai/scaiwave/SW_ROOM_IMPORT_REFUSED/ */
  SW_ROOM_IMPORT_REFUSED: { status: 400 },

  // Events and messages
  /** No event has this id.
   * @see https://errors.scailabs.ai/scaiwave/SW_EVENT_NOT_FOUND/ */
  SW_EVENT_NOT_FOUND: { status: 404 },
  // The window does not open again, as a conflict would go away.
  /** The time in which the message could be edited is over.
   * @see https://errors.scailabs.ai/scaiwave/SW_EVENT_TOO_OLD_TO_EDIT/ */
  SW_EVENT_TOO_OLD_TO_EDIT: { status: 409, kind: "out_of_range" },
  /** Only its author, or somebody with the power to, may redact the message.
   * @see https://errors.scailabs.ai/scaiwave/SW_REDACT_FORBIDDEN/ */
  SW_REDACT_FORBIDDEN: { status: 403 },
  /** The content is larger than 64 KB.
   * @see https://errors.scailabs.ai/scaiwave/SW_CONTENT_TOO_LARGE/ */
  SW_CONTENT_TOO_LARGE: { status: 413, kind: "out_of_range" },
  /** The tenant sends more than its rate limit allows.
   * @see https://errors.scailabs.ai/scaiwave/SW_RATE_LIMIT_EXCEEDED/ */
  SW_RATE_LIMIT_EXCEEDED: { status: 429 },

  // Notes
  /** No note has this id.
   * @see https://errors.scailabs.ai/scaiwave/SW_NOTE_NOT_FOUND/ */
  SW_NOTE_NOT_FOUND: { status: 404 },
  /** The caller may not do this with the note.
   * @see https://errors.scailabs.ai/scaiwave/SW_NOTE_FORBIDDEN/ */
  SW_NOTE_FORBIDDEN: { status: 403 },
  /** Somebody else edited the note at the same time: merge through the CRDT route.
   * @see https://errors.scailabs.ai/scaiwave/SW_NOTE_CONFLICT/ */
  SW_NOTE_CONFLICT: { status: 409 },
  /** There is no room for more notes.
   * @see https://errors.scailabs.ai/scaiwave/SW_NOTE_QUOTA_EXCEEDED/ */
  SW_NOTE_QUOTA_EXCEEDED: { status: 409, kind: "quota_exceeded" },

  // Workspaces
  /** No workspace has this id.
   * @see https://errors.scailabs.ai/scaiwave/SW_WORKSPACE_NOT_FOUND/ */
  SW_WORKSPACE_NOT_FOUND: { status: 404 },
  /** The caller may not do this in the workspace.
   * @see https://errors.scailabs.ai/scaiwave/SW_WORKSPACE_FORBIDDEN/ */
  SW_WORKSPACE_FORBIDDEN: { status: 403 },
  // Whether the caller has to be the owner, or the last owner may not leave, is not said. The status fits both.
  /** It takes an owner of the workspace.
   * @see https://errors.scailabs.ai/scaiwave/SW_WORKSPACE_NEEDS_OWNER/ */
  SW_WORKSPACE_NEEDS_OWNER: { status: 403 },
  /** Another workspace has this slug.
   * @see https://errors.scailabs.ai/scaiwave/SW_WORKSPACE_SLUG_TAKEN/ */
  SW_WORKSPACE_SLUG_TAKEN: { status: 409, kind: "already_exists" },

  // AI
  // A 503 that stays until somebody connects ScaiGrid: the token is missing, nothing is overloaded.
  /** ScaiWave has no ScaiGrid token to work with.
   * @see https://errors.scailabs.ai/scaiwave/SW_AI_NO_TOKEN/ */
  SW_AI_NO_TOKEN: { status: 503, kind: "failed_precondition" },
  /** The tenant has no such model.
   * @see https://errors.scailabs.ai/scaiwave/SW_AI_MODEL_NOT_FOUND/ */
  SW_AI_MODEL_NOT_FOUND: { status: 404 },
  // Not "unavailable", although the running generation ends by itself: a loop that asks again would order a second answer behind it.
  /** An answer is being generated already: wait for its end.
   * @see https://errors.scailabs.ai/scaiwave/SW_AI_BUSY/ */
  SW_AI_BUSY: { status: 409 },
  // A 429 that waiting a minute does not help against: the cap is a monthly one.
  /** The tokens of this month are used up.
   * @see https://errors.scailabs.ai/scaiwave/SW_AI_BUDGET_EXCEEDED/ */
  SW_AI_BUDGET_EXCEEDED: { status: 429, kind: "quota_exceeded" },
  /** The plugin is switched off for the tenant or the room.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLUGIN_FORBIDDEN/ */
  SW_PLUGIN_FORBIDDEN: { status: 403 },
  /** No plugin has this id.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLUGIN_NOT_FOUND/ */
  SW_PLUGIN_NOT_FOUND: { status: 404 },
  /** A tool call took longer than 30 seconds.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLUGIN_TIMEOUT/ */
  SW_PLUGIN_TIMEOUT: { status: 504 },

  // Plans. The page answers all of them with 400; those about the plan's state, and not about the request, say so by their kind.
  /** No plan has this id.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_NOT_FOUND/ */
  SW_PLAN_NOT_FOUND: { status: 404 },
  /** The plan has to be running for this.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_NOT_RUNNING/ */
  SW_PLAN_NOT_RUNNING: { status: 400, kind: "failed_precondition" },
  /** The plan cannot be paused in its present state.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_NOT_PAUSABLE/ */
  SW_PLAN_NOT_PAUSABLE: { status: 400, kind: "failed_precondition" },
  /** The plan cannot be started in its present state.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_NOT_RUNNABLE/ */
  SW_PLAN_NOT_RUNNABLE: { status: 400, kind: "failed_precondition" },
  /** A plan has at most 20 steps.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_TOO_MANY_STEPS/ */
  SW_PLAN_TOO_MANY_STEPS: { status: 400, kind: "out_of_range" },
  /** The plan has no steps.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_EMPTY_STEPS/ */
  SW_PLAN_EMPTY_STEPS: { status: 400 },
  /** The plan has no goal.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_EMPTY_GOAL/ */
  SW_PLAN_EMPTY_GOAL: { status: 400 },
  /** The plan has no such step.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_UNKNOWN_STEP/ */
  SW_PLAN_UNKNOWN_STEP: { status: 400, kind: "not_found" },
  /** The step is done, failed or skipped, and stays so.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_STEP_TERMINAL/ */
  SW_PLAN_STEP_TERMINAL: { status: 400, kind: "failed_precondition" },
  /** There is no such mode.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_BAD_MODE/ */
  SW_PLAN_BAD_MODE: { status: 400 },
  /** The plan cannot be advanced in this way.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_BAD_ADVANCE/ */
  SW_PLAN_BAD_ADVANCE: { status: 400 },
  /** There is no such next action.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_BAD_NEXT_ACTION/ */
  SW_PLAN_BAD_NEXT_ACTION: { status: 400 },
  /** A plan with a sidekick as its venue needs the id of a room.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_NEEDS_SIDEKICK_ROOM/ */
  SW_PLAN_NEEDS_SIDEKICK_ROOM: { status: 400 },
  /** There is no such venue.
   * @see https://errors.scailabs.ai/scaiwave/SW_PLAN_BAD_VENUE/ */
  SW_PLAN_BAD_VENUE: { status: 400 },

  // Sidekicks
  /** No sidekick has this id.
   * @see https://errors.scailabs.ai/scaiwave/SW_SIDEKICK_NOT_FOUND/ */
  SW_SIDEKICK_NOT_FOUND: { status: 404 },
  // A cap on how many run at once: room appears as soon as one of them ends. So it is a limit to wait for, unlike the quotas.
  /** As many sidekicks are running as the user or the tenant may have at a time.
   * @see https://errors.scailabs.ai/scaiwave/SW_SIDEKICK_CAP_REACHED/ */
  SW_SIDEKICK_CAP_REACHED: { status: 429 },
  /** The task took longer than a sidekick may.
   * @see https://errors.scailabs.ai/scaiwave/SW_SIDEKICK_TIMEOUT/ */
  SW_SIDEKICK_TIMEOUT: { status: 504 },

  // Calls
  /** No call has this id.
   * @see https://errors.scailabs.ai/scaiwave/SW_CALL_NOT_FOUND/ */
  SW_CALL_NOT_FOUND: { status: 404 },
  /** The call is over.
   * @see https://errors.scailabs.ai/scaiwave/SW_CALL_ENDED/ */
  SW_CALL_ENDED: { status: 410 },
  /** The media server cannot be reached, which is for the operators to repair.
   * @see https://errors.scailabs.ai/scaiwave/SW_CALL_LIVEKIT_UNREACHABLE/ */
  SW_CALL_LIVEKIT_UNREACHABLE: { status: 503 },
  /** The tenant has switched recordings off.
   * @see https://errors.scailabs.ai/scaiwave/SW_CALL_RECORDING_DISABLED/ */
  SW_CALL_RECORDING_DISABLED: { status: 403 },

  // Federation
  /** The sending server is not among the allowed_peers.
   * @see https://errors.scailabs.ai/scaiwave/SW_FED_PEER_UNKNOWN/ */
  SW_FED_PEER_UNKNOWN: { status: 403 },
  /** The event's signature is wrong; a clock that is off by more than a minute is enough.
   * @see https://errors.scailabs.ai/scaiwave/SW_FED_SIGNATURE_MISMATCH/ */
  SW_FED_SIGNATURE_MISMATCH: { status: 401 },
  /** This version of the protocol is not spoken here.
   * @see https://errors.scailabs.ai/scaiwave/SW_FED_PROTOCOL_VERSION/ */
  SW_FED_PROTOCOL_VERSION: { status: 400, kind: "unimplemented" },
  /** Federation is switched off for the room or the tenant.
   * @see https://errors.scailabs.ai/scaiwave/SW_FED_REFUSED/ */
  SW_FED_REFUSED: { status: 403 },

  // Bridges
  /** No bridge has this id.
   * @see https://errors.scailabs.ai/scaiwave/SW_BRIDGE_NOT_FOUND/ */
  SW_BRIDGE_NOT_FOUND: { status: 404 },
  /** The HMAC of what came in over the bridge is wrong.
   * @see https://errors.scailabs.ai/scaiwave/SW_BRIDGE_SIGNATURE_MISMATCH/ */
  SW_BRIDGE_SIGNATURE_MISMATCH: { status: 401 },
  /** The bridge is paused.
   * @see https://errors.scailabs.ai/scaiwave/SW_BRIDGE_PAUSED/ */
  SW_BRIDGE_PAUSED: { status: 409, kind: "failed_precondition" },
  /** The system at the other end of the bridge cannot be reached.
   * @see https://errors.scailabs.ai/scaiwave/SW_BRIDGE_TRANSPORT_ERROR/ */
  SW_BRIDGE_TRANSPORT_ERROR: { status: 502 },

  // Prompt Studio
  /** Prompt Studio is switched off for the tenant.
   * @see https://errors.scailabs.ai/scaiwave/SW_STUDIO_DISABLED/ */
  SW_STUDIO_DISABLED: { status: 403 },
  /** The caller is not on Prompt Studio's allow-list.
   * @see https://errors.scailabs.ai/scaiwave/SW_STUDIO_FORBIDDEN/ */
  SW_STUDIO_FORBIDDEN: { status: 403 },
  /** No AI participant was found.
   * @see https://errors.scailabs.ai/scaiwave/SW_STUDIO_NO_PARTICIPANT/ */
  SW_STUDIO_NO_PARTICIPANT: { status: 404 },

  // Misc
  /** There is nothing here.
   * @see https://errors.scailabs.ai/scaiwave/SW_NOT_FOUND/ */
  SW_NOT_FOUND: { status: 404 },
  /** The request does not match the schema; what is wrong is in the issues, or in the details.
   * @see https://errors.scailabs.ai/scaiwave/SW_VALIDATION_ERROR/ */
  SW_VALIDATION_ERROR: { status: 422 },
  /** ScaiWave has a defect: report it with the request id.
   * @see https://errors.scailabs.ai/scaiwave/SW_INTERNAL_ERROR/ */
  SW_INTERNAL_ERROR: { status: 500 },
  /** The database, Redis or NATS cannot be reached.
   * @see https://errors.scailabs.ai/scaiwave/SW_SERVICE_UNAVAILABLE/ */
  SW_SERVICE_UNAVAILABLE: { status: 503 },
} as const satisfies Readonly<Record<string, CodeRow>>;

/** ScaiWave's vocabulary: its own codes, and this package's name for the close that has none. */
export const rows = {
  ...answered,
  // Without the prefix, because ScaiWave never sends it: the name is this package's own, for the server ending a connection. Reconnecting
  // is documented for it: at once, then after 1, 2, 4, 8 and at most 30 seconds.
  /** The server ended the WebSocket connection with close code 4003. No code that ScaiWave sends: the name is this package's own.
   * @see https://errors.scailabs.ai/scaiwave/CONNECTION_ABORTED/ */
  CONNECTION_ABORTED: { close: 4003, kind: "unavailable", retry: "backoff", details: abortReason },
} as const satisfies Readonly<Record<string, CodeRow>>;
