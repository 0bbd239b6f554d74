// A page of one origin, a backend of another: a real browser reads the typed error, and the headers that CORS lets it see.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { build } from "esbuild";
import { createApp } from "../recipes/hono.mjs";
import { caughtBy, limited, listen, startScaigrid } from "./backend.mjs";
import { startChromium } from "./browser.mjs";

/** What the page loads: the packages that it would use against the service itself. */
async function bundleOfPage() {
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { createFetch } from "@scai-errors/fetch"; export { scaigrid } from "@scai-errors/scaigrid";',
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    format: "iife",
    globalName: "scai",
    write: false,
  });
  return outputFiles[0].text;
}

let scaigrid;
let browser;
before(async () => {
  scaigrid = await startScaigrid();
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await scaigrid.close();
});

test("Chromium reads the error and Retry-After of a backend of another origin", async (t) => {
  const script = await bundleOfPage();
  const pages = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Page</title><script>${script}</script>`);
  });
  t.after(() => pages.close());
  const origin = await listen(pages);
  const url = await new Promise((resolve) => {
    const server = serve({ fetch: createApp(scaigrid.url, origin).fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}/ask`),
    );
    t.after(() => server.close());
  });

  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(origin);
  const seen = await page.evaluate(async (address) => {
    const { createFetch, scaigrid: service } = globalThis.scai;
    const answer = await fetch(address);
    const headers = { retryAfter: answer.headers.get("retry-after"), requestId: answer.headers.get("x-request-id") };
    const caught = await createFetch(service, { retry: { attempts: 1 } })(address).catch((error) => error);
    return { origin: globalThis.location.origin, headers, isTyped: service.is(caught), error: caught.toJSON() };
  }, `${url}/${limited}`);

  assert.notEqual(new URL(url).origin, seen.origin);
  assert.deepEqual(seen.headers, { retryAfter: "120", requestId: "req_7" });
  assert.equal(seen.isTyped, true);
  // The same as a client that no CORS stands in the way of.
  const expected = await caughtBy(`${url}/${limited}`);
  assert.equal(JSON.stringify(seen.error), JSON.stringify(expected));
});
