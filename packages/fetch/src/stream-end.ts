import { type TransportError, classifyFetch, transportError } from "@scai-errors/core";

/** The error of a stream that ended before it was complete. */
export function endedEarly(delivered: boolean, receivedCode?: string): TransportError {
  return transportError(delivered ? "STREAM_TRUNCATED" : "STREAM_EMPTY", receivedCode);
}

/** Whether the caller ended the reading: what is thrown then is the reason, and no fault of the connection. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.name === "AbortError" || thrown.name === "TimeoutError");
}

/** What a read that failed is thrown as: as it is where the caller aborted, else the error of a stream that ended too early. */
export function readFailure(thrown: unknown, delivered: boolean): unknown {
  const lost = isAbort(thrown) ? undefined : classifyFetch(thrown);
  return lost ? endedEarly(delivered, lost.receivedCode) : thrown;
}
