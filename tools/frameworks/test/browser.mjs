import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

/** Starts the Chromium of this machine. */
export function startChromium() {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? pathOfChromium(), args: ["--no-sandbox"] });
}

function pathOfChromium() {
  try {
    return execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"], {
      encoding: "utf8",
    }).trim();
  } catch {
    throw new Error("There is no Chromium on the PATH. Install one (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.");
  }
}
