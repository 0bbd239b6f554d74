import { type CodeDocs, type CodeEntry, type Service, type TransportCode, transport, transportError } from "@scai-errors/core";
import { transportDocs } from "@scai-errors/core/docs";
import { dns } from "@scai-errors/dns";
import { docs as dnsDocs } from "@scai-errors/dns/docs";
import { scaidrive } from "@scai-errors/scaidrive";
import { docs as scaidriveDocs } from "@scai-errors/scaidrive/docs";
import { scaigrid } from "@scai-errors/scaigrid";
import { docs as scaigridDocs } from "@scai-errors/scaigrid/docs";
import { scaikey } from "@scai-errors/scaikey";
import { docs as scaikeyDocs } from "@scai-errors/scaikey/docs";
import { scaiwave } from "@scai-errors/scaiwave";
import { docs as scaiwaveDocs } from "@scai-errors/scaiwave/docs";

/** Codes with what people read about them. */
export interface DocumentedCodes {
  readonly service: Pick<Service, "name" | "codes">;
  readonly docs: Readonly<Record<string, CodeDocs>>;
}

/** A service with what people read about its codes. */
export interface DocumentedService extends DocumentedCodes {
  readonly service: Service;
}

/** Every service of the platform. A test holds this list, and the dependencies of this package, against what is on disk. */
export const services: readonly DocumentedService[] = [
  { service: scaigrid, docs: scaigridDocs },
  { service: scaikey, docs: scaikeyDocs },
  { service: scaiwave, docs: scaiwaveDocs },
  { service: scaidrive, docs: scaidriveDocs },
  { service: dns, docs: dnsDocs },
];

function connectionEntry(code: TransportCode): CodeEntry {
  const { kind, retry } = transportError(code);
  return { status: undefined, kind, retry: retry.policy, source: retry.source, idempotentOnly: retry.idempotentOnly };
}

// Object.keys forgets what the names of the table are.
const connectionCodes = Object.keys(transport.codes) as readonly TransportCode[];

/** The failures of connections: codes of no service, with which a call to any of them can end. */
export const connections: DocumentedCodes = {
  service: {
    name: transport.name,
    codes: Object.fromEntries(connectionCodes.map((code) => [code, connectionEntry(code)])),
  },
  docs: transportDocs,
};

/** All codes that there is something to read about. */
export const documented: readonly DocumentedCodes[] = [...services, connections];
