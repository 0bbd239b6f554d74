import { type Failed, call } from "./call.js";
import { type FetchOptions, settingsOf } from "./options.js";
import type { FetchInput } from "./request.js";
import { type FetchedService, type Routes, routerOf } from "./routes.js";
import { transport, type TransportError } from "./transport-error.js";

/** The errors of a service, or of all services of a table. */
export type ErrorOf<Target> = Target extends { fromResponse(...given: never[]): Promise<infer E> }
  ? E
  : Target extends Routes
    ? ErrorOf<Target[keyof Target]>
    : never;

/** A `fetch` that throws typed errors. */
export interface ServiceFetch<E> {
  /**
   * As `fetch`. Answers other than successes are thrown as the service's errors, and failures of the connection as `TransportError`, after the
   * retries that they advise. An abort rejects with the signal's reason, and a mistake such as a bad URL with what `fetch` says of it.
   */
  (input: FetchInput, init?: RequestInit): Promise<Response>;
  /** Whether a value is an error that such a call threw: one of the service's, or of the connection. */
  isFailure(value: unknown): value is Failed<E | TransportError>;
}

/**
 * Makes a `fetch` for a service, or for several: `createFetch({ "https://grid.example.com": scaigrid, … })`. What goes to a URL that no service
 * has is sent once, as it is.
 * @throws TypeError where it is given no service, or an option that is out of its range.
 */
export function createFetch<const Target extends FetchedService | Routes>(
  target: Target,
  options: FetchOptions = {},
): ServiceFetch<ErrorOf<Target>> {
  const settings = settingsOf(options);
  const { serviceOf, services } = routerOf(target);
  const serviceFetch = async (input: FetchInput, init?: RequestInit): Promise<Response> => {
    const service = serviceOf(input);
    return service ? call(settings, service, input, init) : settings.send(input, init);
  };
  return Object.assign(serviceFetch, {
    isFailure: (value: unknown): value is Failed<ErrorOf<Target> | TransportError> =>
      Object.hasOwn(Object(value) as object, "stoppedBy") && [transport, ...services].some((one) => one.is(value)),
  });
}
