import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyJson } from "../src/index.js";
import { includesAll } from "../src/json.js";
import { shop } from "./example.js";
import { MANY } from "./many.js";

/** `{"a":{"a":…}}` so many levels deep, as text. */
function nested(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
}

function depthOf(value: unknown): number {
  let depth = 0;
  for (let at = value; typeof at === "object" && at !== null; at = (at as { a?: unknown }).a) depth += 1;
  return depth;
}

describe("a copy of JSON", () => {
  it("is equal and not the same", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), (value) => {
        // A member of that name is left out of every copy.
        fc.pre(!JSON.stringify(value).includes("__proto__"));
        const copy = copyJson(value);
        return JSON.stringify(copy) === JSON.stringify(value) && (Object(value) !== value || copy !== value);
      }),
    );
  });

  it("ends at a depth of 32", () => {
    expect(depthOf(copyJson(JSON.parse(nested(32))))).toBe(32);
    expect(depthOf(copyJson(JSON.parse(nested(33))))).toBe(32);
    expect(JSON.stringify(copyJson(JSON.parse(nested(MANY))))).toContain('"…"');
  });

  it("ends at a depth of 32 also in lists", () => {
    const lists = (levels: number, inner = ""): string => `${"[".repeat(levels)}${inner}${"]".repeat(levels)}`;
    expect(JSON.stringify(copyJson(JSON.parse(lists(32))))).toBe(lists(32));
    expect(JSON.stringify(copyJson(JSON.parse(lists(33))))).toBe(lists(32, '"…"'));
  });

  it("ends after 10,000 members of an object, too", () => {
    const members = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, at) => [`m${at}`, at]));
    const sizeOf = (value: object): number => Object.keys(copyJson(value) as object).length;
    expect(sizeOf(members(10_000))).toBe(10_000);
    expect(sizeOf(members(10_001))).toBe(10_000);
    expect(copyJson({ list: Array(9_998).fill(1), a: 2, b: 3 })).toEqual({ list: Array(9_998).fill(1), a: 2 });
  });

  it("has no member for what JSON cannot hold", () => {
    const value = { a: 1, absent: undefined, big: 1n, call: () => 1, sign: Symbol("s"), none: NaN };
    expect(copyJson(value)).toStrictEqual({ a: 1 });
  });

  it("ends after 10,000 members, however they are nested", () => {
    expect(copyJson(Array(10_000).fill(1))).toHaveLength(10_000);
    expect(copyJson(Array(10_001).fill(1))).toHaveLength(10_000);
    expect(copyJson([Array(9_998).fill(1), 2, 3])).toEqual([Array(9_998).fill(1), 2]);
  });

  it("has no member that would set a prototype", () => {
    const copy = copyJson(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')) as object;
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(Object.keys(copy)).toEqual(["constructor"]);
    expect((copy as { polluted?: unknown }).polluted).toBeUndefined();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("a value that holds another", () => {
  it.each([
    [{ a: 1, b: [2], more: 3 }, { b: [2], a: 1 }, true],
    [{}, { a: undefined }, true],
    [{ a: null }, { a: undefined }, true],
    [{ a: 1 }, { a: undefined }, false],
    [{ a: { b: 1, more: 2 } }, { a: { b: 1 } }, true],
    [[1, 2], [2, 1], false],
    [[1, 2], [1], false],
    [{ length: 0 }, [], false],
    ["1", 1, false],
    [null, {}, true],
    [null, { a: undefined, b: [] }, true],
    [undefined, [], true],
    [{ a: null }, { a: [] }, true],
    [undefined, { a: 1 }, false],
    [undefined, [1], false],
    ["", [], false],
    ["", {}, false],
    [0, {}, false],
    [false, [], false],
    [[], {}, false],
    [undefined, undefined, true],
  ])("%j and %j: %j", (whole, part, expected) => {
    expect(includesAll(whole, part)).toBe(expected);
  });
});

describe("a body of very many levels", () => {
  it.each([
    ["as a whole", nested(MANY)],
    ["in the details", `{"error":{"code":"NO_SUCH_ITEM","details":${nested(MANY)}}}`],
    ["in a list", "[".repeat(MANY)],
  ])("%s costs nothing but what it holds", (_, body) => {
    const error = shop.decode({ status: 404, body });
    expect(error.status).toBe(404);
    expect(JSON.stringify(error).length).toBeLessThan(2000);
  });
});

describe("what is no JSON but was handed over as if it were", () => {
  it("cannot cost the status and the headers", () => {
    const throwing = {
      get error(): unknown {
        throw new Error("no");
      },
    };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const cyclic: Record<string, unknown> = { code: "NO_SUCH_ITEM" };
    cyclic.details = cyclic;
    const deep = {
      error: {
        code: "NO_SUCH_ITEM",
        details: {
          get inner(): unknown {
            throw new Error("no");
          },
        },
      },
    };
    for (const body of [throwing, revoked.proxy, { error: revoked.proxy }, cyclic, deep, Symbol("s"), 1n, NaN]) {
      const error = shop.decode({ status: 429, headers: { "retry-after": "7" }, body });
      expect(error).toMatchObject({ service: "shop", status: 429, retry: { afterMs: 7000 } });
      expect(() => JSON.stringify(error)).not.toThrow();
    }
  });
});
