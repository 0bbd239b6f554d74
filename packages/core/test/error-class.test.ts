import { expect, it } from "vitest";
import { shop } from "./example.js";

const body = '{"error":{"code":"NO_SUCH_ITEM","message":"No tea"}}';

it("an error's digest is its id, and the request's where there is one", () => {
  expect(shop.decode({ status: 404, body }).digest).toBe("shop/NO_SUCH_ITEM");
  expect(shop.decode({ status: 404, headers: { "x-request-id": "req_7" }, body }).digest).toBe("shop/NO_SUCH_ITEM req_7");
});

it("an error can be iterated, over its JSON, by which assertions tell errors apart", () => {
  const error = shop.decode({ status: 404, body });
  expect([...(error as unknown as Iterable<unknown>)]).toEqual([error.toJSON()]);
});

it("an error as a text names its code, and its message is clean of it", () => {
  const error = shop.decode({ status: 404, body });
  expect([String(error), error.message]).toEqual(["ShopError [NO_SUCH_ITEM]: No tea", "No tea"]);
});
