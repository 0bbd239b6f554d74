import { existsSync, readFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import { once } from "node:events";
import { type Browser, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocketServer } from "ws";

const path = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const found = existsSync(path);

/** The entries as a page finds them, without a bundler. */
const imports = Object.fromEntries(
  ["core", "fetch", "scaigrid", "scaidrive"].map((name) => [`@scai-errors/${name}`, `/${name}/dist/index.js`]),
);
const html = `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script><script type="module">
  import { createFetch, whenClosed } from "@scai-errors/fetch";
  import { scaidrive } from "@scai-errors/scaidrive";
  import { scaigrid } from "@scai-errors/scaigrid";
  globalThis.packages = { createFetch, whenClosed, scaidrive, scaigrid };
</script>`;
/** What the page's script makes global. */
type Packages = typeof import("@scai-errors/fetch") & typeof import("@scai-errors/scaidrive") & typeof import("@scai-errors/scaigrid");

async function listening(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `127.0.0.1:${typeof address === "object" && address ? address.port : ""}`;
}

test.skipIf(found)("with a real browser: not run", () => {
  console.warn(`There is no browser at ${path}, so nothing was tested with one. Set CHROMIUM_PATH to the path of Chromium.`);
  expect(found).toBe(false);
});

describe.skipIf(!found)("with a real browser", () => {
  let browser: Browser;
  let page: Page;
  let api: string;
  let sockets: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    const pages = createServer(({ url = "" }, response) => {
      if (!/^\/\w+\/dist\/[\w-]+\.js$/.test(url)) return response.setHeader("content-type", "text/html").end(html);
      return response.setHeader("content-type", "text/javascript").end(readFileSync(new URL(`../..${url}`, import.meta.url)));
    });
    let requests = 0;
    const busy = createServer(({ url = "" }, response) => {
      if (url.startsWith("/readable")) response.setHeader("access-control-allow-origin", "*");
      response.setHeader("content-type", "application/json");
      if (url === "/readable/busy" && requests++ > 0) return response.end('{"ok":true}');
      response.statusCode = url === "/readable/busy" ? 429 : 404;
      return response.end(JSON.stringify({ error: { code: url === "/readable/busy" ? "RATE_LIMITED" : "MODEL_NOT_FOUND", message: "m" } }));
    });
    const closing = createServer();
    new WebSocketServer({ server: closing }).on("connection", (socket, { url }) => socket.close(Number((url ?? "").slice(1)), "reason"));
    servers.push(pages, busy, closing);
    api = `http://${await listening(busy)}`;
    sockets = `ws://${await listening(closing)}`;
    browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
    page = await browser.newPage();
    await page.goto(`http://${await listening(pages)}`);
    await page.waitForFunction(() => "packages" in globalThis);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** Calls a URL in the page: what it gives, or the fields of what it throws. */
  const call = (url: string): Promise<unknown> =>
    page.evaluate(async (target) => {
      const { createFetch, scaigrid } = (globalThis as unknown as { packages: Packages }).packages;
      const gridFetch = createFetch(scaigrid, { retry: { baseDelayMs: 1 } });
      try {
        return (await (await gridFetch(target)).json()) as unknown;
      } catch (error) {
        if (!gridFetch.isFailure(error)) return String(error);
        return { id: error.id, attempts: error.attempts, stoppedBy: error.stoppedBy };
      }
    }, url);

  test("a refusal of the limiter is followed by a retry", async () => {
    expect(await call(`${api}/readable/busy`)).toEqual({ ok: true });
  });

  test("an error of the service", async () => {
    expect(await call(`${api}/readable/x`)).toEqual({ id: "scaigrid/MODEL_NOT_FOUND", attempts: 1, stoppedBy: "advice" });
  });

  test("G102 what CORS hides looks like a broken connection", async () => {
    expect(await call(`${api}/hidden`)).toEqual({ id: "transport/NETWORK_ERROR", attempts: 2, stoppedBy: "budget" });
  });

  test("G102 a refused connection", async () => {
    expect(await call("http://127.0.0.1:9999/")).toMatchObject({ id: "transport/NETWORK_ERROR" });
  });

  test("G101 a mistake passes through as it is", async () => {
    expect(await call("http://[bad")).toMatch(/^TypeError: .*parse URL/);
  });

  test.each([
    [4401, "unauthenticated", "after_change"],
    [4429, "rate_limited", "backoff"],
    [4999, "unknown", "never"],
  ])("F94 a WebSocket closed with %i", async (code, kind, policy) => {
    const error = page.evaluate(async (url) => {
      const { whenClosed, scaidrive } = (globalThis as unknown as { packages: Packages }).packages;
      return (await whenClosed(new WebSocket(url), scaidrive))?.toJSON();
    }, `${sockets}/${code}`);
    expect(await error).toMatchObject({ kind, receivedCode: `${code}`, message: "reason", retry: { policy } });
  });
});
