import { describe, expect, it } from "vitest";
import { type HeadersInput, headerLookup } from "../src/index.js";
import { shop } from "./example.js";

describe("every form of headers", () => {
  it.each<[string, HeadersInput]>([
    ["Headers", new Headers({ "Retry-After": "7", "X-Request-ID": "r" })],
    ["a record", { "Retry-After": "7", "X-Request-ID": "r" }],
    ["a record without a prototype", Object.assign(Object.create(null) as object, { "retry-after": "7", "x-request-id": "r" })],
    ["a record with numbers and lists, as Node has them", { "retry-after": 7, "x-request-id": ["r"], "set-cookie": ["a", "b"] }],
    [
      "pairs",
      [
        ["RETRY-AFTER", "7"],
        ["x-request-id", "r"],
      ],
    ],
    [
      "a Map, which has `get` and minds the case",
      new Map([
        ["Retry-After", "7"],
        ["X-Request-ID", "r"],
      ]),
    ],
    ["what has nothing but `get`", { get: (name: string) => new Headers({ "Retry-After": "7", "X-Request-ID": "r" }).get(name) }],
    ["a record with a header of the name get", { get: "x", "retry-after": "7", "x-request-id": "r" }],
    ["an HTTP/2 record", { ":status": "429", "retry-after": "7", "x-request-id": "r" }],
  ])("%s", (_, headers) => {
    const header = headerLookup(headers);
    expect(header("retry-after")).toBe("7");
    expect(header("x-request-id")).toBe("r");
    expect(header("x-shop-limit")).toBeUndefined();
    expect(shop.decode({ status: 429, headers })).toMatchObject({ requestId: "r", retry: { afterMs: 7000 } });
  });

  it("joins what was sent twice, so that no half of it is taken for the whole", () => {
    const pairs = [
      ["Retry-After", "3"],
      ["retry-after", "120"],
    ] as const;
    expect(headerLookup(pairs)("retry-after")).toBe("3, 120");
    expect(headerLookup({ "retry-after": ["3", "120"] })("retry-after")).toMatch(/^3, ?120$/);
    expect(shop.decode({ status: 429, headers: pairs }).retry.afterMs).toBeUndefined();
  });

  it("leaves out the blanks around a value, as Headers does", () => {
    expect(headerLookup({ "retry-after": " 7 " })("retry-after")).toBe("7");
    expect(headerLookup({ "retry-after": " " })("retry-after")).toBeUndefined();
  });

  it.each([undefined, null, {}, []])("%j is no headers at all", (headers) => {
    expect(headerLookup(headers)("retry-after")).toBeUndefined();
  });

  it("knows no inherited names", () => {
    expect(headerLookup({})("constructor")).toBeUndefined();
    expect(headerLookup({ a: undefined })("a")).toBeUndefined();
  });

  it("has no value for what is neither a text, a number nor a list of these", () => {
    for (const given of [true, null, {}, { flatMap: () => ["7"] }, [{}], () => "7"])
      expect(headerLookup({ "retry-after": given } as HeadersInput)("retry-after")).toBeUndefined();
  });

  it("that cannot be looked at cost no more than what they hold", () => {
    const headers = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
        get: () => {
          throw new Error("no");
        },
      },
    );
    expect(shop.decode({ status: 404, headers, body: '{"error":{"code":"NO_SUCH_ITEM"}}' }).status).toBe(404);
  });
});
