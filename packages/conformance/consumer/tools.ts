// The packages around the services, as an application and its tests use them. Compiled by every supported compiler; never run.
import { TransportError, createFetch } from "@scai-errors/fetch";
import { openTelemetryHooks } from "@scai-errors/fetch/opentelemetry";
import { readEvents } from "@scai-errors/fetch/sse";
import { type ScaigridError, scaigrid } from "@scai-errors/scaigrid";
import { details, envelope } from "@scai-errors/scaigrid/schema";
import { answer, createEmulator } from "@scai-errors/testing";

const gridFetch = createFetch(scaigrid, { hooks: openTelemetryHooks() });

export async function firstEvent(url: string): Promise<string | undefined> {
  try {
    for await (const { data } of readEvents(await gridFetch(url), scaigrid)) return data;
  } catch (error) {
    if (error instanceof TransportError) return error.id satisfies `transport/${string}`;
    throw error;
  }
  return undefined;
}

export const response = (): Response => new Response(answer(scaigrid, "RATE_LIMITED").body, answer(scaigrid, "RATE_LIMITED"));
export const read = (): Promise<ScaigridError> => scaigrid.fromResponse(response());
// @ts-expect-error -- no such code of ScaiGrid's
answer(scaigrid, "RATE_LIMITTED");

export const emulator = (): ReturnType<typeof createEmulator> => createEmulator({ services: [scaigrid] });

export const code: string = envelope().parse(JSON.parse("{}")).error.code;
export const field: string | undefined = details.VALIDATION_ERROR().parse([])[0]?.field;
