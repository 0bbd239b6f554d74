import type { ServiceError } from "@scai-errors/core";
import { type FetchInput, targetOf } from "./request.js";

/** What this package needs of a service. */
export interface FetchedService<E extends ServiceError = ServiceError> {
  readonly name: string;
  fromResponse(response: Response, options: { readonly signal: AbortSignal }): Promise<E>;
  is(value: unknown): value is E;
}

/** The services of several URLs: everything at or below a URL belongs to its service, and the longest URL counts. */
export type Routes = Readonly<Record<string, FetchedService>>;

/** Finds services by URL. */
export interface Router {
  readonly services: readonly FetchedService[];
  /** Undefined for a URL that no service has. */
  serviceOf(input: FetchInput): FetchedService | undefined;
}

function isService(value: FetchedService | Routes | undefined): value is FetchedService {
  return typeof value?.fromResponse === "function";
}

/** With a slash at its end, so that `/api` does not stand for `/apis`, nor `https://a.example` for `https://a.example.org`. */
function folder(url = ""): string {
  return url.replace(/\/?$/, "/");
}

/**
 * Makes the router of a service or a table of services.
 * @throws TypeError where it is neither.
 */
export function routerOf(target: FetchedService | Routes): Router {
  if (isService(target)) return { services: [target], serviceOf: () => target };
  const routes = Object.entries(target ?? {}).map(([url, service]) => [folder(targetOf(url)), service] as const);
  if (!routes.length || routes.some(([url, service]) => url === "/" || !isService(service))) {
    throw new TypeError("createFetch() expects a service, such as scaigrid, or an object with a service for every absolute URL in it.");
  }
  // The longest first.
  routes.sort(([one], [other]) => other.length - one.length);
  return {
    services: routes.map(([, service]) => service),
    serviceOf: (input) => routes.find(([url]) => folder(targetOf(input)).startsWith(url))?.[1],
  };
}
