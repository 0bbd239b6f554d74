// Connections that fail, in the runtimes that are here: Node, Deno, Chromium and Firefox (both with Sentry's browser package, which adds the host to
// every message), and proxies that refuse undici's tunnel. What a runtime does not say as expected fails; a runtime that is not here is named.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ProxyAgent, fetch as undiciFetch } from "undici";
import { transport } from "@scai-errors/core";
import { createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";
import { probe } from "./probe.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const LATEST_MS = 60_000;

const LOST = {
  "cut, with a length": "CONNECTION_LOST",
  "cut, in chunks": "CONNECTION_LOST",
  "a time limit": "TIMEOUT",
  aborted: "undefined",
};
const TOLD = { refused: "CONNECTION_FAILED", "no such name": "NAME_NOT_RESOLVED", reset: "CONNECTION_LOST", ...LOST };
/** Browsers tell scripts no more than that it failed; Firefox tells of a body that it was cut. */
const UNTOLD = Object.fromEntries(
  Object.entries(TOLD).map(([name, code]) => [name, code in transport.codes && code !== "TIMEOUT" ? "NETWORK_ERROR" : code]),
);

/** Page and script for browsers, the faults, and what a browser sends back. */
async function startServer() {
  const entry = `
    import * as Sentry from "@sentry/browser";
    import { transport } from "@scai-errors/core";
    import { probe } from "./probe.mjs";
    const own = fetch;
    Sentry.init({ dsn: "http://public@127.0.0.1:9/1" });
    const servers = await own("/servers").then((response) => response.json());
    const results = await probe(transport, servers);
    await own("/results", { method: "POST", body: JSON.stringify(results) });`;
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: here(".") },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "error",
  });
  let received = () => undefined;
  const pages = {
    "/": ["text/html", '<!doctype html><script type="module" src="/script.js"></script>'],
    "/script.js": ["text/javascript", outputFiles[0].text],
  };
  const server = createServer((request, response) => {
    const { url, socket } = request;
    if (url === "/servers") response.end(JSON.stringify(servers));
    else if (url === "/results") {
      request
        .setEncoding("utf8")
        .toArray()
        .then((text) => received(JSON.parse(text.join(""))));
      response.end();
    } else if (url === "/reset") socket.resetAndDestroy();
    else if (url === "/cut")
      response.writeHead(200, { "content-length": 100 }).write("half", () => setTimeout(() => socket.destroySoon(), 50));
    else if (url === "/cut-chunked") response.writeHead(200).write("half", () => setTimeout(() => socket.destroySoon(), 50));
    else if (pages[url]) response.writeHead(200, { "content-type": pages[url][0] }).end(pages[url][1]);
    else if (url !== "/silent") response.writeHead(404).end();
  });
  const listen = (one) => new Promise((resolve) => one.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${one.address().port}`)));
  const unused = createServer();
  const refused = await listen(unused);
  await new Promise((resolve) => unused.close(resolve));
  const servers = { url: await listen(server), refused };
  return {
    servers,
    results: () => new Promise((resolve) => (received = resolve)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const { servers, results, close } = await startServer();

async function inDeno() {
  const child = spawn(here("node_modules/.bin/deno"), ["run", "-A", here("probe-deno.mjs"), JSON.stringify(servers)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse((await child.stdout.setEncoding("utf8").toArray()).join(""));
}

/** Opens the page in a browser, with a profile of its own, until the page has sent back what it found. */
const inBrowser = (program, words) => async () => {
  if (!existsSync(program)) return undefined;
  const profile = mkdtempSync(join(tmpdir(), "clients-"));
  // A group of its own: processes that a browser leaves behind would go on to write into the profile while it is removed.
  const child = spawn(program, [...words(profile), `${servers.url}/`], { stdio: "ignore", detached: true });
  const late = new Promise((resolve) => setTimeout(resolve, LATEST_MS, {}));
  const found = await Promise.race([results(), late]);
  await new Promise((resolve) => {
    child.once("exit", resolve);
    process.kill(-child.pid, "SIGKILL");
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return found;
};

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const FIREFOX = process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr";
const runtimes = [
  { name: `Node ${process.versions.node}`, run: () => probe(transport, servers), expected: TOLD },
  { name: "Deno", run: inDeno, expected: TOLD },
  {
    name: "Chromium with Sentry",
    run: inBrowser(CHROMIUM, (profile) => ["--headless=new", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`]),
    expected: UNTOLD,
    missing: `${CHROMIUM}; set CHROMIUM_PATH`,
  },
  {
    name: "Firefox with Sentry",
    run: inBrowser(FIREFOX, (profile) => ["--headless", "--no-remote", "--profile", profile]),
    expected: { ...UNTOLD, "cut, with a length": "CONNECTION_LOST", "cut, in chunks": "CONNECTION_LOST" },
    missing: `${FIREFOX}; set FIREFOX_PATH`,
  },
];

let failures = 0;
function report(name, what, code, expected, words = "") {
  if (code !== expected) failures++;
  console.log(
    `${code === expected ? "  " : "! "}${[name, what, code, code === expected ? words : `expected ${expected}: ${words}`].join(" | ")}`,
  );
}

for (const { name, run, expected, missing } of runtimes) {
  const found = await run();
  if (!found) console.log(`  ${name} is not here, so nothing was tried with it (${missing}).`);
  else
    for (const [what, code] of Object.entries(expected))
      report(name, what, found[what]?.code ?? "nothing came back", code, found[what]?.words);
}

// A refused tunnel was never a request to the server: whatever its method, it may be repeated where the proxy says that it reached nobody.
for (const [status, expected, requests] of [
  [407, "PROXY_REFUSED", 1],
  [403, "PROXY_REFUSED", 1],
  [502, "CONNECTION_FAILED", 2],
  [503, "CONNECTION_FAILED", 2],
]) {
  let asked = 0;
  const proxy = createServer().on("connect", (_request, socket) => {
    asked++;
    socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const dispatcher = new ProxyAgent(`http://127.0.0.1:${proxy.address().port}`);
  const grid = createFetch(scaigrid, {
    fetch: (input, init) => undiciFetch(input, { ...init, dispatcher }),
    retry: { attempts: 2, baseDelayMs: 1 },
  });
  const thrown = await grid("https://grid.example.com/", { method: "POST", body: "{}" }).catch((error) => error);
  report("undici's ProxyAgent", status, `${thrown.code}, ${asked} requests`, `${expected}, ${requests} requests`, thrown.message);
  await dispatcher.destroy();
  proxy.close();
}
close();
if (failures > 0) {
  console.error(
    `${failures} of these are not what packages/core/src/classify.ts makes of them: look at what the runtime says now, and add its words.`,
  );
}
process.exit(failures > 0 ? 1 : 0);
