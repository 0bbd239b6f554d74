// Looks at the site as built in a real Chromium. Every check runs; the exit code is 1 where one of them fails, and 2 where there is no browser.
/* global document */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

const site = fileURLToPath(new URL("../../packages/site/dist/", import.meta.url));
const artifacts = process.env.SITE_ARTIFACTS ?? join(tmpdir(), "scai-errors-site");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A page of every sort. */
const PAGES = [
  "",
  "scaigrid/",
  "codes/",
  "kinds/",
  "retry/",
  "decoder/",
  "scaigrid/RATE_LIMITED/",
  "scaigrid/SESSION_EXPIRED/",
  "scaigrid/SCAISKILLS_VALIDATION_FAILED/",
  "scaikey/validation_error/",
  "scaiwave/CONNECTION_ABORTED/",
  "scaidrive/DOWNLOAD_TRUNCATED/",
  "dns/TXT_VALUE_MISMATCH/",
  "transport/TIMEOUT/",
];
const SCREENS = [
  { name: "phone", width: 320, height: 700 },
  { name: "tablet", width: 800, height: 1000 },
  { name: "desktop", width: 1280, height: 900 },
];
const SCHEMES = ["light", "dark"];

const failures = [];

/** Writes a failure down, and goes on. */
function ensure(isTrue, sentence) {
  if (!isTrue) failures.push(sentence);
}

function browserPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  try {
    return execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"], {
      encoding: "utf8",
    }).trim();
  } catch {
    console.error("There is no Chromium on the PATH. Install one (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.");
    process.exit(2);
  }
}

/** Axe is evaluated by the debugger and not loaded by the page, whose policy would refuse it. */
async function axeProblems(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} (${failureSummary})`).join("; ")}`,
  );
}

async function lookAt(browser, base) {
  for (const colorScheme of SCHEMES) {
    for (const { name, width, height } of SCREENS) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height }, reducedMotion: "reduce", bypassCSP: false });
      const page = await context.newPage();
      page.on("request", (request) =>
        ensure(request.url().startsWith(base) || request.url().startsWith("data:"), `A page asked for ${request.url()}.`),
      );
      page.on("console", (message) => ensure(message.type() !== "error", `The console says: ${message.text()}`));
      page.on("pageerror", (error) => ensure(false, `A script failed: ${error.message}`));
      for (const path of PAGES) {
        await page.goto(base + path, { waitUntil: "networkidle" });
        if (path === "decoder/") await page.click("#example");
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        ensure(tooWide <= 0, `/${path} is ${tooWide} px too wide on a ${name} (${colorScheme}).`);
        for (const problem of await axeProblems(page)) ensure(false, `/${path} on a ${name} (${colorScheme}): ${problem}`);
        const file = `${path.replace(/\/$/, "").replaceAll("/", "-") || "home"}-${name}-${colorScheme}.png`;
        await page.screenshot({ path: join(artifacts, file), fullPage: !["codes/", "kinds/", "scaigrid/"].includes(path) });
      }
      await context.close();
    }
  }
}

async function search(browser, base) {
  const page = await browser.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(base, { waitUntil: "networkidle" });
  ensure(!asked.some((url) => url.endsWith("search.json")), "The search index is loaded before anybody searches.");
  await page.keyboard.press("/");
  await page.keyboard.type("cname exists");
  await page.waitForSelector("#found li");
  ensure((await page.textContent("#found li")).includes("CNAME_EXISTS"), "The search does not find a code by its message.");
  await page.screenshot({ path: join(artifacts, "search.png") });
  for (const problem of await axeProblems(page)) ensure(false, `The open search: ${problem}`);
  await page.keyboard.press("ArrowDown");
  ensure(
    (await page.getAttribute("#search", "aria-activedescendant")) === "found-0",
    "The arrow keys do not reach the list of what is found.",
  );
  await page.keyboard.press("Enter");
  await page.waitForURL(`${base}dns/CNAME_EXISTS/`);
  await page.keyboard.press("/");
  await page.keyboard.type("rate limtied");
  await page.waitForSelector("#found li");
  await page.keyboard.press("Escape");
  ensure(!(await page.isVisible("#found")), "Escape does not close the list of what is found.");
  await page.close();
}

