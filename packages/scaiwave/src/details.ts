import type { Parts } from "@scai-errors/core";

/** Why the server ended a connection. */
export interface ConnectionAbort {
  /**
   * `ping_timeout`: no answer to a ping. `duplicate_connection`: a newer connection took this one's place, so that reconnecting ends the
   * newer one in turn. Undefined for any other reason.
   */
  readonly reason: "ping_timeout" | "duplicate_connection" | undefined;
}

/** The reason is the message of a close, and stays it when an error is read back from its JSON. */
export function abortReason(_received: unknown, { message }: Parts): ConnectionAbort {
  return { reason: message === "ping_timeout" || message === "duplicate_connection" ? message : undefined };
}
