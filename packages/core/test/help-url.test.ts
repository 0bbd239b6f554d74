import { expect, it } from "vitest";
import { helpUrl } from "../src/index.js";

it("every code has a page on the site", () => {
  expect(helpUrl({ id: "shop/SOLD_OUT" })).toBe("https://errors.scailabs.ai/shop/SOLD_OUT/");
});
