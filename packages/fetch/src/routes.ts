import type { EventFrame, ServiceError } from "@scai-errors/core";
import { type FetchInput, targetOf } from "./request.js";

/** What this package needs of a service. */
export interface FetchedService<E extends ServiceError = ServiceError> {
  readonly name: string;
  fromResponse(response: Response, options: { readonly signal: AbortSignal }): Promise<E>;
  is(value: unknown): value is E;
  /** The error of an event-stream frame. Only of services with event streams. */
  fromEvent?(frame: EventFrame): ServiceError | undefined;
}

/** The errors of a service. */
export type ErrorOf<Service> = Service extends { fromResponse(...given: never[]): Promise<infer E extends ServiceError> } ? E : never;

/** Finds services by URL. */
export interface Router<E extends ServiceError = ServiceError> {
  readonly services: readonly FetchedService<E>[];
  /** Undefined for a URL that no service has. */
  readonly serviceOf: (input: FetchInput) => FetchedService<E> | undefined;
}

/** With a slash at its end, so that `/api` does not stand for `/apis`, nor `https://a.example` for `https://a.example.org`. */
function folder(url: string): string {
  return url.replace(/\/?$/, "/");
}

/**
 * Makes the router of a table: `createRouter({ "https://grid.example.com": scaigrid, … })`. Everything at or below a URL belongs to its service,
 * and the longest URL counts.
 * @throws TypeError where a URL is not absolute, or what it stands for is no service.
 */
export function createRouter<const Routes extends Readonly<Record<string, FetchedService>>>(
  routes: Routes,
): Router<ErrorOf<Routes[keyof Routes]>> {
  const sorted = Object.entries(routes)
    .map(([url, service]) => {
      const target = targetOf(url);
      if (!target) throw new TypeError(`createRouter() expects absolute URLs, and "${url}" is none.`);
      if (typeof (Object(service) as Partial<FetchedService>).fromResponse !== "function") {
        throw new TypeError(`createRouter() expects a service for "${url}", such as scaigrid.`);
      }
      // What the table's type says of every one of its services.
      return [folder(target), service as FetchedService<ErrorOf<Routes[keyof Routes]>>] as const;
    })
    // The longest first.
    .sort(([one], [other]) => other.length - one.length);
  return {
    services: sorted.map(([, service]) => service),
    serviceOf: (input) => {
      const url = folder(targetOf(input) ?? "");
      return sorted.find(([prefix]) => url.startsWith(prefix))?.[1];
    },
  };
}
