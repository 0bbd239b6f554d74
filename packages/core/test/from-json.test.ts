import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KINDS, byWireCode, copyJson, defineService } from "../src/index.js";
import { ShopError, createShopError, depot, shop } from "./example.js";
import { MANY } from "./many.js";

const error = shop.decode({
  status: 429,
  headers: { "x-shop-limit": "60", "x-shop-remaining": "0", "x-shop-reset": "1713888715", "retry-after": "7" },
  body: {
    error: { code: "TOO_FAST", message: "Slow down", details: [{ loc: ["body", "a"], msg: "m", type: "t" }] },
    meta: { request_id: "req_1" },
  },
});

/** A service whose details have a list that may be empty. */
const listing = defineService({
  name: "listing",
  rows: { LISTED: { status: 409, details: () => ({ entries: [] }) } },
  findCode: byWireCode,
  wire: shop.wire,
});

/** Through text and back, as logs and queues do it. */
const stored = (value: object): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

/** `{"a":{"a":…}}` so many levels deep, as text. */
function nested(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
}

/** As stores do it that order the members of objects. */
function reordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(reordered);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reordered(member)]),
  );
}

describe("an error's JSON", () => {
  it.each([
    ["with everything in it", error],
    [
      "of a known code",
      shop.decode({ status: 404, body: { error: { code: "NO_SUCH_ITEM", message: "m", details: { a: [1, { b: null }] } } } }),
    ],
    [
      "of a code with typed details",
      shop.decode({ status: 409, body: { error: { code: "SOLD_OUT", details: { item: "tea", left: 2 } } } }),
    ],
    ["of an unknown code", shop.decode({ status: 410, body: { error: { code: "NEW_ONE", message: "m" } } })],
    ["without a code", shop.decode({ status: 502, body: "<html>" })],
    ["without a status", createShopError({ receivedCode: "SHELF_LOST" })],
    ["of a close", createShopError({ code: "UNRECOGNIZED", codeFrom: "close", kind: "out_of_range", receivedCode: "1009" })],
    ["with a message that had to be cut", shop.decode({ status: 500, body: "é".repeat(5000) })],
    ["with very many problems", shop.decode({ status: 422, body: { detail: Array(MANY).fill("m") } })],
  ])("%s becomes the same error again", (_, one) => {
    for (const json of [stored(one), reordered(stored(one)), one.toJSON()]) {
      const again = shop.fromJSON(json);
      expect(again).toBeInstanceOf(ShopError);
      expect(again?.toJSON()).toEqual(one.toJSON());
    }
  });

  it("keeps a page as the message of a problem, as older versions wrote it", () => {
    const json = { ...stored(error), issues: [{ path: ["a"], message: "<html>Bad Request</html>" }] };
    expect(shop.fromJSON(json)?.issues).toEqual([{ in: undefined, path: ["a"], message: "<html>Bad Request</html>", type: undefined }]);
  });

  it("has all fields and nothing else", () => {
    expect(stored(error)).toEqual({
      name: "ShopError",
      service: "shop",
      code: "TOO_FAST",
      id: "shop/TOO_FAST",
      kind: "rate_limited",
      message: "Slow down",
      status: 429,
      receivedCode: "TOO_FAST",
      codeFrom: "wire",
      details: { seconds: 7 },
      issues: [{ in: "body", path: ["a"], message: "m", type: "t" }],
      requestId: "req_1",
      retry: { policy: "backoff", afterMs: 7000, idempotentOnly: false, source: "documented" },
      rateLimit: { limit: 60, remaining: 0, resetAt: 1_713_888_715_000 },
    });
  });
});

describe("a value is refused", () => {
  const retry = { policy: "backoff", afterMs: 7000, idempotentOnly: false, source: "documented" };
  const hostile = { toString: null, valueOf: null };

  it.each<[string, readonly unknown[]]>([
    ["name", ["DepotError", "Error", 7, null]],
    ["service", ["depot", 7, null]],
    ["code", ["SPENT", "NEW_ONE", 7, null, ["TOO_FAST"], hostile]],
    ["id", ["shop/SPENT", "TOO_FAST", 7, null]],
    ["kind", [7, null, ["rate_limited"], hostile]],
    ["message", [7, null, "", "two\nlines", "a".repeat(1025), {}, hostile]],
    ["status", ["429", {}, [429], hostile, true, -1]],
    ["receivedCode", [7, {}, "two\nlines", Symbol("s"), 1n, () => 1, -Infinity]],
    ["codeFrom", [7, null, {}, ["wire"]]],
    ["details", [{ seconds: "7" }, { seconds: 8 }, [], null, "seven", 7, Symbol("s")]],
    [
      "issues",
      [
        "none",
        {},
        [7],
        [{}],
        [{ path: "a", message: "m" }],
        [{ path: ["a"], message: 7 }],
        [{ in: 7, path: ["a"], message: "m" }],
        [{ path: [null], message: "m" }],
      ],
    ],
    ["requestId", [7, {}, "two\nlines"]],
    [
      "retry",
      [
        null,
        7,
        "backoff",
        [],
        {},
        { ...retry, policy: 7 },
        { ...retry, afterMs: "7000" },
        { ...retry, afterMs: -1 },
        { ...retry, idempotentOnly: 0 },
        { ...retry, source: 7 },
      ],
    ],
    ["rateLimit", [7, "60", [], {}, { limit: "60" }, { limit: 60, resetAt: "soon" }, { limit: -1 }]],
  ])("with a wrong %s", (field, values) => {
    for (const value of values) expect([value, shop.fromJSON({ ...stored(error), [field]: value })]).toEqual([value, undefined]);
  });

  it.each(["name", "service", "code", "id", "kind", "message", "codeFrom", "retry", "details"])("without its %s", (field) => {
    const { [field]: _, ...rest } = stored(error);
    expect(shop.fromJSON(rest)).toBeUndefined();
  });

  it.each<unknown>([undefined, null, true, 7, "{}", [], {}, { retry: {} }, { code: hostile, retry: {} }, Symbol("s"), () => 1])(
    "%j, which is no error's JSON",
    (value) => {
      expect(shop.fromJSON(value)).toBeUndefined();
    },
  );

  it("that another service wrote", () => {
    expect(shop.fromJSON(stored(depot.decode({ status: 404 })))).toBeUndefined();
  });

  it("that cannot be looked at", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(shop.fromJSON(proxy)).toBeUndefined();
    expect(
      shop.fromJSON({
        ...stored(error),
        get details(): unknown {
          throw new Error("no");
        },
      }),
    ).toBeUndefined();
  });

  it("that lies deeper than any error's JSON does is cut", () => {
    const json = stored(shop.decode({ status: 404, body: { code: "NO_SUCH_ITEM", details: JSON.parse(nested(40)) } }));
    expect(shop.fromJSON(json)?.toJSON()).toEqual(json);
    const cut = shop.fromJSON({ ...json, details: JSON.parse(nested(MANY)) });
    expect(JSON.stringify(cut?.details)).toMatch(/^(\{"a":){33}"…"\}{33}$/);
  });
});

