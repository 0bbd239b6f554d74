import { chainOf } from "./chain.js";
import type { ServiceError } from "./error.js";
import { memberOf } from "./member-of.js";

/** What is needed of a service to tell its errors: any service has it, `transport` has it, and so has what `anyOf` gives. */
export interface RecognizingService<E extends ServiceError = ServiceError> {
  is(value: unknown): value is E;
  fromJSON(value: unknown): E | undefined;
}

/** The errors of a service, and of a union of services those of all of them. */
export type ErrorOf<S> = S extends { is(value: unknown): value is infer E extends ServiceError } ? E : never;

/** Several services as one. */
export interface AnyOf<E extends ServiceError> {
  /** Whether a value is an error of one of them, from any copy or build of the packages. */
  is(value: unknown): value is E;
  /** The error of an error's JSON, whichever of them it is; undefined where it is of none of them. */
  fromJSON(value: unknown): E | undefined;
  /**
   * The first error of one of them among what was caught, what it wraps and what caused it: `cause`, `errors` and `lastError`, over at most 16
   * objects. Undefined where there is none.
   */
  find(caught: unknown): E | undefined;
}

function isRecognizing(value: unknown): boolean {
  return typeof memberOf(value, "is") === "function" && typeof memberOf(value, "fromJSON") === "function";
}

/**
 * Several services as one: `anyOf(scaigrid, scaidrive, transport)` tells, reads back and finds the errors of all three.
 * @throws TypeError where one of them is none, such as a list of services, a class of errors or a name.
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
