// Browsers that are driven without WebDriver: one is opened at an address of a server here, and its page posts the golden lines back.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveBundle } from "./served.mjs";

const PAGE = `<!doctype html><title>golden</title><script type="module">
  const post = (text) => fetch("/lines", { method: "POST", body: text });
  try { post(await (await import("/bundle.js")).lines()); } catch (error) { post("FAILED " + error + "\\n" + error.stack); }
</script>`;

/** How long a browser may take to start and to run the script. */
const LONGEST_MS = 60_000;

/**
 * @param commandOf gives the program and its arguments for the address of the page and an empty folder for a profile.
 */
export async function runInPage(commandOf) {
  let report;
  const reported = new Promise((resolve) => {
    report = resolve;
  });
  const { url, close } = await serveBundle(PAGE, report);
  const profile = mkdtempSync(join(tmpdir(), "scai-errors-browser-"));
  const [program, args] = commandOf(url, profile);
  // A group of its own, so that the processes that a browser starts end with it.
  const browser = spawn(program, args, { detached: true, stdio: "ignore", env: { ...process.env, HOME: profile } });
  const timer = setTimeout(() => report(`FAILED no answer from the page within ${LONGEST_MS / 1000} s`), LONGEST_MS);
  browser.on("error", (error) => report(`FAILED ${error.message}`));
  try {
    return await reported;
  } finally {
    clearTimeout(timer);
    close();
    if (browser.pid) process.kill(-browser.pid, "SIGKILL");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
