import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kindOfStatus, policyOfKind } from "../src/index.js";
import { ShopError, shop } from "./examples/shop.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

describe("the README", () => {
  it("has an example that compiles, because it is this file", () => {
    const [, shown = ""] = /^```ts\n(.*?)^```$/ms.exec(readme) ?? [];
    expect(shown).toBe(
      readFileSync(new URL("./examples/shop.ts", import.meta.url), "utf8").replace("../../src/index.js", "@scai-errors/core"),
    );
  });

  it("promises what the example does", async () => {
    const body = '{"error":{"code":"SOLD_OUT","message":"No tea","details":{"item":"tea"}}}';
    const error = await shop.fromResponse(new Response(body, { status: 409 }));
    expect(error).toBeInstanceOf(ShopError);
    expect(error).toMatchObject({ code: "SOLD_OUT", details: { item: "tea" } });
    expect(shop.fromJSON(JSON.parse(JSON.stringify(error)))).toEqual(error);
    expect(shop.codes.TILL_BUSY).toMatchObject({ retry: "backoff", source: "documented" });
  });

  it("has the table of kinds as it is", () => {
    const rows = [...readme.matchAll(/^\| `([a-z_]+)` *\|([^|]*)\| `([a-z_]+)` *\|$/gm)];
    expect(rows).toHaveLength(17);
    for (const [, kind = "", statuses = "", policy] of rows) {
      // The table names all kinds, as strings.
      expect([kind, policyOfKind(kind as Parameters<typeof policyOfKind>[0])]).toEqual([kind, policy]);
      for (const [status] of statuses.matchAll(/\d{3}/g)) expect([status, kindOfStatus(Number(status))]).toEqual([status, kind]);
    }
  });
});