const PASTED = [
  [
    "a body",
    '{"error":{"code":"secret_not_found","message":"No secret","details":{"path":"a/b"},"request_id":"req_1"}}',
    "scaikey/secret_not_found",
  ],
  [
    "curl -i with a redirect before it",
    'HTTP/1.1 307 Temporary Redirect\r\nlocation: /x\r\n\r\nHTTP/2 409 \r\ncontent-type: application/json\r\n\r\n{"detail":"Record already exists"}',
    "dns/RECORD_EXISTS",
  ],
  [
    "a log line",
    '2026-01-01T12:00:00Z ERROR upstream {"level":50,"res":{"statusCode":409,"headers":{},"body":"{\\"error\\":{\\"code\\":\\"SW_AI_BUSY\\",\\"message\\":\\"Busy\\"}}"}}',
    "scaiwave/SW_AI_BUSY",
  ],
  ["a line with an id", "job 7 failed: ScaigridError [MODEL_NOT_FOUND]: No such model", "scaigrid/MODEL_NOT_FOUND"],
];

async function decoder(browser, base) {
  const page = await browser.newPage();
  await page.goto(`${base}decoder/`, { waitUntil: "networkidle" });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const [what, text, id] of PASTED) {
    await page.fill("#pasted", text);
    const found = await page
      .locator("#result article.sure h3")
      .first()
      .textContent({ timeout: 2000 })
      .catch(() => "nothing");
    ensure(found === id, `The decoder reads ${what} as ${found}, and it is ${id}.`);
  }
  await page.fill("#pasted", '{"detail":"Quota exceeded"}');
  await page.fill("#status", "507");
  await page.selectOption("#service", "scaidrive");
  ensure(
    (await page.textContent("#result")).includes("scaidrive/INSUFFICIENT_STORAGE"),
    "The decoder does not take the status that is given beside the body.",
  );
  ensure(asked.length === 0, `The decoder asked for ${asked.join(", ")}.`);
  ensure(page.url() === `${base}decoder/`, `What was pasted got into the address: ${page.url()}`);
  await page.close();
}

async function withoutScripts(browser, base) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${base}scaigrid/RATE_LIMITED/`);
  ensure((await page.textContent("main")).includes("Wait for Retry-After seconds"), "A code's page says nothing without scripts.");
  await page.goto(`${base}decoder/`);
  ensure((await page.textContent("main")).includes("scripts are switched off"), "The decoder does not say that it needs scripts.");
  await context.close();
}

async function keyboard(browser, base) {
  const page = await browser.newPage();
  await page.goto(`${base}scaigrid/RATE_LIMITED/`);
  await page.keyboard.press("Tab");
  ensure(
    (await page.evaluate(() => document.activeElement?.textContent)) === "Skip to the content",
    "The first stop of the keyboard is not the way to the content.",
  );
  await page.keyboard.press("Enter");
  ensure((await page.evaluate(() => document.activeElement?.id)) === "main", "The way to the content does not lead there.");
  await page.close();
}

rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });
const server = await preview({
  root: site,
  base: "/docs/errors/",
  configFile: false,
  appType: "mpa",
  logLevel: "error",
  build: { outDir: "." },
  preview: { host: "127.0.0.1", port: 0 },
});
const base = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox"] });
try {
  for (const check of [search, decoder, withoutScripts, keyboard, lookAt]) {
    try {
      await check(browser, base);
    } catch (error) {
      failures.push(`${check.name}: ${error.message}`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}
for (const failure of failures) console.error(failure);
console.log(`${failures.length === 0 ? "The site is as it has to be" : `${failures.length} faults`}; screenshots are in ${artifacts}`);
process.exitCode = failures.length === 0 ? 0 : 1;
