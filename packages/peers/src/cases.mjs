// What is asked of each peer, and what the services have to make of the answer.

/** A request to a FastAPI application, directly or through a proxy. */
export const applicationCases = [
  { name: "route that does not exist", path: "/nowhere", service: "scaidrive", code: "NOT_FOUND", status: 404, message: "Not Found" },
  {
    name: "the same, for a service with codes",
    path: "/nowhere",
    service: "scaigrid",
    code: "UNRECOGNIZED",
    status: 404,
    message: "Not Found",
  },
  { name: "wrong method", path: "/items", service: "scaikey", code: "UNRECOGNIZED", status: 405, message: "Method Not Allowed" },
  { name: "plain refusal", path: "/refused", service: "scaidrive", code: "FORBIDDEN", status: 403, message: "You may not do that" },
  {
    name: "conflict as an object",
    path: "/conflict",
    service: "dns",
    code: "RECORD_EXISTS",
    status: 409,
    message: "Record already exists",
    issues: [["records", 3, "content"]],
  },
  { name: "limit with a hint", path: "/limited", service: "dns", code: "TOO_MANY_REQUESTS", status: 429, afterMs: 7000, remaining: 0 },
  {
    name: "unhandled exception",
    path: "/crash",
    service: "scaidrive",
    code: "INTERNAL_SERVER_ERROR",
    status: 500,
    message: "Internal Server Error",
  },
  {
    name: "path parameter of the wrong type",
    path: "/things/abc",
    service: "scaidrive",
    code: "UNPROCESSABLE_CONTENT",
    status: 422,
    issues: [["thing_id"]],
  },
  {
    name: "query parameter out of range",
    path: "/things/1?limit=500",
    service: "dns",
    code: "UNPROCESSABLE_CONTENT",
    status: 422,
    issues: [["limit"]],
  },
  {
    name: "body with several problems",
    path: "/items",
    body: { name: "x", size: "large", address: {} },
    service: "scaidrive",
    code: "UNPROCESSABLE_CONTENT",
    status: 422,
    issues: [["name"], ["size"], ["address", "street"]],
  },
  {
    name: "body that is no JSON",
    path: "/items",
    text: "{'a'",
    service: "scaidrive",
    code: "UNPROCESSABLE_CONTENT",
    status: 422,
    issueCount: 1,
  },
];

/** Answers of the proxies themselves. */
export const proxyCases = [
  { name: "dead upstream", path: "/dead", service: "scaigrid", code: "UNRECOGNIZED", statuses: [502, 503], kind: "unavailable" },
  {
    name: "dead upstream, for a service whose codes are its statuses",
    path: "/dead",
    service: "scaidrive",
    statuses: [502, 503],
    kind: "unavailable",
  },
  { name: "access denied", path: "/denied", service: "scaikey", code: "UNRECOGNIZED", statuses: [403], kind: "permission_denied" },
];
