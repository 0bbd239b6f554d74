import { describe, expect, test } from "vitest";
import { anyOf, isServiceError, transport } from "../src/index.js";
import { ShopError, depot, shop } from "./example.js";

const soldOut = shop.decode({ status: 409, body: { error: { code: "SOLD_OUT", message: "m" } } });
const busy = depot.decode({ status: 503 });
const refused = transport.from(Object.assign(new Error("x"), { code: "ECONNREFUSED" }));
const all = anyOf(shop, depot, transport);

describe("anyOf", () => {
  test("is true for the errors of each, and of no other", () => {
    expect([soldOut, busy, refused].map(all.is)).toEqual([true, true, true]);
    expect([new Error("x"), soldOut.toJSON(), undefined, "x"].map(all.is)).toEqual([false, false, false, false]);
    expect(anyOf(depot).is(soldOut)).toBe(false);
    expect(anyOf().is(soldOut)).toBe(false);
  });

  test("reads JSON back, whichever of them it is", () => {
    for (const error of [soldOut, busy, refused]) expect(all.fromJSON(JSON.parse(JSON.stringify(error)))).toEqual(error);
    expect(all.fromJSON({ service: "elsewhere" })).toBeUndefined();
    expect(anyOf(depot).fromJSON(soldOut.toJSON())).toBeUndefined();
  });

  test("finds the first of them in the chain of causes", () => {
    expect(all.find(soldOut)).toBe(soldOut);
    expect(all.find(new Error("a", { cause: new Error("b", { cause: busy }) }))).toBe(busy);
    expect(all.find(new AggregateError([new Error("a"), soldOut, busy]))).toBe(soldOut);
    expect(all.find({ lastError: refused })).toBe(refused);
    expect(anyOf(depot).find(new AggregateError([soldOut, busy]))).toBe(busy);
    expect(all.find(new Error("a"))).toBeUndefined();
    expect(all.find(undefined)).toBeUndefined();
  });

  test("comes to an end in a circle", () => {
    const one = new Error("one");
    one.cause = new AggregateError([one], "two", { cause: one });
    expect(all.find(one)).toBeUndefined();
  });

  test("of others is one itself", () => {
    expect(anyOf(anyOf(shop), anyOf(depot, transport)).find({ cause: busy })).toBe(busy);
  });
});

test("what is no service is told at once, and not by the first error", () => {
  const told = new TypeError("anyOf() expects services, each as an argument of its own: anyOf(scaigrid, dns).");
  for (const wrong of [
    [shop, depot],
    ShopError,
    "shop",
    undefined,
    null,
    {},
    soldOut,
    new Map([["shop", shop]]),
    { is: shop.is },
    { fromJSON: shop.fromJSON },
  ]) {
    expect(() => anyOf(wrong as never)).toThrow(told);
    expect(() => anyOf(shop, wrong as never)).toThrow(told);
  }
});

describe("isServiceError", () => {
  test("is true for every service's errors, also from another copy of the packages", async () => {
    const built = (await import(new URL("../dist/index.js", import.meta.url).href)) as typeof import("../src/index.js");
    expect([soldOut, busy, refused, built.transportError("TIMEOUT")].map(isServiceError)).toEqual([true, true, true, true]);
  });

  test("is false for everything else", () => {
    const lookalikes: unknown[] = [
      undefined,
      null,
      "x",
      1,
      {},
      Object.create(null),
      new Error("x"),
      soldOut.toJSON(),
      structuredClone(soldOut),
      Object.create(soldOut),
      Object.assign(new Error("x"), { [Symbol.for("@scai-errors/shop")]: true }),
      Object.create({ [Symbol("@scai-errors/shop")]: true }),
      Object.create({ [Symbol.for("elsewhere/shop")]: true }),
      Proxy.revocable({}, {}).proxy,
    ];
    expect(lookalikes.map(isServiceError)).toEqual(lookalikes.map(() => false));
  });

  test("is true where the class has other symbols, too", () => {
    expect(isServiceError(Object.create({ [Symbol("x")]: true, [Symbol.for("@scai-errors/shop")]: true }))).toBe(true);
  });
});
