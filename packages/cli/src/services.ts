import type { CodeDocs, Service } from "@scai-errors/core";
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

/** A service with what people read about its codes. */
export interface DocumentedService {
  readonly service: Service;
  readonly docs: Readonly<Record<string, CodeDocs>>;
}

/** Every service of the platform. A test holds this list, and the dependencies of this package, against what is on disk. */
export const services: readonly DocumentedService[] = [
  { service: scaigrid, docs: scaigridDocs },
  { service: scaikey, docs: scaikeyDocs },
  { service: scaiwave, docs: scaiwaveDocs },
  { service: scaidrive, docs: scaidriveDocs },
  { service: dns, docs: dnsDocs },
];
