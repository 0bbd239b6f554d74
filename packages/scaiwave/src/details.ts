import type { Parts } from "@scai-errors/core";

/** Why the server ended a connection. */
export interface ConnectionAbort {
  /**
   * `ping_timeout`: no answer to a ping. `duplicate_connection`: a newer connection took this one's place, so that reconnecting ends the
   * newer one in turn. Undefined for any other reason.
   */
  readonly reason: "ping_timeout" | "duplicate_connection" | undefined;
}

/** The reason of a close arrives as its message. */
export function abortReason(received: unknown, { message }: Parts): ConnectionAbort {
  const { reason = message } = Object(received) as { readonly reason?: unknown };
  return { reason: reason === "ping_timeout" || reason === "duplicate_connection" ? reason : undefined };
}
