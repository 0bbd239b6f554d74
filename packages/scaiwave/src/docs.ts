import type { CodeDocs, CodeText, DocsOf } from "@scai-errors/core";
import type { rows } from "./codes.js";

export { helpUrl } from "@scai-errors/core";

/** The docs of a code under one heading of the error code reference. */
const under =
  (group: string) =>
  (text: CodeText): CodeDocs => ({ ...text, group, since: "1.0.0", page: "scaiwave/reference/error-codes" });

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
  SW_AUTH_INVALID_TOKEN: auth({
    meaning: "The token did not pass validation; a clock that is off by more than a minute is enough. Also close code 4001.",
    cause:
      "The JWT did not pass a check: wrong signature or issuer, malformed, or clocks that are more than 60 seconds apart. The WebSocket closes with 4001 for the same reason.",
    fix: "Sign in again for a new token, and set the clock by NTP. Pass the token as `?token=` to `/v1/stream` and in `Authorization` elsewhere.",
    origin: "caller",
  }),
  SW_AUTH_EXPIRED_TOKEN: auth({
    meaning: "The token has expired: refresh it.",
    cause: "The access token's `exp` has passed.",
    fix: "Use the refresh token to get a new access token and repeat the request with that.",
    origin: "caller",
  }),
  SW_AUTH_OIDC_FAILED: auth({
    meaning: "The sign-in provider's code could not be exchanged for tokens: sign in again.",
    cause: "The OIDC provider did not accept the authorization code: it was used before, is too old, or the client secret is wrong.",
    fix: "Send the user through the sign-in again. If it fails for everybody, check the client id and secret of the OIDC configuration.",
    origin: "caller",
  }),
  SW_AUTH_REDIRECT_MISMATCH: auth({
    meaning: "The redirect_uri of the sign-in is not the configured one.",
    cause: "The `redirect_uri` sent differs from the configured one, where a trailing slash or `http` for `https` is enough.",
    fix: "Make the `redirect_uri` equal to the registered value, character by character.",
    origin: "caller",
  }),
  SW_AUTH_INSUFFICIENT_PERMISSION: auth({
    meaning: "The caller lacks the permission or the role that this needs.",
    cause: "The user's role in the tenant, workspace or room does not include this action.",
    fix: "Have an administrator grant the role or permission that the message names.",
    origin: "caller",
  }),
  SW_AUTH_TENANT_MISMATCH: auth({
    meaning: "The token belongs to another tenant than the resource.",
    cause: "The `tenant_id` claim of the token is not the tenant that the room, note or other resource belongs to.",
    fix: "Switch to the right tenant and use a token issued for it.",
    origin: "caller",
  }),

  SW_TENANT_NOT_FOUND: tenant({
    meaning: "No tenant has this id.",
    cause: "The tenant id in the request is unknown to this ScaiWave server.",
    fix: "Check the id, and that the request goes to the host of this deployment and not to another.",
    origin: "caller",
  }),
  SW_TENANT_CAPACITY: tenant({
    meaning: "The tenant has reached one of its limits.",
    cause: "One of the tenant's limits is reached; the message says which.",
    fix: "Remove what is not in use, or have the limit of the tenant raised.",
    origin: "caller",
  }),
  SW_NOT_MEMBER: tenant({
    meaning: "The caller is not a member of the resource.",
    cause: "The user of the token has not joined the room, workspace or call that the request is about.",
    fix: "Join it or be invited by a member, and try again afterwards.",
    origin: "caller",
  }),

  SW_ROOM_NOT_FOUND: rooms({
    meaning: "No room has this id.",
    cause: "No room has the id in the path, or it lives on another server.",
    fix: "Take the id from the list of the user's rooms, whole and without changing its case.",
    origin: "caller",
  }),
  SW_ROOM_FORBIDDEN: rooms({
    meaning: "The caller may not do this in the room.",
    cause: "The user's power in the room is not enough for this action.",
    fix: "Let a moderator of the room do it, or have the user given more power there.",
    origin: "caller",
  }),
  SW_ROOM_FROZEN: rooms({
    meaning: "The room is closed or archived.",
    cause: "The room has been closed or archived, so nothing in it can change.",
    fix: "Reopen the room if your role allows it, or continue in a new room.",
    origin: "caller",
  }),
  SW_ROOM_TYPE_INVARIANT: rooms({
    meaning: "Rooms of this type do not have this operation.",
    cause: "The operation is one that rooms with this `room_type` do not have.",
    fix: "Read `room_type` first, and create a room of the type that has this operation.",
    origin: "caller",
  }),
  SW_ROOM_CAPACITY: rooms({
    meaning: "The room has as many participants as the tenant's max_participants allows.",
    cause: "A further person was invited or tried to join, and nobody more fits in.",
    fix: "Remove somebody from the room, or have `max_participants` raised for the tenant.",
    origin: "caller",
  }),
  SW_ROOM_EXPORT_REFUSED: rooms({
    meaning: "Sidekick, bridged, incognito and federated rooms cannot be exported.",
    cause: "The room is a sidekick, bridged, incognito or federated one, which are never exported.",
    fix: "Export an ordinary room. For a bridged room, export on the other system.",
    origin: "caller",
  }),
  SW_ROOM_IMPORT_REFUSED: rooms({
    meaning: "Sidekick, bridged, incognito and federated rooms cannot be imported.",
    cause: "The archive comes from a sidekick, bridged, incognito or federated room, or is to be loaded into one.",
    fix: "Import into an ordinary room, from the export of an ordinary room.",
    origin: "caller",
  }),

  SW_EVENT_NOT_FOUND: events({
    meaning: "No event has this id.",
    cause: "No event in this room has the id; it may belong to another room.",
    fix: "Read the room's timeline and use an `event_id` from there, together with its room.",
    origin: "caller",
  }),
  SW_EVENT_TOO_OLD_TO_EDIT: events({
    meaning: "The time in which the message could be edited is over.",
    cause: "The message was sent longer ago than the edit window lasts, which is 24 hours by default.",
    fix: "Send a correction as a new message, perhaps as a reply to the old one.",
    origin: "caller",
  }),
  SW_REDACT_FORBIDDEN: events({
    meaning: "Only its author, or somebody with the power to, may redact the message.",
    cause: "The message is somebody else's, and the user lacks the power to redact for others.",
    fix: "Ask its author or a moderator of the room to redact it.",
    origin: "caller",
  }),
  SW_CONTENT_TOO_LARGE: events({
    meaning: "The content is larger than 64 KB.",
    cause: "The message or state that was sent carries too much, often an image or a log pasted into its text.",
    fix: "Keep an event's content within 64 KB: upload what is large as a file and refer to it, or split the message.",
    origin: "caller",
  }),
  SW_RATE_LIMIT_EXCEEDED: events({
    meaning: "The tenant sends more than its rate limit allows.",
    cause: "All users of the tenant together send more events than its rate cap allows.",
    fix: "Pause and try again with growing delays; collect small updates into one event. A busy tenant can have its cap raised.",
    origin: "caller",
  }),

  SW_NOTE_NOT_FOUND: notes({
    meaning: "No note has this id.",
    cause: "The note id is wrong, or the note was deleted.",
    fix: "List the notes of the room or workspace, and open one from there.",
    origin: "caller",
  }),
  SW_NOTE_FORBIDDEN: notes({
    meaning: "The caller may not do this with the note.",
    cause: "The note is shared with others, or only for reading with this user.",
    fix: "Have the note's owner share it with the right to edit.",
    origin: "caller",
  }),
  SW_NOTE_CONFLICT: notes({
    meaning: "Somebody else edited the note at the same time: merge through the CRDT route.",
    cause: "Another editor saved the note after this one had loaded it.",
    fix: "Send the change through the CRDT route, which merges, or load the note again and repeat the edit.",
    origin: "caller",
  }),
  SW_NOTE_QUOTA_EXCEEDED: notes({
    meaning: "There is no room for more notes.",
    cause: "The number or size of notes has reached the quota of the user or tenant.",
    fix: "Delete old notes, or have the quota for notes raised.",
    origin: "caller",
  }),

  SW_WORKSPACE_NOT_FOUND: workspaces({
    meaning: "No workspace has this id.",
    cause: "No workspace has the id or slug in the request.",
    fix: "List the workspaces of the tenant, and check the slug's spelling.",
    origin: "caller",
  }),
  SW_WORKSPACE_FORBIDDEN: workspaces({
    meaning: "The caller may not do this in the workspace.",
    cause: "The user belongs to the tenant, but not to this workspace, or only as a reader.",
    fix: "Have an owner of the workspace add the user or raise the role.",
    origin: "caller",
  }),
  SW_WORKSPACE_NEEDS_OWNER: workspaces({
    meaning: "It takes an owner of the workspace.",
    cause: "The action belongs to the owner of the workspace, or would leave it without one. The page does not say which.",
    fix: "Let an owner do it. To leave as the last owner, name another owner first.",
    origin: "caller",
  }),
  SW_WORKSPACE_SLUG_TAKEN: workspaces({
    meaning: "Another workspace has this slug.",
    cause: "Another workspace of the tenant uses this slug.",
    fix: "Choose another slug for the workspace.",
    origin: "caller",
  }),

  SW_AI_NO_TOKEN: ai({
    meaning: "ScaiWave has no ScaiGrid token to work with.",
    cause: "Neither the tenant nor the server has a ScaiGrid token that the AI participant could work with.",
    fix: "An administrator has to give the tenant a ScaiGrid token. Waiting does not produce one.",
    origin: "service",
  }),
  SW_AI_MODEL_NOT_FOUND: ai({
    meaning: "The tenant has no such model.",
    cause: "The model chosen for the AI participant is not registered with this tenant.",
    fix: "Register the model for the tenant, or choose one that is in its list.",
    origin: "caller",
  }),
  SW_AI_BUSY: ai({
    meaning: "An answer is being generated already: wait for its end.",
    cause: "The AI participant is still writing its previous answer in this room.",
    fix: "Wait for the answer's end or cancel it, then ask again.",
    origin: "caller",
  }),
  SW_AI_BUDGET_EXCEEDED: ai({
    meaning: "The tokens of this month are used up.",
    cause: "The tenant's AI tokens for this calendar month are spent.",
    fix: "Wait for the next month, or have the monthly cap raised. Pauses of seconds change nothing.",
    origin: "caller",
  }),
  SW_PLUGIN_FORBIDDEN: ai({
    meaning: "The plugin is switched off for the tenant or the room.",
    cause: "An administrator has disabled the plugin for the tenant or for this room.",
    fix: "Enable the plugin in the settings of the tenant and of the room.",
    origin: "caller",
  }),
  SW_PLUGIN_NOT_FOUND: ai({
    meaning: "No plugin has this id.",
    cause: "No plugin is installed under the id in the request.",
    fix: "List the plugins, or install it for the tenant first.",
    origin: "caller",
  }),
  SW_PLUGIN_TIMEOUT: ai({
    meaning: "A tool call took longer than 30 seconds.",
    cause: "The tool that the plugin called gave no result within 30 seconds.",
    fix: "Try again, with less to do in one call. A tool that always takes longer has to answer early and report later.",
    origin: "upstream",
  }),

  SW_PLAN_NOT_FOUND: plans({
    meaning: "No plan has this id.",
    cause: "No plan has the id in the path.",
    fix: "List the plans of the room, and use the id of one of them.",
    origin: "caller",
  }),
  SW_PLAN_NOT_RUNNING: plans({
    meaning: "The plan has to be running for this.",
    cause: "The operation needs a plan in the state `running`, and this one is a draft, paused or finished.",
    fix: "Read the plan's state; start or resume it before the operation.",
    origin: "caller",
  }),
  SW_PLAN_NOT_PAUSABLE: plans({
    meaning: "The plan cannot be paused in its present state.",
    cause: "The plan is not in a state from which it can pause, as when it has not begun or is over.",
    fix: "Pause only a plan that is running, and read its state first.",
    origin: "caller",
  }),
  SW_PLAN_NOT_RUNNABLE: plans({
    meaning: "The plan cannot be started in its present state.",
    cause: "The plan cannot be started from its present state, for instance since it runs already or has ended.",
    fix: "Read the plan's state. To run a finished plan again, create a new one from its steps.",
    origin: "caller",
  }),
  SW_PLAN_TOO_MANY_STEPS: plans({
    meaning: "A plan has at most 20 steps.",
    cause: "The plan that was sent has more than 20 steps.",
    fix: "Merge steps until there are at most 20, or divide the work into two plans.",
    origin: "caller",
  }),
  SW_PLAN_EMPTY_STEPS: plans({
    meaning: "The plan has no steps.",
    cause: "The list of `steps` in the request is empty or missing.",
    fix: "Send at least one step with the plan.",
    origin: "caller",
  }),
  SW_PLAN_EMPTY_GOAL: plans({
    meaning: "The plan has no goal.",
    cause: "The `goal` of the plan is missing or only white space.",
    fix: "Write a sentence into `goal` that says what the plan is for.",
    origin: "caller",
  }),
  SW_PLAN_UNKNOWN_STEP: plans({
    meaning: "The plan has no such step.",
    cause: "The step id in the request is none of this plan's steps.",
    fix: "Read the plan again and use the id of one of its steps.",
    origin: "caller",
  }),
  SW_PLAN_STEP_TERMINAL: plans({
    meaning: "The step is done, failed or skipped, and stays so.",
    cause: "The step has already ended as done, failed or skipped.",
    fix: "Leave the step as it is, and act on one that is still open.",
    origin: "caller",
  }),
  SW_PLAN_BAD_MODE: plans({
    meaning: "There is no such mode.",
    cause: "The `mode` of the plan is none that ScaiWave has.",
    fix: "Send one of the modes in the API's schema.",
    origin: "caller",
  }),
  SW_PLAN_BAD_ADVANCE: plans({
    meaning: "The plan cannot be advanced in this way.",
    cause: "The request to advance the plan asks for a move that the plan's current step does not permit.",
    fix: "Read the plan's current step and its state, and advance from there.",
    origin: "caller",
  }),
  SW_PLAN_BAD_NEXT_ACTION: plans({
    meaning: "There is no such next action.",
    cause: "The value given as the next action of the plan is not one of the allowed ones.",
    fix: "Use an action from the API's schema for the next step.",
    origin: "caller",
  }),
  SW_PLAN_NEEDS_SIDEKICK_ROOM: plans({
    meaning: "A plan with a sidekick as its venue needs the id of a room.",
    cause: "The plan has `venue` set to `sidekick`, but names no room in which the sidekick would work.",
    fix: "Add the id of the sidekick's room, or choose another venue.",
    origin: "caller",
  }),
  SW_PLAN_BAD_VENUE: plans({
    meaning: "There is no such venue.",
    cause: "The `venue` of the plan is not a known one.",
    fix: "Set `venue` to a value of the schema, such as `sidekick`.",
    origin: "caller",
  }),

  SW_SIDEKICK_NOT_FOUND: sidekicks({
    meaning: "No sidekick has this id.",
    cause: "No sidekick has the id in the request, perhaps because its task is over.",
    fix: "List the running sidekicks, or start a new one.",
    origin: "caller",
  }),
  SW_SIDEKICK_CAP_REACHED: sidekicks({
    meaning: "As many sidekicks are running as the user or the tenant may have at a time.",
    cause: "The user or the tenant has as many sidekicks at work as may run at a time.",
    fix: "Wait until one of them ends, or cancel one. The cap counts what runs at once and not requests.",
    origin: "caller",
  }),
  SW_SIDEKICK_TIMEOUT: sidekicks({
    meaning: "The task took longer than a sidekick may.",
    cause: "The sidekick's task ran longer than its wall-clock cap, and was stopped.",
    fix: "Look in its room for what it did, then start it again with a smaller task.",
    origin: "service",
  }),

  SW_CALL_NOT_FOUND: calls({
    meaning: "No call has this id.",
    cause: "No call has the id in the path; it may never have been started.",
    fix: "Look in the room for a running call, or start one.",
    origin: "caller",
  }),
  SW_CALL_ENDED: calls({
    meaning: "The call is over.",
    cause: "Everybody has left the call, or somebody ended it for all.",
    fix: "Start a new call in the room. The old id stays invalid.",
    origin: "caller",
  }),
  SW_CALL_LIVEKIT_UNREACHABLE: calls({
    meaning: "The media server cannot be reached, which is for the operators to repair.",
    cause: "ScaiWave gets no connection to the LiveKit server that carries sound and video.",
    fix: "Try the call again in a minute. An operator has to look at the LiveKit server and its address in the configuration.",
    origin: "service",
  }),
  SW_CALL_RECORDING_DISABLED: calls({
    meaning: "The tenant has switched recordings off.",
    cause: "A recording was started in a call of a tenant whose administrator does not want any.",
    fix: "Hold the call without recording it, or have recordings enabled in the tenant's settings.",
    origin: "caller",
  }),

  SW_FED_PEER_UNKNOWN: federation({
    meaning: "The sending server is not among the allowed_peers.",
    cause: "The sending server is missing from `allowed_peers` of the receiving one.",
    fix: "The receiver's operator adds the server's name to `allowed_peers`.",
    origin: "caller",
  }),
  SW_FED_SIGNATURE_MISMATCH: federation({
    meaning: "The event's signature is wrong; a clock that is off by more than a minute is enough.",
    cause:
      "The signature does not fit the event: it was made with another key, the event was altered, or the clocks differ by more than 60 seconds.",
    fix: "Set both servers' clocks by NTP and let the peer fetch the current signing key.",
    origin: "caller",
  }),
  SW_FED_PROTOCOL_VERSION: federation({
    meaning: "This version of the protocol is not spoken here.",
    cause: "The peer speaks a version of the federation protocol that this server does not support.",
    fix: "Update the older of the two servers, so that both speak one version.",
    origin: "caller",
  }),
  SW_FED_REFUSED: federation({
    meaning: "Federation is switched off for the room or the tenant.",
    cause: "Federation is disabled for this room or for its tenant.",
    fix: "Enable federation in the tenant and the room, or use a room that is open to other servers.",
    origin: "caller",
  }),

  SW_BRIDGE_NOT_FOUND: bridges({
    meaning: "No bridge has this id.",
    cause: "No bridge has the id in the address that was called.",
    fix: "Take the bridge's address from its settings; a bridge that was deleted and made anew has another id.",
    origin: "caller",
  }),
  SW_BRIDGE_SIGNATURE_MISMATCH: bridges({
    meaning: "The HMAC of what came in over the bridge is wrong.",
    cause: "`X-ScaiWave-Bridge-Signature` was computed with another secret or over other bytes than those that arrived.",
    fix: "Sign the raw body with the bridge's secret, in the form `t=…,v1=…`. Replace the secret on both sides if in doubt.",
    origin: "caller",
  }),
  SW_BRIDGE_PAUSED: bridges({
    meaning: "The bridge is paused.",
    cause: "A person has paused the bridge, and meanwhile nothing crosses it.",
    fix: "Resume the bridge in its settings, then send again what was refused.",
    origin: "caller",
  }),
  SW_BRIDGE_TRANSPORT_ERROR: bridges({
    meaning: "The system at the other end of the bridge cannot be reached.",
    cause: "The foreign system behind the bridge could not be reached or broke the connection.",
    fix: "Check that system and the address and credentials in the bridge's settings; try again with pauses.",
    origin: "upstream",
  }),

  SW_STUDIO_DISABLED: studio({
    meaning: "Prompt Studio is switched off for the tenant.",
    cause: "A user opened Prompt Studio, for which the tenant's flag has not been set.",
    fix: "Have an administrator switch Prompt Studio on for the tenant.",
    origin: "caller",
  }),
  SW_STUDIO_FORBIDDEN: studio({
    meaning: "The caller is not on Prompt Studio's allow-list.",
    cause: "Prompt Studio is on, but its allow-list does not contain the user.",
    fix: "Ask an administrator to add the user to Prompt Studio's allow-list.",
    origin: "caller",
  }),
  SW_STUDIO_NO_PARTICIPANT: studio({
    meaning: "No AI participant was found.",
    cause: "Prompt Studio found no AI participant to try the prompt with.",
    fix: "Add an AI participant to the room, or name one in the request.",
    origin: "caller",
  }),

  SW_NOT_FOUND: misc({
    meaning: "There is nothing here.",
    cause: "The path or id leads to nothing, and no more exact code exists for it.",
    fix: "Compare the path with the API reference, including `/v1`, and then the ids in it.",
    origin: "caller",
  }),
  SW_VALIDATION_ERROR: misc({
    meaning: "The request does not match the schema; what is wrong is in the issues, or in the details.",
    cause: "The request did not pass the server's Pydantic schema.",
    fix: "Correct the fields that `error.details` lists.",
    origin: "caller",
  }),
  SW_INTERNAL_ERROR: misc({
    meaning: "ScaiWave has a defect: report it with the request id.",
    cause: "A bug in ScaiWave interrupted the request.",
    fix: "Repeat it once where that is harmless, then report it with its `request_id`, by which the operators find the log.",
    origin: "service",
  }),
  SW_SERVICE_UNAVAILABLE: misc({
    meaning: "The database, Redis or NATS cannot be reached.",
    cause: "ScaiWave has lost its database, Redis or NATS.",
    fix: "Try again with increasing delays; the operators have to bring the dependency back.",
    origin: "service",
  }),

  CONNECTION_ABORTED: {
    meaning: "The server ended the WebSocket connection with close code 4003. No code that ScaiWave sends: the name is this package's own.",
    cause:
      "The server closed the socket with 4003: no ping was answered in time (`ping_timeout`), or the same device connected a second time (`duplicate_connection`).",
    fix: "Reconnect at once, then after 1, 2, 4, 8 and at most 30 seconds, and catch up with `/v1/sync?since=…`. After `duplicate_connection` close the other connection.",
    origin: "service",
    group: "WebSocket closes",
    since: "1.0.0",
    page: "scaiwave/troubleshooting/websocket-disconnects",
  },
} satisfies DocsOf<typeof rows>;
