import { describe, expectTypeOf, it } from "vitest";
import {
  type ReadingService,
  type Service,
  type ServiceError,
  type TransportError,
  anyOf,
  assertNever,
  errorFrom,
  isServiceError,
  match,
  transport,
} from "../src/index.js";
import { type DepotError, type ShopError, depot, shop } from "./example.js";

declare const caught: unknown;
declare const byHost: typeof shop | typeof depot;
const all = anyOf(shop, depot, transport);

describe("errorFrom", () => {
  it("gives the service's errors, those of a connection, or nothing", () => {
    expectTypeOf(errorFrom(shop, caught)).resolves.toEqualTypeOf<ShopError | TransportError | undefined>();
    expectTypeOf(errorFrom(depot, caught, { maxBytes: 1 })).resolves.toEqualTypeOf<DepotError | TransportError | undefined>();
    expectTypeOf(errorFrom(byHost, caught)).resolves.toEqualTypeOf<ShopError | DepotError | TransportError | undefined>();
    // @ts-expect-error -- failures of the connection are no service's answers
    void errorFrom(transport, caught);
    // @ts-expect-error -- the service comes first
    void errorFrom(caught, shop);
    // @ts-expect-error -- services that are recognized only read nothing
    void errorFrom(all, caught);
  });

  it("keeps what a program's own function says of its service", () => {
    const ofAny = <E extends ServiceError>(service: ReadingService<E>): Promise<E | TransportError | undefined> =>
      errorFrom(service, caught);
    expectTypeOf(ofAny(shop)).resolves.toEqualTypeOf<ShopError | TransportError | undefined>();
    expectTypeOf(errorFrom(shop as Service, caught)).resolves.toEqualTypeOf<ServiceError | TransportError | undefined>();
  });
});

describe("anyOf", () => {
  it("is the union of its services", () => {
    expectTypeOf(all.fromJSON(caught)).toEqualTypeOf<ShopError | DepotError | TransportError | undefined>();
    expectTypeOf(all.find(caught)).toEqualTypeOf<ShopError | DepotError | TransportError | undefined>();
    expectTypeOf(anyOf(anyOf(shop), depot).find(caught)).toEqualTypeOf<ShopError | DepotError | undefined>();
    // @ts-expect-error -- an error is no service
    anyOf(shop, new Error("x"));
  });

  it("narrows, and is matched exhaustively by service, kind and id", () => {
    if (!all.is(caught)) return;
    const name = match(caught, "service", { shop: (one) => one.code, depot: (one) => one.code, transport: (one) => one.details });
    expectTypeOf(name).toEqualTypeOf<ShopError["code"] | DepotError["code"] | TransportError["details"]>();
    // @ts-expect-error -- the connection is missing
    match(caught, "service", { shop: () => 0, depot: () => 0 });
    match(caught, "id", { "shop/SOLD_OUT": (one) => one.details.item, "transport/TIMEOUT": () => "late", otherwise: (one) => one.id });
    // @ts-expect-error -- no such code
    match(caught, "id", { "depot/SOLD_OUT": () => 0, otherwise: () => 0 });
    match(caught, "kind", { rate_limited: (one) => one.retry.afterMs, otherwise: () => undefined });
    switch (caught.service) {
      case "shop":
        return expectTypeOf(caught).toEqualTypeOf<ShopError>();
      case "depot":
        return expectTypeOf(caught).toEqualTypeOf<DepotError>();
      case "transport":
        return expectTypeOf(caught).toEqualTypeOf<TransportError>();
      default:
        return assertNever(caught);
    }
  });
});

describe("isServiceError", () => {
  it("narrows to what all services' errors have", () => {
    if (isServiceError(caught)) expectTypeOf(caught).toEqualTypeOf<ServiceError>();
  });
});
