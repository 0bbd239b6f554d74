/* eslint-disable @typescript-eslint/switch-exhaustiveness-check -- an application that has nothing special to say about most codes */
import { scaikey } from "../../src/index.js";

/** What to tell the operator about a secret that could not be read. Rethrows anything that is not a ScaiKey error. */
export function explain(error: unknown): string {
  if (!scaikey.is(error)) throw error;
  switch (error.code) {
    case "secret_not_found":
    case "secret_expired":
      return `Nothing to read at ${error.details.path ?? "this path"}.`;
    case "access_denied":
      return `Denied${error.details.failed_condition === "mfa_required" ? ": show a second factor first" : ""}.`;
    case "token_expired":
      return "Get a new token, then try again.";
    case "rate_limited":
      return `Try again in ${Math.ceil((error.retry.afterMs ?? 1000) / 1000)} s.`;
    case "UNRECOGNIZED":
      return `Something new went wrong: ${error.receivedCode ?? error.message} (${error.requestId ?? "no request id"})`;
    default:
      return error.message;
  }
}
