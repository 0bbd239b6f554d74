import { describe, expect, it } from "vitest";
import { assertNever, match } from "../src/index.js";
import { type DepotError, type ShopError, depot, shop } from "./example.js";

const soldOut = shop.decode({ status: 409, body: { error: { code: "SOLD_OUT", details: { item: "tea", left: 2 } } } });
const missing = depot.decode({ status: 404 });
const byCode = {
  SOLD_OUT: (error: { details: { item: string } }) => `no ${error.details.item}`,
  NO_SUCH_ITEM: () => "gone",
  TOO_FAST: () => "wait",
  SPENT: () => "pay",
  TILL_BROKEN: () => "sorry",
  SHELF_LOST: () => "lost",
  UNRECOGNIZED: (error: { receivedCode: string | undefined }) => `new: ${error.receivedCode}`,
};

/** An error of a newer version than these types were compiled against. */
function newer(members: object): ShopError {
  return { ...soldOut, ...members };
}

describe("match", () => {
  it("calls the one handler, and gives its result", () => {
    expect(match(soldOut, "code", byCode)).toBe("no tea");
    expect(match(shop.decode({ status: 404, body: { error: { code: "NEW_ONE" } } }), "code", byCode)).toBe("new: NEW_ONE");
  });

  it("tells several services apart by id, kind and service", () => {
    for (const error of [soldOut, missing] as (ShopError | DepotError)[]) {
      expect(match(error, "id", { "shop/SOLD_OUT": () => "id", "depot/MISSING": () => "id", otherwise: () => "other" })).toBe("id");
      expect(match(error, "service", { shop: () => "shop", depot: () => "depot" })).toBe(error.service);
      expect(match(error, "kind", { not_found: () => "not_found", otherwise: ({ kind }) => kind })).toBe(error.kind);
    }
  });

  it("sends what it has no handler for to `otherwise`", () => {
    expect(match(soldOut, "code", { NO_SUCH_ITEM: () => "gone", otherwise: (error) => error.code })).toBe("SOLD_OUT");
    expect(match(newer({ code: "NEWER" }), "code", { ...byCode, otherwise: () => "other" })).toBe("other");
  });

  it("sends a code that is newer than the types to the handler for unrecognized ones", () => {
    expect(match(newer({ code: "NEWER", receivedCode: "NEWER" }), "code", byCode)).toBe("new: NEWER");
    const byId = { "shop/SOLD_OUT": () => "known", "shop/UNRECOGNIZED": () => "new", otherwise: undefined };
    expect(match(newer({ id: "shop/NEWER" }), "id", byId as unknown as { otherwise: () => string })).toBe("new");
    expect(
      match(newer({ kind: "newer" }), "kind", { unknown: () => "unknown", otherwise: undefined } as unknown as { otherwise: () => string }),
    ).toBe("unknown");
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("calls nothing inherited, for the code %s", (code) => {
    expect(match(newer({ code }), "code", byCode)).toMatch(/^new: /);
  });

  it("says what is missing where there is nothing to call", () => {
    const none = {} as { otherwise: () => string };
    expect(() => match(soldOut, "code", none)).toThrow(new TypeError('match() has no handler for the code "SOLD_OUT" and no "otherwise".'));
  });

  it("lets through what a handler throws", () => {
    const thrown = new Error("mine");
    expect(() =>
      match(soldOut, "code", {
        otherwise: () => {
          throw thrown;
        },
      }),
    ).toThrow(thrown);
  });
});

describe("assertNever", () => {
  it("says which error no case handles", () => {
    expect(() => assertNever(newer({ id: "shop/NEWER" }) as never)).toThrow(new TypeError("No case handles the error shop/NEWER."));
  });

  it("says it in one clean line", () => {
    const error = newer({ id: "shop/\u001B[31mNEWER\n" }) as never;
    expect(() => assertNever(error)).toThrow(new TypeError("No case handles the error shop/ NEWER."));
  });

  it.each<unknown>([undefined, null, 7, {}, { id: { toString: null } }])("says so of %j without touching it", (value) => {
    expect(() => assertNever(value as never)).toThrow(new TypeError("No case handles this value."));
  });
});
