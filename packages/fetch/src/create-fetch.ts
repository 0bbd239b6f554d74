import { type ServiceError, type TransportError, isTransportError, hasOwn } from "@scai-errors/core";
import { type Failed, call } from "./call.js";
import { type FetchOptions, settingsOf } from "./options.js";
import { withEventErrors } from "./event-errors.js";
import { GivenUpCalls } from "./given-up.js";
import type { FetchInput } from "./request.js";
import { returned } from "./returned.js";
import type { ErrorOf, FetchedService, Router } from "./routes.js";

/** A `fetch` that throws typed errors. */
export interface ServiceFetch<E extends ServiceError> {
  /**
   * Like `fetch`, but throws failed responses as the service's errors and failed connections as `TransportError`, after the retries that they advise.
   * An abort rejects with the signal's reason, and a mistake such as a bad URL with `fetch`'s own error.
   */
  (input: FetchInput, init?: RequestInit): Promise<Response>;
  /** Whether a value is an error that such a call threw: the service's, or that of a failed connection. */
  isFailure(value: unknown): value is Failed<E | TransportError>;
}

/** The errors of a service, or of all services of a router. */
type ErrorsOf<Target> = Target extends Router<infer E> ? E : ErrorOf<Target>;

/** A single service is a router that sends everything to it. */
function routerOf(target: FetchedService | Router): Router {
  if ("serviceOf" in target) return target;
  if (typeof target.fromResponse === "function") return { services: [target], serviceOf: () => target };
  throw new TypeError(
    "createFetch() expects a service, such as scaigrid, or a router that createRouter() made of several; anyOf() only recognizes errors.",
  );
}

/**
 * Makes a `fetch` for a service, or for the services of a router. A request to a URL outside the router is sent once, and its response is returned
 * unchanged.
 * @throws TypeError without a service, or for an invalid option.
 */
export function createFetch<const Target extends FetchedService | Router>(
  target: Target,
  options: FetchOptions = {},
): ServiceFetch<ErrorsOf<Target>> {
  const { services, serviceOf } = routerOf(Object(target) as Target);
  const settings = settingsOf(options);
  const { send } = settings;
  const givenUp = settings.throws ? undefined : new GivenUpCalls(settings.runtime.now);
  const serviceFetch = async (input: FetchInput, init?: RequestInit): Promise<Response> => {
    const service = serviceOf(input);
    if (!service) return send(input, init);
    const repeated = givenUp?.repeat(input, init);
    if (repeated) return repeated;
    const ended = await call(settings, service, input, init);
    if (ended.end === "answered") {
      givenUp?.succeeded(input, init);
      return settings.throws ? ended.response : withEventErrors(ended.response, service);
    }
    const { error, kept } = ended;
    if (kept) {
      const response = (): Response => returned(kept.toHandOn(), error);
      if (kept.isSmall()) givenUp?.keep(input, init, response, error);
      return response();
    }
    const fail = (): never => {
      throw error;
    };
    givenUp?.keep(input, init, fail, error);
    // The stack of an error that came out of a socket has nobody in it who called for it. Only V8 can do this, and only a failure costs it.
    (Error as Partial<Pick<typeof Error, "captureStackTrace">>).captureStackTrace?.(error, serviceFetch);
    throw error;
  };
  return Object.assign(serviceFetch, {
    isFailure: (value: unknown): value is Failed<ErrorsOf<Target> | TransportError> =>
      hasOwn(Object(value) as object, "stoppedBy") && (isTransportError(value) || services.some((one) => one.is(value))),
  });
}
