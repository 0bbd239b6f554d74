import { describe, expectTypeOf, it } from "vitest";
import { type JsonValue, type Kind, assertNever, match } from "../src/index.js";
import type { DepotError, ShopError, Shortage } from "./example.js";

declare const error: ShopError;
declare const either: ShopError | DepotError;

describe("match by code", () => {
  const rest = { NO_SUCH_ITEM: () => 1, SPENT: () => 2, TILL_BROKEN: () => 3, SHELF_LOST: () => 4, UNRECOGNIZED: () => 5 };

  it("infers what each handler is given, and what comes back", () => {
    const result = match(error, "code", {
      ...rest,
      SOLD_OUT: (one) => {
        expectTypeOf(one.details).toEqualTypeOf<Shortage>();
        expectTypeOf(one.kind).toEqualTypeOf<"failed_precondition">();
        return "text";
      },
      TOO_FAST: (one) => one.details.seconds,
    });
    expectTypeOf(result).toEqualTypeOf<string | number | undefined>();
  });

  it("needs a handler for every code", () => {
    // @ts-expect-error -- SOLD_OUT and TOO_FAST are missing
    match(error, "code", rest);
    // @ts-expect-error -- TOO_FAST is missing
    match(error, "code", { ...rest, SOLD_OUT: () => 0 });
  });

  it("refuses a handler for a code that does not exist", () => {
    // @ts-expect-error -- a typing error
    match(error, "code", { ...rest, SOLD_OUT: () => 0, TOO_FAST: () => 0, TOO_FASTT: () => 0 });
    // @ts-expect-error -- also beside `otherwise`
    match(error, "code", { SOLDOUT: () => 0, otherwise: () => 1 });
  });

  it("takes `otherwise` for all others, which is given any of them", () => {
    const result = match(error, "code", {
      SOLD_OUT: (one) => one.details.item,
      otherwise: (one) => {
        expectTypeOf(one).toEqualTypeOf<ShopError>();
        return one.code;
      },
    });
    expectTypeOf(result).toExtend<string>();
  });
});

describe("match by the other discriminants", () => {
  it("id tells services apart", () => {
    match(either, "id", {
      "shop/SOLD_OUT": (one) => {
        expectTypeOf(one.code).toEqualTypeOf<"SOLD_OUT">();
        expectTypeOf(one.service).toEqualTypeOf<"shop">();
      },
      "depot/MISSING": (one) => expectTypeOf(one.details).toEqualTypeOf<JsonValue | undefined>(),
      otherwise: () => undefined,
    });
    // @ts-expect-error -- that code is the other service's
    match(either, "id", { "shop/MISSING": () => 0, otherwise: () => 0 });
    // @ts-expect-error -- ids are missing
    match(either, "id", { "shop/SOLD_OUT": () => 0 });
  });

  it("service", () => {
    const result = match(either, "service", {
      shop: (one) => {
        expectTypeOf(one).toEqualTypeOf<ShopError>();
        return 1;
      },
      depot: (one) => one.code,
    });
    expectTypeOf(result).toEqualTypeOf<DepotError["code"] | number>();
    // @ts-expect-error -- the depot is missing
    match(either, "service", { shop: () => 0 });
    // @ts-expect-error -- no such service
    match(either, "service", { shop: () => 0, depot: () => 0, store: () => 0 });
  });

  it("kind", () => {
    match(either, "kind", {
      rate_limited: (one) => expectTypeOf(one.retry.afterMs).toEqualTypeOf<number | undefined>(),
      otherwise: (one) => expectTypeOf(one.kind).toEqualTypeOf<Kind>(),
    });
    // @ts-expect-error -- kinds are missing
    match(either, "kind", { rate_limited: () => 0 });
    // @ts-expect-error -- no such kind
    match(either, "kind", { ratelimited: () => 0, otherwise: () => 0 });
  });

  it("nothing else", () => {
    // @ts-expect-error -- a status is no discriminant
    match(either, "status", { otherwise: () => 0 });
  });
});

describe("a switch", () => {
  it("narrows by code, and is closed by assertNever", () => {
    switch (error.code) {
      case "SOLD_OUT":
        expectTypeOf(error.details).toEqualTypeOf<Shortage>();
        break;
      case "TOO_FAST":
        expectTypeOf(error.details).toEqualTypeOf<{ readonly seconds: number | undefined }>();
        break;
      case "UNRECOGNIZED":
        expectTypeOf(error.kind).toEqualTypeOf<Kind>();
        expectTypeOf(error.receivedCode).toEqualTypeOf<string | undefined>();
        break;
      case "NO_SUCH_ITEM":
      case "SPENT":
      case "TILL_BROKEN":
      case "SHELF_LOST":
        break;
      default:
        assertNever(error);
    }
  });

  it("narrows by id across services", () => {
    if (either.id === "depot/NO_KEY") expectTypeOf(either.code).toEqualTypeOf<"NO_KEY">();
    // @ts-expect-error -- no such id
    if (either.id === "depot/SOLD_OUT") return;
  });

  it("refuses codes that do not exist, and a `never` that is not reached", () => {
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- what is missing is the point
    switch (error.code) {
      // @ts-expect-error -- a typing error
      case "SOLDOUT":
        break;
      default:
        // @ts-expect-error -- all cases are missing
        assertNever(error);
    }
  });
});
