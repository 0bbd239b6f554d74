import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type ServiceError, brand, byStatus, defineService, detailFirst } from "../src/index.js";
import { ShopError, createShopError, depot, depotRows, shop } from "./example.js";

const body = '{"error":{"code":"NO_SUCH_ITEM","message":"No such item","details":{"a":1}}}';
const error = shop.decode({ status: 404, body });

describe("identity", () => {
  /** Another copy of the package, as in a bundle, a second version or the other module format. */
  async function copy(): Promise<typeof import("./example.js")> {
    vi.resetModules();
    return import("./example.js");
  }

  afterEach(() => {
    vi.resetModules();
  });

  it("holds within one copy", () => {
    expect(shop.is(error)).toBe(true);
    expect(error).toBeInstanceOf(ShopError);
    expect(error).toBeInstanceOf(Error);
  });

  it("holds across copies, in both directions", async () => {
    const other = await copy();
    const theirs = other.shop.decode({ status: 404, body });
    expect(other.shop).not.toBe(shop);
    expect([shop.is(theirs), other.shop.is(error)]).toEqual([true, true]);
    expect(theirs).toBeInstanceOf(ShopError);
    expect(error).toBeInstanceOf(other.ShopError);
  });

  class Subclass extends (error.constructor as new () => Error) {}
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a text", "ShopError"],
    ["a number", 7],
    ["an Error", new Error("No such item")],
    ["an Error with the name", Object.assign(new Error("No such item"), { name: "ShopError", service: "shop" })],
    ["a sibling service's error", depot.decode({ status: 404 })],
    ["its JSON", error.toJSON()],
    ["its fields", { ...error }],
    ["an object with the brand", { [Symbol.for("@scai-errors/shop")]: true }],
    ["the prototype", Object.getPrototypeOf(error)],
    ["an object that inherits from it", Object.create(error)],
    ["a subclass's error", Object.create(Subclass.prototype)],
    ["the class", error.constructor],
    ["an object without a prototype", Object.create(null)],
    ["a proxy that was revoked", revoked.proxy],
    ["another realm's Error", runInNewContext("new Error('No such item')")],
  ])("is refused to %s", (_, value) => {
    expect(shop.is(value)).toBe(false);
    expect(value instanceof (ShopError as unknown as new () => object)).toBe(false);
  });

  it("needs nothing but `is`", () => {
    const Any = brand<ServiceError>({ name: "any", is: (value): value is ServiceError => shop.is(value) || depot.is(value) });
    expect([error instanceof Any, depot.decode({ status: 404 }) instanceof Any, {} instanceof Any]).toEqual([true, true, false]);
    expect(Object.isFrozen(Any)).toBe(true);
  });
});

describe("printing", () => {
  const secret = "sk-0123456789";
  const answer = {
    status: 404,
    headers: { authorization: secret, "set-cookie": secret, "x-api-key": secret },
    body: { error: { code: "NO_SUCH_ITEM", message: "No such item", token: secret }, token: secret },
  };

  it("shows the name once, and every field", () => {
    const printed = inspect(error);
    expect(printed.split("\n")[0]).toBe("ShopError: No such item");
    expect(printed.match(/ShopError/g)).toHaveLength(1);
    expect(String(error)).toBe("ShopError [NO_SUCH_ITEM]: No such item");
    expect(error.name).toBe("ShopError");
    expect(error.constructor.name).toBe("ShopError");
  });

  it("shows nothing that is not among the fields, with any printer", () => {
    for (const one of [shop.decode(answer), shop.decode({ ...answer, body: JSON.stringify(answer.body) })]) {
      const printed = [
        String(one),
        one.stack ?? "",
        JSON.stringify(one),
        JSON.stringify({ ...one }),
        inspect(one, { depth: Infinity, showHidden: true, getters: false }),
        inspect(structuredClone(one.toJSON()), { depth: Infinity }),
        inspect(structuredClone(one), { depth: Infinity, showHidden: true }),
      ].join("\n");
      expect(printed).toContain("No such item");
      expect(printed).not.toContain(secret);
    }
  });

  it("has the received text in the excerpt alone, at most 2 kB of it", () => {
    expect(error.excerpt).toBe(body);
    expect(Object.keys(error)).not.toContain("excerpt");
    expect(shop.decode({ status: 404, body: JSON.parse(body) }).excerpt).toBeUndefined();
    const long = shop.decode({ status: 500, body: `<p>${"é".repeat(5000)}` });
    expect(new TextEncoder().encode(long.excerpt).length).toBeLessThanOrEqual(2048);
    expect(long.excerpt?.startsWith("<p>éé")).toBe(true);
    expect(long.excerpt).not.toMatch(/\p{Cs}/u);
  });

  it("as JSON has all fields and nothing else", () => {
    const own = Object.keys(error);
    expect(Object.keys(error.toJSON()).sort()).toEqual([...own, "name", "message"].sort());
    expect(shop.describe({ status: 404, body })).toEqual(error.toJSON());
  });
});

