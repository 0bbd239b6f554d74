import type { EventFrame, Service } from "@scai-errors/core";
import { assertAnswered, rightCall } from "./reporting.js";
import { type CodeOf, codeOnTheWire, entryOf } from "./vocabulary.js";

/**
 * The frame by which a service reports a code in an event stream that has begun: flat, without status, request id or hint to wait.
 * `service.fromEvent(eventOf(service, code))` gives the code back.
 * @throws TypeError where the service has no such code, has no event streams, or reports the code otherwise than by an answer.
 */
export function eventOf<S extends Service>(
  service: S,
  code: CodeOf<S>,
  { message = "The stream ended early." }: { readonly message?: string } = {},
): EventFrame & { readonly event: "error"; readonly data: string } {
  const entry = entryOf(service, code, "eventOf()");
  if (!service.fromEvent)
    throw new TypeError(`${service.name} reports no failures in event streams; use ${rightCall(service, code, entry)}.`);
  assertAnswered(service, code, entry);
  return { event: "error", data: JSON.stringify({ code: codeOnTheWire(code), message }) };
}
