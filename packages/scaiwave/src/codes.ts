import type { CodeRow } from "@scai-errors/core";
import { abortReason } from "./details.js";

/**
 * The codes of ScaiWave's error code reference. Its pages say nothing about retrying any of them, apart from the expired token; elsewhere the
 * policy follows from the kind. Messages may be localised, so nothing here depends on them.
 */
export const answered = {
  // Auth
  // A socket that is closed with 4001 was opened with a token that this code would refuse over HTTP.
  SW_AUTH_INVALID_TOKEN: { status: 401, close: 4001 },
  SW_AUTH_EXPIRED_TOKEN: { status: 401, retry: "after_change" },
  // A 400 about credentials: an authorization code works once, so what helps is to sign in again, not another request body.
  SW_AUTH_OIDC_FAILED: { status: 400, kind: "unauthenticated" },
  SW_AUTH_REDIRECT_MISMATCH: { status: 400 },
  SW_AUTH_INSUFFICIENT_PERMISSION: { status: 403 },
  SW_AUTH_TENANT_MISMATCH: { status: 403 },

  // Tenant and membership
  SW_TENANT_NOT_FOUND: { status: 404 },
  // The capacity and quota codes are 409, of which the usual reading is "somebody else was faster". Nobody was: there is no room left.
  SW_TENANT_CAPACITY: { status: 409, kind: "quota_exceeded" },
  SW_NOT_MEMBER: { status: 403 },

  // Rooms
  SW_ROOM_NOT_FOUND: { status: 404 },
  SW_ROOM_FORBIDDEN: { status: 403 },
  SW_ROOM_FROZEN: { status: 409, kind: "failed_precondition" },
  // What a room is does not change. So these three keep the kind of their status, with which nobody is told to try again after some change.
  SW_ROOM_TYPE_INVARIANT: { status: 400 },
  SW_ROOM_CAPACITY: { status: 409, kind: "quota_exceeded" },
  SW_ROOM_EXPORT_REFUSED: { status: 400 },
  SW_ROOM_IMPORT_REFUSED: { status: 400 },

  // Events and messages
  SW_EVENT_NOT_FOUND: { status: 404 },
  // The window does not open again, as a conflict would go away.
  SW_EVENT_TOO_OLD_TO_EDIT: { status: 409, kind: "out_of_range" },
  SW_REDACT_FORBIDDEN: { status: 403 },
  SW_CONTENT_TOO_LARGE: { status: 413, kind: "out_of_range" },
  SW_RATE_LIMIT_EXCEEDED: { status: 429 },

  // Notes
  SW_NOTE_NOT_FOUND: { status: 404 },
  SW_NOTE_FORBIDDEN: { status: 403 },
  SW_NOTE_CONFLICT: { status: 409 },
  SW_NOTE_QUOTA_EXCEEDED: { status: 409, kind: "quota_exceeded" },

  // Workspaces
  SW_WORKSPACE_NOT_FOUND: { status: 404 },
  SW_WORKSPACE_FORBIDDEN: { status: 403 },
  // Whether the caller has to be the owner, or the last owner may not leave, is not said. The status fits both.
  SW_WORKSPACE_NEEDS_OWNER: { status: 403 },
  SW_WORKSPACE_SLUG_TAKEN: { status: 409, kind: "already_exists" },

  // AI
  // A 503 that stays until somebody connects ScaiGrid: the token is missing, nothing is overloaded.
  SW_AI_NO_TOKEN: { status: 503, kind: "failed_precondition" },
  SW_AI_MODEL_NOT_FOUND: { status: 404 },
  // Not "unavailable", although the running generation ends by itself: a loop that asks again would order a second answer behind it.
  SW_AI_BUSY: { status: 409 },
  // A 429 that waiting a minute does not help against: the cap is a monthly one.
  SW_AI_BUDGET_EXCEEDED: { status: 429, kind: "quota_exceeded" },
  SW_PLUGIN_FORBIDDEN: { status: 403 },
  SW_PLUGIN_NOT_FOUND: { status: 404 },
  SW_PLUGIN_TIMEOUT: { status: 504 },

  // Plans. The page answers all of them with 400; those about the plan's state, and not about the request, say so by their kind.
  SW_PLAN_NOT_FOUND: { status: 404 },
  SW_PLAN_NOT_RUNNING: { status: 400, kind: "failed_precondition" },
  SW_PLAN_NOT_PAUSABLE: { status: 400, kind: "failed_precondition" },
  SW_PLAN_NOT_RUNNABLE: { status: 400, kind: "failed_precondition" },
  SW_PLAN_TOO_MANY_STEPS: { status: 400, kind: "out_of_range" },
  SW_PLAN_EMPTY_STEPS: { status: 400 },
  SW_PLAN_EMPTY_GOAL: { status: 400 },
  SW_PLAN_UNKNOWN_STEP: { status: 400, kind: "not_found" },
  SW_PLAN_STEP_TERMINAL: { status: 400, kind: "failed_precondition" },
  SW_PLAN_BAD_MODE: { status: 400 },
  SW_PLAN_BAD_ADVANCE: { status: 400 },
  SW_PLAN_BAD_NEXT_ACTION: { status: 400 },
  SW_PLAN_NEEDS_SIDEKICK_ROOM: { status: 400 },
  SW_PLAN_BAD_VENUE: { status: 400 },

  // Sidekicks
  SW_SIDEKICK_NOT_FOUND: { status: 404 },
  // A cap on how many run at once: room appears as soon as one of them ends. So it is a limit to wait for, unlike the quotas.
  SW_SIDEKICK_CAP_REACHED: { status: 429 },
  SW_SIDEKICK_TIMEOUT: { status: 504 },

  // Calls
  SW_CALL_NOT_FOUND: { status: 404 },
  SW_CALL_ENDED: { status: 410 },
  SW_CALL_LIVEKIT_UNREACHABLE: { status: 503 },
  SW_CALL_RECORDING_DISABLED: { status: 403 },

  // Federation
  SW_FED_PEER_UNKNOWN: { status: 403 },
  SW_FED_SIGNATURE_MISMATCH: { status: 401 },
  SW_FED_PROTOCOL_VERSION: { status: 400, kind: "unimplemented" },
  SW_FED_REFUSED: { status: 403 },

  // Bridges
  SW_BRIDGE_NOT_FOUND: { status: 404 },
  SW_BRIDGE_SIGNATURE_MISMATCH: { status: 401 },
  SW_BRIDGE_PAUSED: { status: 409, kind: "failed_precondition" },
  SW_BRIDGE_TRANSPORT_ERROR: { status: 502 },

  // Prompt Studio
  SW_STUDIO_DISABLED: { status: 403 },
  SW_STUDIO_FORBIDDEN: { status: 403 },
  SW_STUDIO_NO_PARTICIPANT: { status: 404 },

  // Misc
  SW_NOT_FOUND: { status: 404 },
  SW_VALIDATION_ERROR: { status: 422 },
  SW_INTERNAL_ERROR: { status: 500 },
  SW_SERVICE_UNAVAILABLE: { status: 503 },
} as const satisfies Readonly<Record<string, CodeRow>>;

/** ScaiWave's vocabulary: its own codes, and this package's name for the close that has none. */
export const rows = {
  ...answered,
  // Without the prefix, because ScaiWave never sends it: the name is this package's own, for the server ending a connection. Reconnecting
  // is documented for it: at once, then after 1, 2, 4, 8 and at most 30 seconds.
  CONNECTION_ABORTED: { close: 4003, kind: "unavailable", retry: "backoff", details: abortReason },
} as const satisfies Readonly<Record<string, CodeRow>>;
