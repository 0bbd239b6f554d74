import { type FetchInput, type ServiceFetch, checkedBody, createFetch, createRouter, delayMs, whenClosed } from "@scai-errors/fetch";
import { openTelemetryHooks } from "@scai-errors/fetch/opentelemetry";
import { readEvents } from "@scai-errors/fetch/sse";
import { scaigrid } from "@scai-errors/scaigrid";

const gridFetch = createFetch(scaigrid, { hooks: openTelemetryHooks(), throws: false });

/** Where `fetch` is known, what it does not take is refused. */
export function wrong(call: ServiceFetch<never>): void {
  // @ts-expect-error a number is no input
  const input: FetchInput = 42;
  // @ts-expect-error nor can it be fetched
  void call(42);
  void call(input);
}

export const used = [gridFetch, createRouter, checkedBody, whenClosed, delayMs, readEvents];
