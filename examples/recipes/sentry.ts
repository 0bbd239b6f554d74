// `Sentry.init({ dsn, beforeSend })`: one issue per code, with what support asks for, and nothing that a service's body held.
import { isServiceError } from "@scai-errors/scaigrid";
import type { ErrorEvent, EventHint } from "@sentry/node";

export function beforeSend(event: ErrorEvent, { originalException: error }: EventHint): ErrorEvent {
  if (!isServiceError(error)) return event;
  const { id, kind, status, receivedCode, requestId, retry } = error;
  return {
    ...event,
    fingerprint: ["{{ default }}", id],
    tags: { ...event.tags, "scai.id": id, "scai.kind": kind },
    contexts: { ...event.contexts, scai: { id, kind, status, receivedCode, requestId, retry: retry.policy } },
  };
}
