import type { CodeDocs, ErrorBrand, Service, ServiceError } from "@scai-errors/core";
import { DnsError, dns } from "@scai-errors/dns";
import { docs as dnsDocs } from "@scai-errors/dns/docs";
import * as dnsSchema from "@scai-errors/dns/schema";
import { ScaidriveError, scaidrive } from "@scai-errors/scaidrive";
import { docs as scaidriveDocs } from "@scai-errors/scaidrive/docs";
import * as scaidriveSchema from "@scai-errors/scaidrive/schema";
import { ScaigridError, scaigrid } from "@scai-errors/scaigrid";
import { docs as scaigridDocs } from "@scai-errors/scaigrid/docs";
import * as scaigridSchema from "@scai-errors/scaigrid/schema";
import { ScaikeyError, scaikey } from "@scai-errors/scaikey";
import { docs as scaikeyDocs } from "@scai-errors/scaikey/docs";
import * as scaikeySchema from "@scai-errors/scaikey/schema";
import { ScaiwaveError, scaiwave } from "@scai-errors/scaiwave";
import { docs as scaiwaveDocs } from "@scai-errors/scaiwave/docs";
import * as scaiwaveSchema from "@scai-errors/scaiwave/schema";
import type { ZodMiniType } from "zod/mini";

/** Any failure of any service, told apart by `id`. */
export type AnyError = ScaigridError | ScaikeyError | ScaiwaveError | ScaidriveError | DnsError;

/** What every service package exports, as far as the checks across packages look at it. */
export interface Member {
  readonly service: Service;
  /** The right side of `instanceof`. */
  readonly brand: ErrorBrand<ServiceError>;
  readonly docs: Readonly<Record<string, CodeDocs>>;
  readonly schema: {
    envelope(): ZodMiniType;
    readonly details?: Readonly<Record<string, () => ZodMiniType>>;
  };
}

/** Every service of the platform. A sixth is one more row, here and in AnyError; the checks go through this list. */
export const members: readonly Member[] = [
  { service: scaigrid, brand: ScaigridError, docs: scaigridDocs, schema: scaigridSchema },
  { service: scaikey, brand: ScaikeyError, docs: scaikeyDocs, schema: scaikeySchema },
  { service: scaiwave, brand: ScaiwaveError, docs: scaiwaveDocs, schema: scaiwaveSchema },
  { service: scaidrive, brand: ScaidriveError, docs: scaidriveDocs, schema: scaidriveSchema },
  { service: dns, brand: DnsError, docs: dnsDocs, schema: dnsSchema },
];
