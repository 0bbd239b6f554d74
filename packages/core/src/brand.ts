import type { ServiceError } from "./error.js";
import { errorNameOf } from "./error-name.js";

/**
 * The right-hand side of `instanceof` for a service's errors, from any copy or build of the package. It is a function, so that every test library
 * accepts it; it makes no errors.
 */
export type ErrorBrand<E> = (abstract new (...none: never) => E) & { [Symbol.hasInstance](value: unknown): value is E };

/** What a brand stands for. */
interface BrandedService<E> {
  readonly name: string;
  is(value: unknown): value is E;
}

/**
 * Makes the right-hand side of `instanceof` for a service's errors. Calling it is a TypeError: errors come from the service's parsers.
 * @param readers the calls that the TypeError names.
 */
export function brand<E extends ServiceError>(
  service: BrandedService<E>,
  readers = `${service.name}.decode() and ${service.name}.fromResponse()`,
): ErrorBrand<E> {
  const name = errorNameOf(service.name);
  function ErrorOfService(): never {
    throw new TypeError(`${name} cannot be called or constructed: its errors come from ${readers}.`);
  }
  // So that node:assert takes it for a class of errors, and not for a function that checks one.
  Object.setPrototypeOf(ErrorOfService, Error);
  Object.defineProperties(ErrorOfService, {
    name: { value: name },
    [Symbol.hasInstance]: { value: (value: unknown) => service.is(value) },
  });
  // What it has was defined just now, which the compiler does not follow.
  return Object.freeze(ErrorOfService) as unknown as ErrorBrand<E>;
}
