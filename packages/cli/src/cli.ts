#!/usr/bin/env node
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { progressOn } from "./decode/progress.js";
import { standardInput } from "./decode/standard-input.js";
import { run } from "./program.js";
import { terminalOf } from "./terminal.js";

// Whoever reads the pipe may stop before the end, as `head` does.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit();
});

// Our own file, which npm puts beside dist.
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { readonly version: string };

await run(process.argv.slice(2), version, {
  print: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
  terminal: terminalOf(process.stdout),
  standardInput: standardInput(() => process.stderr.write("Paste a response, then press Ctrl+D.\n")),
  progress: (size) => progressOn(process.stderr, size),
  interrupted: async () => {
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  },
  end: (code) => {
    process.exitCode = code;
  },
});
