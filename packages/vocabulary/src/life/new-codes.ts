import type { NewCode } from "./edits.js";

/** As the example of CONTRIBUTING, under a name that nobody will add. */
export const MODEL_RETIRED: NewCode = {
  service: "scaigrid",
  code: "LIFE_MODEL_RETIRED",
  row: "{ status: 410 }",
  docs: `{ ...models({ meaning: "The model is no longer offered.", cause: "The request names a model that its provider has withdrawn.", fix: "Choose another from \`/v1/models\`.", origin: "caller" }), since: "next" }`,
};

/** A code of another service, for the round after it. */
export const ROOM_ARCHIVED: NewCode = {
  service: "scaiwave",
  code: "SW_LIFE_ROOM_ARCHIVED",
  row: `{ status: 409, kind: "failed_precondition" }`,
  docs: `{ meaning: "The room is archived.", cause: "An owner has archived the room.", fix: "Ask an owner to open it again.", origin: "caller", group: "Rooms", since: "next", page: "scaiwave/reference/error-codes" }`,
};
