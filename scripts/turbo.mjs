// Runs turbo without its telemetry and its notes about newer versions, on every system and for everyone, and says when nothing had to run:
// `node scripts/turbo.mjs run test`.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";

const turbo = createRequire(import.meta.url).resolve("turbo/bin/turbo");
const words = process.argv.slice(2);
const child = spawn(process.execPath, [turbo, ...words], {
  // What turbo says goes through a pipe, so it is told here whether there is a terminal that shows colours.
  env: {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    ...(process.stdout.isTTY && process.stdout.hasColors() && { FORCE_COLOR: "1" }),
  },
  stdio: ["inherit", "pipe", "inherit"],
});

/** Where turbo sums up: `Cached: 18 cached, 18 total`, with colours between the words on a terminal. */
const SUMMARY = /(\d+) cached\D*(\d+) total/;
let tail = "";
child.stdout.on("data", (chunk) => {
  process.stdout.write(chunk);
  tail = (tail + chunk.toString()).slice(-2000);
});
child.on("close", (code) => {
  const [, cached, total] = SUMMARY.exec(tail) ?? [];
  // Builds come before most scripts and are replayed as a rule; that is no news.
  const isNews = !words.includes("build");
  if (isNews && code === 0 && total !== undefined && total !== "0" && cached === total)
    console.log(
      `Nothing has changed since the last run, so all ${total} results are replays of it. Add "-- --force" to run everything again.`,
    );
  process.exitCode = code ?? 1;
});
