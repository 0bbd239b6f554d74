import type { CodeRow } from "./codes.js";
import type { Parts } from "./envelope.js";
import { UNRECOGNIZED } from "./error.js";

import type { Kind } from "./kinds.js";

/** What a WebSocket's close event says. */
export interface CloseFrame {
  readonly code: number;
  readonly reason?: string | undefined;
}

/**
 * The kinds of the standard close codes (RFC 6455, section 7.4.1, and its registry). An application's own codes, 3000 to 4999, mean
 * nothing without its table: 4001 is a bad token to one service and something else to the next.
 */
const kindByClose: Readonly<Record<number, Kind>> = {
  1001: "unavailable",
  1002: "invalid_argument",
  1003: "invalid_argument",
  1006: "unavailable",
  1007: "invalid_argument",
  1008: "permission_denied",
  1009: "out_of_range",
  1010: "failed_precondition",
  1011: "unavailable",
  1012: "unavailable",
  1013: "unavailable",
  1014: "unavailable",
};

/**
 * What a close says, by the rows that have a close code; undefined for the ordinary ends of a connection, 1000 (normal) and 1005 (closed
 * without a code). The reason becomes the message and decides nothing, because anything may stand there.
 */
export function partsOfClose(rows: Readonly<Record<string, CodeRow>>, { code: close, reason }: CloseFrame): Parts | undefined {
  if (close === 1000 || close === 1005) return undefined;
  const code = Object.keys(rows).find((one) => rows[one]?.close === close) ?? UNRECOGNIZED;
  const receivedCode = Number.isInteger(close) ? `${close}` : undefined;
  return {
    code,
    codeFrom: "close",
    kind: kindByClose[close] ?? "unknown",
    // Most closes come without a reason, and a bare number would be no message.
    message: reason || (receivedCode && `Closed with ${receivedCode}`),
    receivedCode,
  };
}
