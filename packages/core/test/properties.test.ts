import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, it } from "vitest";
import { shop } from "./example.js";

const status = fc.integer({ min: 0, max: 999 });
const envelope = { status: "error", error: { code: "NO_SUCH_ITEM", message: "m", details: { a: [1] } }, meta: { request_id: "r" } };
const json = fc.jsonValue({ maxDepth: 5 });
const code = fc.oneof(fc.constantFrom(...Object.keys(shop.codes)), fc.string());
const body = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.uint8Array({ maxLength: 300 }),
  json,
  json.map((value) => JSON.stringify(value)),
  fc.record(
    { error: fc.record({ code, message: json, details: json, retry_after: json }, { requiredKeys: [] }), detail: json, meta: json },
    { requiredKeys: [] },
  ),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
);
const headers = fc.oneof(
  fc.dictionary(fc.string(), fc.string()),
  fc.array(fc.tuple(fc.constantFrom("Retry-After", "Date", "X-Request-ID", "x-shop-limit", "x-shop-reset"), fc.string())),
);

/** Puts a value into a copy of a JSON value, at a path that is made from numbers. */
function insert(into: unknown, at: readonly number[], key: string, value: unknown): unknown {
  if (typeof into !== "object" || into === null) return value;
  const [first = 0, ...rest] = at;
  const keys = Object.keys(into);
  const chosen = rest.length === 0 ? key : (keys[first % Math.max(1, keys.length)] ?? key);
  const member = (into as Record<string, unknown>)[chosen];
  const copy = (Array.isArray(into) ? [...into] : { ...into }) as Record<string, unknown>;
  Object.defineProperty(copy, chosen, { value: insert(member, rest, key, value), enumerable: true, configurable: true, writable: true });
  return copy;
}

describe("for any answer", () => {
  it("there is one error, with every field inside its type, that can be printed", () => {
    fc.assert(
      fc.property(status, headers, body, (status, headers, body) => {
        const error = shop.decode({ status, headers, body });
        const { afterMs } = error.retry;
        const numbers = [afterMs, error.rateLimit?.limit, error.rateLimit?.remaining, error.rateLimit?.resetAt];
        return (
          error.status === status &&
          `${error.service} ${error.status}` === `shop ${status}` &&
          typeof error.message === "string" &&
          error.message !== "" &&
          [error.receivedCode, error.requestId].every((text) => text === undefined || (typeof text === "string" && text !== "")) &&
          numbers.every((number) => number === undefined || (Number.isFinite(number) && number >= 0)) &&
          error.issues.every(
            ({ path, message }) => message !== "" && path.every((step) => typeof step === "string" || Number.isFinite(step)),
          ) &&
          typeof JSON.stringify(error) === "string"
        );
      }),
    );
  });

  it("its JSON becomes the same error again", () => {
    fc.assert(
      fc.property(status, headers, body, (status, headers, body) => {
        const error = shop.decode({ status, headers, body });
        const stored = JSON.parse(JSON.stringify(error)) as unknown;
        const again = shop.fromJSON(stored);
        return (
          again !== undefined && again.code === error.code && shop.is(again) && isDeepStrictEqual(JSON.parse(JSON.stringify(again)), stored)
        );
      }),
    );
  });

  it("any value anywhere in an envelope leaves status, service and the prototypes as they are", () => {
    const [object, list] = [Object.getOwnPropertyNames(Object.prototype), Object.getOwnPropertyNames(Array.prototype)].map(String);
    const key = fc.oneof(
      fc.constantFrom("__proto__", "constructor", "prototype", "toString", "status", "service", "name", "code", "retry"),
      fc.string(),
    );
    fc.assert(
      fc.property(status, fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }), key, json, (status, at, key, value) => {
        const error = shop.decode({ status, body: insert(envelope, at, key, value) });
        const prototype = Object.getPrototypeOf(error) as object;
        return (
          error.status === status &&
          `${error.service} ${error.name}` === ["shop", "ShopError"].join(" ") &&
          prototype === Object.getPrototypeOf(shop.decode({ status })) &&
          Object.getOwnPropertyNames(Object.prototype).join() === object &&
          Object.getOwnPropertyNames(Array.prototype).join() === list
        );
      }),
    );
  });

  it("any value is refused as JSON, or has every field inside its type", () => {
    const limited = { error: { code: "TOO_FAST", message: "m", retry_after: 7 }, meta: { request_id: "r" } };
    const stored = JSON.parse(JSON.stringify(shop.decode({ status: 429, body: limited }))) as Record<string, unknown>;
    const change = fc.tuple(fc.constantFrom(...Object.keys(stored)), fc.oneof(json, fc.anything()));
    fc.assert(
      fc.property(change, ([field, value]) => {
        const again = shop.fromJSON({ ...stored, [field]: value });
        const missing = ["status", "receivedCode", "requestId", "rateLimit"].includes(field) && (value ?? undefined) === undefined;
        const read = again?.[field as keyof typeof again];
        return again === undefined || (shop.is(again) && (missing ? read === undefined : typeof read === typeof stored[field]));
      }),
    );
  });
});
