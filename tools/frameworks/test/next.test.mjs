// A production build of Next: a route handler, and a server action that a real browser calls.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertRelays, startScaigrid } from "./backend.mjs";
import { startChromium } from "./browser.mjs";

const folder = fileURLToPath(new URL("../recipes/next/", import.meta.url));
const next = fileURLToPath(new URL("../node_modules/next/dist/bin/next", import.meta.url));

let scaigrid;
let server;
let url;
before(async () => {
  scaigrid = await startScaigrid();
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", SCAIGRID_URL: scaigrid.url };
  const built = spawnSync(process.execPath, [next, "build"], { cwd: folder, env, encoding: "utf8" });
  assert.equal(built.status, 0, `next build failed:\n${built.stdout}${built.stderr}`);
  server = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", "0"], { cwd: folder, env });
  url = await addressOf(server);
});
after(async () => {
  server?.kill();
  await scaigrid.close();
});

/** The address that Next says it listens at. */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    const read = (chunk) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(said);
      if (address) resolve(address[0]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("exit", () => reject(new Error(`next start ended:\n${said}`)));
  });
}

test("a route handler", () => assertRelays(`${url}/api/ask`));

test("a server action, in Chromium", async (t) => {
  const browser = await startChromium();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole("button").click();
  const output = page.locator("output", { hasText: "scaigrid/" });
  await output.waitFor();
  assert.match(await output.textContent(), /^scaigrid\/RATE_LIMITED, wait 120000 ms$/);
});
