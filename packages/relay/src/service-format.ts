import { type Content, type JsonValue, type WireFormat, bodyOf, detailFirst, errorFirst, isObject } from "@scai-errors/core";
import type { Shown } from "./shown.js";

/** A written body with its media type. */
export interface WrittenAnswer {
  readonly type: string;
  readonly body: string;
}

/** FastAPI's `{"detail": …}`, which every service reads and which needs no code. */
const WITHOUT_CODE: WireFormat = { layers: detailFirst, sendsCodes: false };

/** The envelope of an error that does not know its service: one that an old version made. */
const USUAL: WireFormat = { layers: errorFirst, sendsCodes: true };

function wireOf({ code, service }: Shown): WireFormat {
  return code === undefined ? WITHOUT_CODE : (service?.wire ?? USUAL);
}

/**
 * Details as the member of FastAPI's `detail` from which they are read back as they were. Beside the message they would come back with the message
 * among them, unless it is there already.
 */
function nested(details: JsonValue | undefined, message: string): JsonValue | undefined {
  if (details === undefined) return undefined;
  return isObject(details) && details["message"] === message ? details : { details };
}

/** The failure in the envelope of its service. What the envelope has no place for stands beside it, where every service's reader finds it. */
export function inServiceFormat(shown: Shown): WrittenAnswer {
  const { service, title, message = title, details, issues, requestId, retryAfter } = shown;
  // Where there is no code, the envelope has no place for one either.
  const content: Content = { code: shown.code ?? "", message, details, issues, requestId, retryAfter };
  const wire = wireOf(shown);
  if (wire.write) {
    const { headers, body } = wire.write(content);
    return { type: headers["content-type"] ?? "application/json", body };
  }
  const written = { ...content, issues: [], details: wire.sendsCodes ? details : nested(details, message) };
  const beside = {
    // In the form in which core writes them: those of the envelopes lose parts of the way to the field.
    ...(issues.length > 0 && { errors: issues }),
    ...(wire.requestId === undefined && requestId !== undefined && { request_id: requestId }),
    ...(wire.requestId !== "meta" && retryAfter !== undefined && { retry_after: retryAfter }),
    // A code that a service began to send after this version was made, which has a name for the failure of its own.
    ...(service && !wire.sendsCodes && shown.receivedCode !== undefined && { code: shown.receivedCode }),
  };
  return { type: "application/json", body: JSON.stringify({ ...bodyOf(wire, written), ...beside }) };
}
