import type { CloseFrame, Service } from "@scai-errors/core";
import { rightCall } from "./reporting.js";
import { type CodeOf, entryOf } from "./vocabulary.js";

/**
 * Makes the close frame with which a service reports a code on a WebSocket: `service.fromClose(closeOf(service, code))` returns that code.
 * @param reason returned unchanged. A close frame holds 123 bytes of it.
 * @throws TypeError if the service has no such code, or does not close WebSockets for it.
 */
export function closeOf<S extends Service>(
  service: S,
  code: CodeOf<S>,
  { reason = "" }: { readonly reason?: string } = {},
): CloseFrame & { readonly reason: string } {
  const entry = entryOf(service, code, "closeOf()");
  if (entry.close === undefined)
    throw new TypeError(`${service.name} closes no WebSocket for ${code}; use ${rightCall(service, code, entry)}.`);
  return { code: entry.close, reason };
}
