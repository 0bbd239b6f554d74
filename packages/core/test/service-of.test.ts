import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { isServiceError, serviceOf, transport } from "../src/index.js";
import { depot, shop } from "./example.js";

const error = shop.decode({ status: 409, body: { error: { code: "SOLD_OUT", message: "Sold out" } } });

describe("serviceOf", () => {
  it("gives the service of an error, with its readers and its vocabulary", () => {
    expect(serviceOf(error)).toBe(shop);
    expect(serviceOf(depot.decode({ status: 404 }))).toBe(depot);
    expect(serviceOf(shop.create({ status: 500 }))?.wire).toBe(shop.wire);
  });

  it("works across copies of the package", async () => {
    vi.resetModules();
    const other = await import("./example.js");
    const theirs = other.shop.decode({ status: 404 });
    expect(serviceOf(theirs)).toBe(other.shop);
    expect(isServiceError(theirs)).toBe(true);
  });

  it("gives undefined for failures of the connection", () => {
    const lost = transport.from(Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNRESET" } }));
    expect(lost?.service).toBe("transport");
    expect(lost && serviceOf(lost)).toBeUndefined();
  });

  it("gives undefined for errors of a version that does not say it", () => {
    expect(serviceOf({ ...error.toJSON() } as typeof error)).toBeUndefined();
  });

  it("is seen by no printer, no JSON, no copy and no comparison", () => {
    const printed = [
      inspect(error, { depth: Infinity, showHidden: true, getters: true }),
      JSON.stringify(error),
      JSON.stringify({ ...error }),
      inspect(structuredClone(error), { depth: Infinity, showHidden: true }),
      inspect(structuredClone(error.toJSON())),
    ].join("\n");
    expect(printed).toContain("SOLD_OUT");
    expect(printed).not.toMatch(/Symbol|fromResponse|sendsCodes/);
    expect(Object.getOwnPropertySymbols(error)).toEqual([]);
    expect(shop.decode({ status: 409, body: { error: { code: "SOLD_OUT", message: "Sold out" } } })).toEqual(error);
  });
});