describe("an error's JSON survives", () => {
  const json = stored(error);
  const anything = fc.dictionary(
    fc.string().filter((name) => !(name in json)),
    fc.jsonValue(),
  );

  it("what frameworks and loggers add", () => {
    fc.assert(fc.property(anything, (more) => shop.fromJSON({ ...more, ...json })?.toJSON().id === "shop/TOO_FAST"));
    expect(shop.fromJSON({ ...json, digest: "1234", level: 30, time: 1, cause: null })?.toJSON()).toEqual(error.toJSON());
  });

  it("null where a field is absent", () => {
    const bare = shop.decode({ status: 404, body: { error: { code: "NO_SUCH_ITEM", message: "m" } } });
    const nulled = { ...stored(bare), receivedCode: "NO_SUCH_ITEM", details: null, requestId: null, rateLimit: null };
    expect(shop.fromJSON({ ...nulled, retry: { ...bare.retry, afterMs: null } })?.toJSON()).toEqual(bare.toJSON());
  });

  it("stores that leave out lists and objects with nothing in them", () => {
    const bare = listing.decode({ status: 409, body: { error: { code: "LISTED", message: "m" } } });
    expect(bare.details).toEqual({ entries: [] });
    for (const issues of [undefined, null, []]) {
      for (const details of [undefined, null, {}, { entries: null }]) {
        expect(listing.fromJSON({ ...stored(bare), issues, details })?.toJSON()).toEqual(bare.toJSON());
      }
    }
  });

  it("words that only a newer version has: how the code was found, and a part of the request", () => {
    const newer = { ...json, codeFrom: "trailer", issues: [{ in: "trailer", path: ["body", "a"], message: "m" }] };
    expect(shop.fromJSON(newer)).toMatchObject({
      code: "TOO_FAST",
      codeFrom: "wire",
      issues: [{ in: undefined, path: ["body", "a"], message: "m" }],
    });
    expect(shop.fromJSON({ ...newer, receivedCode: undefined })?.codeFrom).toBe("status");
  });

  it("a code that only a newer version has, and that never stood on the wire", () => {
    const newer = { ...json, code: "SHELF_GONE", id: "shop/SHELF_GONE", receivedCode: undefined, codeFrom: "status" };
    expect(shop.fromJSON(newer)).toMatchObject({ code: "UNRECOGNIZED", receivedCode: "SHELF_GONE" });
    expect(shop.fromJSON({ ...newer, receivedCode: "SHELF" })).toMatchObject({ code: "UNRECOGNIZED", receivedCode: "SHELF" });
  });

  it("a newer vocabulary: what this version does not know comes out as unrecognized, and nothing else of it is lost", () => {
    const word = fc.stringMatching(/^[A-Z][A-Z_]{2,20}$/).filter((code) => !(code in shop.codes) && code !== "UNRECOGNIZED");
    const kinds = fc.oneof(fc.constantFrom(...KINDS), fc.string());
    const policies = fc.oneof(fc.constantFrom("never", "once", "backoff", "after_change"), fc.string());
    fc.assert(
      fc.property(word, kinds, policies, fc.boolean(), fc.jsonValue(), (code, kind, policy, idempotentOnly, details) => {
        const newer = {
          ...json,
          code,
          id: `shop/${code}`,
          kind,
          details,
          receivedCode: code,
          retry: { policy, afterMs: 7000, idempotentOnly, source: "documented" },
        };
        const read = shop.fromJSON(newer);
        expect(read).toMatchObject({
          code: "UNRECOGNIZED",
          id: "shop/UNRECOGNIZED",
          receivedCode: code,
          message: "Slow down",
          status: 429,
          requestId: "req_1",
          issues: error.issues,
          retry: { afterMs: 7000 },
          rateLimit: error.rateLimit,
        });
        // This service keeps what it is sent, but no list beside its issues.
        expect(read?.details).toEqual(Array.isArray(details) ? undefined : (copyJson(details) ?? undefined));
      }),
    );
  });

  it("a newer kind and policy of a code that both know: those of the installed rows count", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (kind, policy) => {
        const read = shop.fromJSON({ ...json, kind, retry: { policy, afterMs: 7000, idempotentOnly: true, source: "status" } });
        expect(read?.toJSON()).toEqual(error.toJSON());
      }),
    );
  });
});
