import { expect, it } from "vitest";
import { helpUrl } from "../src/index.js";

it("every code has a page on the site", () => {
  expect(helpUrl({ id: "shop/SOLD_OUT" })).toBe("https://errors.scailabs.ai/shop/SOLD_OUT/");
});

it.each<unknown>(["SOLD_OUT", {}, { id: 7 }])("%j has no page, and is told so", (given) => {
  expect(() => helpUrl(given as { id: "shop/SOLD_OUT" })).toThrow(
    new TypeError('helpUrl() expects an error, or its id: { id: "scaigrid/RATE_LIMITED" }.'),
  );
});
