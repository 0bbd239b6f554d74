import type { ServiceError } from "./error.js";
import type { Service } from "./service.js";

/**
 * Where an error's class keeps its service: the same symbol in every copy of the packages, so that what one copy made another can write. It does not
 * begin as the marks of `is` do, by which errors are told apart.
 */
export const SERVICE = Symbol.for("scai-errors/service");

/**
 * The service whose error it is, with its vocabulary and its wire format, for who hands an error on without knowing any service by name. Undefined for
 * a failure of the connection, and for an error that a version before 2.0.0 made.
 */
export function serviceOf(error: ServiceError): Service | undefined {
  // What the class has is not part of the type, so that no editor offers it.
  return (error as ServiceError & { readonly [SERVICE]?: () => Service | undefined })[SERVICE]?.();
}
