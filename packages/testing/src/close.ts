import type { CloseFrame, Service } from "@scai-errors/core";
import { type CodeOf, entryOf } from "./vocabulary.js";

/**
 * The close frame by which a service reports a code on a WebSocket: `service.fromClose(closeOf(service, code))` gives the code back.
 * @param reason at most 123 bytes, which is what a close frame holds.
 * @throws TypeError where the service does not close WebSockets for this code.
 */
export function closeOf<S extends Service>(
  service: S,
  code: CodeOf<S>,
  { reason = "" }: { readonly reason?: string } = {},
): CloseFrame & { readonly reason: string } {
  const { close } = entryOf(service, code, "closeOf()");
  if (close === undefined) throw new TypeError(`${service.name} closes no WebSocket for ${code}; use answer(${service.name}, "${code}").`);
  return { code: close, reason };
}
