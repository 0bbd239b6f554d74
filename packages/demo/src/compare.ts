import type { CodeFrom } from "@scai-errors/core";
import type { Call, Received, Via } from "./call.js";

/** A sentence for each thing in which what was decoded differs from what was asked for. */
export function compare({ service, code, via, entry, requestId, afterMs }: Call, { error, status }: Received): readonly string[] {
  if (!error) return ["nothing was decoded"];
  const expected = {
    code,
    id: `${service.name}/${code}`,
    // Codes without a documented status come with one all the same; then the one that arrived has to be kept.
    status: via === "answer" ? (entry.status ?? status) : undefined,
    kind: entry.kind,
    "retry policy": entry.retry,
    "retry source": entry.source,
    "retry delay": afterMs,
    "request id": requestId,
    "code source": codeFrom(service.wire.sendsCodes, via, entry.message),
    "named fields": via === "answer" && entry.status === 422,
    "class of the error": true,
    "JSON read back": true,
  };
  const decoded: Readonly<Record<keyof typeof expected, unknown>> = {
    code: error.code,
    id: error.id,
    status: error.status,
    kind: error.kind,
    "retry policy": error.retry.policy,
    "retry source": error.retry.source,
    "retry delay": error.retry.afterMs,
    "request id": error.requestId,
    "code source": error.codeFrom,
    "named fields": error.issues.length > 0,
    "class of the error": service.is(error),
    "JSON read back": service.fromJSON(JSON.parse(JSON.stringify(error)))?.id === error.id,
  };
  return Object.keys(expected).flatMap((name) => {
    // The keys of an object literal.
    const field = name as keyof typeof expected;
    return decoded[field] === expected[field] ? [] : `${field}: asked for ${String(expected[field])}, decoded ${String(decoded[field])}`;
  });
}

function codeFrom(sendsCodes: boolean, via: Via, message: string | undefined): CodeFrom {
  if (via === "close" || via === "download") return via;
  if (sendsCodes) return "wire";
  return message === undefined ? "status" : "message";
}
