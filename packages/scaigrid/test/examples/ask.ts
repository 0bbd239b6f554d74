/* eslint-disable @typescript-eslint/switch-exhaustiveness-check -- an application that has nothing special to say about most codes */
import { type RetryAdvice, scaigrid } from "../../src/index.js";

/** What to tell the user about a failed request. Rethrows anything that is not a ScaiGrid error. */
export function explain(error: unknown): string {
  if (!scaigrid.is(error)) throw error;
  switch (error.code) {
    case "VALIDATION_ERROR":
      return error.details.map(({ field, message }) => `${field}: ${message}`).join("; ");
    case "RATE_LIMITED":
    case "BACKEND_RATE_LIMITED":
      return `Too busy. Try again ${when(error.retry)}.`;
    case "QUOTA_EXCEEDED":
    case "BUDGET_EXCEEDED":
      return "Nothing is left of what was paid for.";
    case "SESSION_EXPIRED":
      return "Please sign in again.";
    case "UNRECOGNIZED":
      return `Something new went wrong: ${error.receivedCode ?? error.message} (${error.requestId ?? "no request id"})`;
    default:
      return error.message;
  }
}

function when({ afterMs }: RetryAdvice): string {
  return afterMs === undefined ? "later" : `in ${Math.ceil(afterMs / 1000)} s`;
}
