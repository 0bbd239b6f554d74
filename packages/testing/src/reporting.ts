import type { CodeEntry, Service } from "@scai-errors/core";

/** Whether an answer reports the code. The others are reported by closing a WebSocket, or found by checking a downloaded file. */
export function isAnswered(service: Service, { status, message, close }: CodeEntry): boolean {
  return status !== undefined || message !== undefined || (close === undefined && service.wire.sendsCodes);
}

/** What to use for a code, for the end of a sentence that refuses something else: none of them refuses the code in its turn. */
export function rightCall(service: Service, code: string, entry: CodeEntry): string {
  if (isAnswered(service, entry)) return `answer(${service.name}, "${code}")`;
  if (entry.close !== undefined) return `closeOf(${service.name}, "${code}")`;
  return "one of the emulator's routes /odd/download-…";
}

/** Throws a sentence for a code that no answer reports. */
export function assertAnswered(service: Service, code: string, entry: CodeEntry): void {
  if (isAnswered(service, entry)) return;
  const way =
    entry.close === undefined
      ? "after comparing a downloaded file with what was announced for it"
      : `by closing a WebSocket with ${entry.close}`;
  throw new TypeError(`${service.name} reports ${code} ${way}; use ${rightCall(service, code, entry)}.`);
}
