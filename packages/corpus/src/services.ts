import type { Service } from "@scai-errors/core";
import { dns } from "@scai-errors/dns";
import { scaidrive } from "@scai-errors/scaidrive";
import { scaigrid } from "@scai-errors/scaigrid";
import { scaikey } from "@scai-errors/scaikey";
import { scaiwave } from "@scai-errors/scaiwave";

/** The name of a service, for what a case expects of one of them alone. */
export type ServiceName = "scaigrid" | "scaikey" | "scaiwave" | "scaidrive" | "dns";

/** Every service of the platform. What the corpus demands is demanded of each of them. */
export const services: readonly Service[] = [scaigrid, scaikey, scaiwave, scaidrive, dns];
