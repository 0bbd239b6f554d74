import { type Kind, helpUrl } from "@scai-errors/core";
import type { WrittenAnswer } from "./service-format.js";
import type { Shown } from "./shown.js";

/** Where the status says all that the problem is (RFC 9457, section 4.2.1). */
const STATUS_ONLY = "about:blank";

/** `Rate Limited`: as the phrases of HTTP's statuses are written, so that readers do not take it for the explanation that stands beside it. */
function phraseOf(kind: Kind): string {
  const words = kind.split("_").map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return words.join(" ");
}

/** The failure as problem details (RFC 9457). `problem.schema.json` describes it. */
export function problemOf({ id, title, status, message, code, kind, requestId, retryAfter, details, issues }: Shown): WrittenAnswer {
  const problem = {
    type: id === undefined ? STATUS_ONLY : helpUrl({ id }),
    title: message === undefined ? title : phraseOf(kind),
    status,
    ...(message !== undefined && { detail: message }),
    ...(code !== undefined && { code }),
    kind,
    ...(requestId !== undefined && { request_id: requestId }),
    ...(retryAfter !== undefined && { retry_after: retryAfter }),
    ...(details !== undefined && { details }),
    ...(issues.length > 0 && { errors: issues }),
  };
  return { type: "application/problem+json", body: JSON.stringify(problem) };
}
