import type { EventFrame, Service } from "@scai-errors/core";
import { type CodeOf, entryOf } from "./vocabulary.js";

/**
 * The frame by which a service reports a code in an event stream that has begun: flat, without status, request id or hint to wait.
 * `service.fromEvent(eventOf(service, code))` gives the code back.
 * @throws TypeError where the service has no event streams.
 */
export function eventOf<S extends Service>(
  service: S,
  code: CodeOf<S>,
  { message = "The stream ended early." }: { readonly message?: string } = {},
): EventFrame & { readonly event: "error"; readonly data: string } {
  const { close, status } = entryOf(service, code, "eventOf()");
  if (!service.fromEvent)
    throw new TypeError(`${service.name} reports no failures in event streams; use answer(${service.name}, "${code}").`);
  if (close !== undefined && status === undefined)
    throw new TypeError(`${service.name} reports ${code} by closing a WebSocket with ${close}; use closeOf(${service.name}, "${code}").`);
  return { event: "error", data: JSON.stringify({ code, message }) };
}
