import type { CodeRow } from "./codes.js";
import { UNRECOGNIZED } from "./error.js";
import type { Kind } from "./kinds.js";
import { memberOf } from "./member-of.js";
import type { Parts } from "./parts.js";
import { sentenceOf } from "./sentence.js";
import { bytesOf, decodeUtf8 } from "./utf8.js";
import { assertFrame } from "./wrong-use.js";

/** A WebSocket's close event. */
export interface CloseFrame {
  readonly code: number;
  /** As text, or as the bytes that the package `ws` delivers. */
  readonly reason?: string | Uint8Array | undefined;
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

/** The ordinary ends of a connection: closed as agreed, and closed without a code. */
const NORMAL: readonly number[] = [1000, 1005];

/** A reason as text, however it came. */
function textOf(reason: unknown): unknown {
  try {
    const bytes = bytesOf(reason);
    return bytes ? decodeUtf8(bytes) : reason;
  } catch {
    // What cannot even be looked at is no reason.
    return undefined;
  }
}

/**
 * Describes a close by the rows that have a close code; undefined for the normal closes, 1000 and 1005 (closed without a code). The reason becomes
 * the message and decides nothing, because it can contain anything.
 * @throws TypeError without a close event, or for one without a code.
 */
export function partsOfClose(rows: Readonly<Record<string, CodeRow>>, frame: CloseFrame): Parts | undefined {
  assertFrame("fromClose", frame, "a WebSocket's close event: { code, reason }");
  const close = memberOf(frame, "code");
  if (typeof close !== "number" || !Number.isInteger(close))
    throw new TypeError("fromClose() expects a close event whose code is a whole number, such as 1006.");
  if (NORMAL.includes(close)) return undefined;
  return {
    code: Object.entries(rows).find(([, row]) => row.close === close)?.[0] ?? UNRECOGNIZED,
    codeFrom: "close",
    kind: kindByClose[close] ?? "unknown",
    // Most closes come without a reason, and a bare number would be no message.
    message: sentenceOf(textOf(memberOf(frame, "reason"))) ?? `Closed with ${close}`,
    receivedCode: `${close}`,
  };
}