describe("the stack", () => {
  it("begins where the error was made, and is captured once", () => {
    const captured = vi.spyOn(Error, "captureStackTrace");
    const one = shop.decode({ status: 404, body });
    expect(captured).not.toHaveBeenCalled();
    expect(one.stack?.split("\n")[0]).toBe("ShopError: No such item");
    expect(one.stack).toContain("error.test.ts");
    captured.mockRestore();
  });

  it("costs nothing where no error is wanted", () => {
    const prepare = Error.prepareStackTrace;
    let made = 0;
    Error.prepareStackTrace = (one) => `${String(one)} ${(made += 1)}`;
    try {
      void shop.describe({ status: 404, body });
      expect(made).toBe(0);
    } finally {
      Error.prepareStackTrace = prepare;
    }
  });
});

describe("the vocabulary", () => {
  it("has what a row leaves to its status and kind", () => {
    expect(shop.codes).toMatchObject({
      SOLD_OUT: { status: 409, kind: "failed_precondition", retry: "after_change", source: "status", idempotentOnly: false },
      NO_SUCH_ITEM: { status: 404, kind: "not_found", retry: "never", source: "status", idempotentOnly: false },
      TOO_FAST: { status: 429, kind: "rate_limited", retry: "backoff", source: "documented", idempotentOnly: false },
      SPENT: { status: 429, kind: "quota_exceeded", retry: "never", source: "documented", idempotentOnly: false },
      TILL_BROKEN: { status: 500, kind: "internal", retry: "once", source: "documented", idempotentOnly: true },
      SHELF_LOST: { status: undefined, kind: "not_found", retry: "never", source: "status" },
    });
  });

  it("is made when the first error needs it, and once", () => {
    const asked = vi.fn();
    const rows = new Proxy(depotRows, {
      ownKeys: (target) => {
        asked();
        return Reflect.ownKeys(target);
      },
    });
    const findCode = vi.fn(byStatus);
    const service = defineService({
      name: "lazy",
      rows,
      findCode,
      wire: { layers: detailFirst, sendsCodes: false },
      readers: (create) => ({ again: create }),
    });
    expect([asked, findCode].map((one) => one.mock.calls.length)).toEqual([0, 0]);
    expect(service.decode({ status: 404 }).code).toBe("MISSING");
    expect(service.again({ status: 503 }).code).toBe("BUSY");
    expect(service.codes).toBe(service.codes);
    // Once for the entries, and once by the finder.
    expect([asked, findCode].map((one) => one.mock.calls.length)).toEqual([2, 1]);
  });

  it("is frozen, and has no UNRECOGNIZED", () => {
    expect(Object.isFrozen(shop.codes)).toBe(true);
    expect(Object.values(shop.codes).every((entry) => Object.isFrozen(entry))).toBe(true);
    expect(shop.codes).not.toHaveProperty("UNRECOGNIZED");
  });

  it.each([
    [404, "NO_SUCH_ITEM", "not_found", "never"],
    [200, "NO_SUCH_ITEM", "not_found", "never"],
    [503, "SPENT", "quota_exceeded", "never"],
    [404, "NEW_ONE", "not_found", "never"],
    [429, "NEW_ONE", "rate_limited", "backoff"],
    [503, "NEW_ONE", "unavailable", "backoff"],
    [599, "NEW_ONE", "internal", "once"],
    [418, "NEW_ONE", "invalid_argument", "never"],
    [299, "NEW_ONE", "unknown", "never"],
  ])("an answer %d with %s is %s, %s", (status, code, kind, policy) => {
    expect(shop.decode({ status, body: { error: { code } } })).toMatchObject({ status, kind, retry: { policy } });
  });

  it.each([
    ["backoff", 503, true],
    ["backoff, of a limiter, which refuses before anything is done", 429, false],
    ["once", 500, true],
    ["never", 404, false],
    ["after_change", 409, false],
  ])("a failure of the policy %s leaves open what was done: status %d, %s", (_, status, idempotentOnly) => {
    expect(shop.decode({ status }).retry.idempotentOnly).toBe(idempotentOnly);
  });
});

describe("an error from elsewhere", () => {
  it("is none where nothing is known of a failure, as of a frame that reports none", () => {
    expect(createShopError(undefined)).toBeUndefined();
  });

  it("has no status, and the kind that is known", () => {
    const one = createShopError({ code: "UNRECOGNIZED", codeFrom: "close", kind: "out_of_range", message: "Too long" });
    expect(one).toMatchObject({ code: "UNRECOGNIZED", codeFrom: "close", kind: "out_of_range", status: undefined, message: "Too long" });
    expect(createShopError({})).toMatchObject({ code: "UNRECOGNIZED", kind: "unknown", message: "No readable error", codeFrom: "status" });
  });

  it("has no status in its message where platforms have 0 for none", () => {
    expect(shop.decode({ status: 0 })).toMatchObject({ status: 0, message: "No readable error" });
    expect(shop.decode({ status: 1 }).message).toBe("No readable error (HTTP 1)");
  });

  it("has a code of the vocabulary, whatever its maker calls it", () => {
    expect(createShopError({ code: "TILL_BROKEN" })).toMatchObject({ code: "TILL_BROKEN", id: "shop/TILL_BROKEN", kind: "internal" });
    expect(createShopError({ code: "TILL_ON_FIRE", status: 503 })).toMatchObject({
      code: "UNRECOGNIZED",
      id: "shop/UNRECOGNIZED",
      kind: "unavailable",
    });
  });
});
