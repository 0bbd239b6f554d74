import type { EventFrame, Service } from "@scai-errors/core";
import { assertAnswered, rightCall } from "./reporting.js";
import { type CodeOf, codeOnTheWire, entryOf } from "./vocabulary.js";

/**
 * Makes the event-stream frame with which a service reports a code after the stream has started: flat, without status, request id or wait.
 * `service.fromEvent(eventOf(service, code))` returns that code.
 * @throws TypeError if the service has no such code or no event streams, or does not report the code in a response.
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
