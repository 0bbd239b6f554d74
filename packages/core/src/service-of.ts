import type { ServiceError } from "./error.js";
import { markOf } from "./mark.js";
import type { Service } from "./service.js";

/**
 * The service whose error it is, with its vocabulary and its wire format, for who hands an error on without knowing any service by name. Undefined for
 * a failure of the connection, and for an error that a version before 2.0.0 made.
 */
export function serviceOf(error: ServiceError): Service | undefined {
  // What the class has under its mark is not part of the type, so that no editor offers it.
  const holder = error as unknown as Readonly<Record<symbol, (() => Service | undefined) | undefined>>;
  return holder[markOf(error.service)]?.();
}
