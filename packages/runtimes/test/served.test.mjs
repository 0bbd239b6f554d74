import { afterAll, expect, it } from "vitest";
import { serveBundle } from "../src/served.mjs";

const posted = [];
const { url, close } = await serveBundle("<!doctype html><title>golden</title>", (text) => posted.push(text));
afterAll(close);

it("serves the page, and the bundle as a module that a browser runs", async () => {
  const [page, bundle] = await Promise.all(["", "bundle.js"].map((path) => fetch(url + path)));
  expect(page.headers.get("content-type")).toMatch(/^text\/html/);
  expect(await page.text()).toBe("<!doctype html><title>golden</title>");
  expect(bundle.headers.get("content-type")).toBe("text/javascript");
  expect(await bundle.text()).toMatch(/export \{\s+lines\s+\}/);
});

it("hands on what the page posts", async () => {
  await fetch(`${url}lines`, { method: "POST", body: "naïve – line" });
  expect(posted).toEqual(["naïve – line"]);
});
