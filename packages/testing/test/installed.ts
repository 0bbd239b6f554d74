import type { CodeEntry, Service } from "@scai-errors/core";
import { services } from "@scai-errors/workspace/services";
import { findServices } from "../src/find-services.js";

/** Every service of this workspace, found as the command line finds them. */
export const installed: readonly Service[] = findServices(import.meta.dirname, [], () => undefined);

export function installedService(name: string): Service {
  const service = services.find((one) => one.name === name);
  if (!service) throw new Error(`There is no service ${name}.`);
  return service;
}

/** Every code with its service, for tests that hold for all of them. */
export const allCodes: readonly (readonly [id: string, service: Service, code: string, entry: CodeEntry])[] = installed.flatMap((service) =>
  Object.entries(service.codes).map(([code, entry]) => [`${service.name}/${code}`, service, code, entry] as const),
);
