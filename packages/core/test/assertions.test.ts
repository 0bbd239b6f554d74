import assert from "node:assert";
import { expect as chaiExpect } from "chai";
import { P, match as matchPattern } from "ts-pattern";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { DepotError, ShopError, depot, shop } from "./example.js";

// Assertions of test libraries, and what else asks a class whether a value is its own. Jest has the same in tools/jest.

const error = shop.decode({ status: 404, body: { error: { code: "NO_SUCH_ITEM", message: "No such item" } } });
const other = shop.decode({ status: 409, body: { error: { code: "SOLD_OUT", message: "No such item" } } });

function fail(): never {
  throw error;
}

describe("Vitest", () => {
  it("finds the class of what was thrown", () => {
    expect(fail).toThrow(ShopError);
    expect(fail).not.toThrow(DepotError);
    expect(error).toBeInstanceOf(ShopError);
    expect(error).not.toBeInstanceOf(DepotError);
    expect(error).toEqual(expect.any(ShopError));
  });

  it("tells errors of different codes apart, and takes those of equal fields for equal", async () => {
    const again = shop.decode({ status: 404, body: { error: { code: "NO_SUCH_ITEM", message: "No such item" } } });
    expect(error).toEqual(again);
    expect(error).not.toEqual(other);
    await expect(Promise.reject(error)).rejects.toThrow(ShopError);
  });
});

describe("node:assert", () => {
  it("finds the class of what was thrown", async () => {
    expect(() => {
      assert.throws(fail, ShopError);
    }).not.toThrow();
    await expect(assert.rejects(() => Promise.reject(error), ShopError)).resolves.toBeUndefined();
    expect(() => {
      assert.throws(fail, DepotError);
    }).toThrow(/expected to be an instance of "DepotError"\. Received "ShopError"/);
  });
});

describe("chai", () => {
  it("finds the class of what was thrown", () => {
    chaiExpect(fail).to.throw(ShopError);
    chaiExpect(fail).to.throw(ShopError, "No such item");
    chaiExpect(fail).not.to.throw(DepotError);
    chaiExpect(error).to.be.instanceOf(ShopError);
    expect(() => chaiExpect(error).to.be.instanceOf(DepotError)).toThrow(/DepotError/);
  });
});

describe("ts-pattern", () => {
  const read = (value: unknown): string =>
    matchPattern(value)
      .with(P.instanceOf(ShopError), ({ code }) => String(code))
      .with(P.instanceOf(DepotError), ({ code }) => String(code))
      .otherwise(() => "other");

  it("matches by class", () => {
    expect([read(error), read(depot.decode({ status: 400 })), read(new Error("m"))]).toEqual(["NO_SUCH_ITEM", "BAD_REQUEST", "other"]);
  });
});

describe("zod", () => {
  it("checks by class", () => {
    expect(z.instanceof(ShopError).safeParse(error).success).toBe(true);
    expect(z.instanceof(ShopError).safeParse(depot.decode({ status: 400 })).success).toBe(false);
  });
});

describe("the class", () => {
  it("makes no errors", () => {
    const Called = ShopError as unknown as { (): unknown; new (): unknown };
    expect(() => Called()).toThrow(TypeError);
    expect(() => new Called()).toThrow(
      /^ShopError cannot be called or constructed: its errors come from shop\.decode\(\) and shop\.fromResponse\(\)\.$/,
    );
    expect(typeof ShopError).toBe("function");
    expect(ShopError.name).toBe("ShopError");
  });
});
