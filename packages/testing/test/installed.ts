import type { CodeEntry, Service } from "@scai-errors/core";
import { dns } from "@scai-errors/dns";
import { scaidrive } from "@scai-errors/scaidrive";
import { scaigrid } from "@scai-errors/scaigrid";
import { scaikey } from "@scai-errors/scaikey";
import { scaiwave } from "@scai-errors/scaiwave";
import { findServices } from "../src/find-services.js";

/** Every service of this workspace, found as the command line finds them: a new one is tested without being named here. */
export const installed: readonly Service[] = findServices(import.meta.dirname, [], () => undefined);

/** The services that there are for certain. */
export const five: readonly Service[] = [dns, scaidrive, scaigrid, scaikey, scaiwave];

export function installedService(name: string): Service {
  const service = five.find((one) => one.name === name);
  if (!service) throw new Error(`There is no service ${name}.`);
  return service;
}

/** Every code with its service, for tests that hold for all of them. */
export const allCodes: readonly (readonly [id: string, service: Service, code: string, entry: CodeEntry])[] = installed.flatMap((service) =>
  Object.entries(service.codes).map(([code, entry]) => [`${service.name}/${code}`, service, code, entry] as const),
);
