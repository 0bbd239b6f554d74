// Runs turbo without its telemetry and its notes about newer versions, on every system and for everyone, and says what was replayed:
// `node scripts/turbo.mjs run test`.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { replaysIn } from "./replays.mjs";

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

let tail = "";
child.stdout.on("data", (chunk) => {
  process.stdout.write(chunk);
  tail = (tail + chunk.toString()).slice(-2000);
});
child.on("close", (code) => {
  // Builds come before most scripts and are replayed as a rule; that is no news.
  const replays = words.includes("build") ? undefined : replaysIn(tail);
  if (code === 0 && replays) console.log(replays);
  process.exitCode = code ?? 1;
});
