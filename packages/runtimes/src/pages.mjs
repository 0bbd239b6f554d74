// Browsers that are driven without WebDriver: one is opened at an address of a server here, and its page posts the golden lines back.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wholeBundle } from "./bundles.mjs";

const PAGE = `<!doctype html><title>golden</title><script type="module">
  const post = (text) => fetch("/lines", { method: "POST", body: text });
  try { post(await (await import("/bundle.js")).lines()); } catch (error) { post("FAILED " + error + "\\n" + error.stack); }
</script>`;

/** How long a browser may take to start and to run the script. */
const LONGEST_MS = 60_000;

function bodyOf(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    request
      .on("data", (chunk) => chunks.push(chunk))
      .on("end", () => resolve(Buffer.concat(chunks).toString()))
      .on("error", reject);
  });
}

/**
 * @param commandOf gives the program and its arguments for the address of the page and an empty folder for a profile.
 */
export async function runInPage(commandOf) {
  const code = await wholeBundle(["browser"]);
  let report;
  const reported = new Promise((resolve) => {
    report = resolve;
  });
  const server = createServer((request, response) => {
    if (request.method === "POST") void bodyOf(request).then(report);
    response.setHeader("content-type", request.url === "/bundle.js" ? "text/javascript" : "text/html; charset=utf-8");
    response.end(request.url === "/bundle.js" ? code : PAGE);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const profile = mkdtempSync(join(tmpdir(), "scai-errors-browser-"));
  const [program, args] = commandOf(`http://127.0.0.1:${server.address().port}/`, profile);
  // A group of its own, so that the processes that a browser starts end with it.
  const browser = spawn(program, args, { detached: true, stdio: "ignore", env: { ...process.env, HOME: profile } });
  const timer = setTimeout(() => report(`FAILED no answer from the page within ${LONGEST_MS / 1000} s`), LONGEST_MS);
  browser.on("error", (error) => report(`FAILED ${error.message}`));
  try {
    return await reported;
  } finally {
    clearTimeout(timer);
    server.close();
    server.closeAllConnections();
    if (browser.pid) process.kill(-browser.pid, "SIGKILL");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
