/** A difference between a page and a vocabulary that was looked at and left, with the reason. */
export interface KnownDifference {
  readonly service: string;
  readonly what: "not on the page" | "not in the vocabulary" | "another status";
  /** The codes, or what else the page identifies failures by. */
  readonly keys: readonly string[];
  readonly why: string;
}

export const KNOWN: readonly KnownDifference[] = [
  {
    service: "scaigrid",
    what: "not on the page",
    keys: [
      "INTERFACES_NOT_ALLOWED",
      "INVALID_ACE",
      "INVALID_SOURCE_IR",
      "PERSONA_MODEL_NOT_FOUND",
      "SCAILINK_REGISTRY_DISABLED",
      "SCAIQUEUE_IDEMPOTENCY_CONFLICT",
      "SCAIQUEUE_QUEUE_FULL",
      "SCAIQUEUE_QUEUE_PAUSED",
      "SCAIQUEUE_SCOPE_PAUSED",
      "SCAISKILLS_SKILL_NOT_FOUND",
      "SCAISKILLS_VALIDATION_FAILED",
      "SCAISKILLS_VERSION_CONFLICT",
      "TRANSIT_MISSING_INTERFACES",
    ],
    why: "The page's lists of module codes are open. These stand on the modules' own pages.",
  },
  {
    service: "scaigrid",
    what: "another status",
    keys: ["PERSONA_NOT_FOUND"],
    why: "The page gives module codes no status. The module's own pages give this one 404.",
  },
  {
    service: "scaiwave",
    what: "not on the page",
    keys: ["CONNECTION_ABORTED"],
    why: "It stands for a WebSocket close, which the page of the error answers does not cover.",
  },
  {
    service: "dns",
    what: "another status",
    keys: ["PLATFORM_ADMIN_REQUIRED", "ADMIN_REQUIRED", "PERMISSION_REQUIRED", "IP_NOT_WHITELISTED", "ACCESS_GRANT_NOT_FOUND"],
    why: "The rows of permissions have no status. The page's table of statuses says 403 for them.",
  },
  {
    service: "dns",
    what: "another status",
    keys: [
      "API_KEY_MISSING",
      "API_KEY_INVALID",
      "API_KEY_REVOKED",
      "API_KEY_EXPIRED",
      "JWT_INVALID",
      "TOKEN_EXPIRED",
      "WEBHOOK_SIGNATURE_MISSING",
      "WEBHOOK_SIGNATURE_INVALID",
      "WEBHOOK_TIMESTAMP_TOO_OLD",
    ],
    why: "The rows of authentication have no status. The page's table of statuses says 401 for them.",
  },
];

/** The reason why a difference was left; undefined for one that nobody has looked at. */
export function reasonOf(service: string, what: KnownDifference["what"], key: string): string | undefined {
  return KNOWN.find((one) => one.service === service && one.what === what && one.keys.includes(key))?.why;
}
