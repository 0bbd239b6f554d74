import { chainOf } from "./chain.js";
import type { ServiceError } from "./error.js";
import { memberOf } from "./member-of.js";

/** What `anyOf` needs from a service to recognize its errors. Every service has it, and so have `transport` and the result of `anyOf`. */
export interface RecognizingService<E extends ServiceError = ServiceError> {
  is(value: unknown): value is E;
  fromJSON(value: unknown): E | undefined;
}

/** The error type of a service, or of every service in a union. */
export type ErrorOf<S> = S extends { is(value: unknown): value is infer E extends ServiceError } ? E : never;

/** Several services as one. */
export interface AnyOf<E extends ServiceError> {
  /** Whether a value is an error of one of them, from any copy or build of the packages. */
  is(value: unknown): value is E;
  /** Restores an error of any of these services from its JSON; undefined if it belongs to none of them. */
  fromJSON(value: unknown): E | undefined;
  /**
   * Finds the first error of one of these services in what was caught, and in its `cause`, `errors` and `lastError`, through at most 16 objects;
   * undefined if there is none.
   */
  find(caught: unknown): E | undefined;
}

function isRecognizing(value: unknown): boolean {
  return typeof memberOf(value, "is") === "function" && typeof memberOf(value, "fromJSON") === "function";
}

/**
 * Treats several services as one: `anyOf(scaigrid, scaidrive, transport)` recognizes, restores and finds the errors of all three.
 * @throws TypeError if an argument is not a service, such as a list of services, an error class or a name.
 */
export function anyOf<const Services extends readonly RecognizingService[]>(...services: Services): AnyOf<ErrorOf<Services[number]>> {
  type E = ErrorOf<Services[number]>;
  // Otherwise the first error would find out, within the handler that is to handle it.
  if (!services.every(isRecognizing))
    throw new TypeError("anyOf() expects services, each as an argument of its own: anyOf(scaigrid, dns).");
  const is = (value: unknown): value is E => services.some((service) => service.is(value));
  return {
    is,
    fromJSON: (value) => {
      for (const service of services) {
        const error = service.fromJSON(value);
        // The errors of the list are what its type says, which the compiler does not see in a loop.
        if (error) return error as E;
      }
      return undefined;
    },
    find: (caught) => (chainOf(caught) as readonly unknown[]).find(is),
  };
}
