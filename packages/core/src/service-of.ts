import type { ServiceError } from "./error.js";
import { markOf } from "./mark.js";
import type { Service } from "./service.js";

/**
 * The service that an error belongs to, with its codes and wire format, for code that passes errors on without knowing the services. Undefined for a
 * failed connection, and for an error made by a version before 2.0.0.
 */
export function serviceOf(error: ServiceError): Service | undefined {
  // What the class has under its mark is not part of the type, so that no editor offers it.
  const holder = error as unknown as Readonly<Record<symbol, (() => Service | undefined) | undefined>>;
  return holder[markOf(error.service)]?.();
}
