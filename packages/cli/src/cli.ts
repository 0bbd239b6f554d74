#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { isatty } from "node:tty";
import { callOf } from "./call.js";
import { clean } from "./clean.js";
import { progressOn } from "./decode/progress.js";
import { standardInput } from "./decode/standard-input.js";
import { EXIT } from "./exit-codes.js";
import { interruptionOf } from "./interruption.js";
import { run } from "./program.js";
import { terminalOf } from "./terminal.js";

process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  // Whoever reads the pipe may stop before the end, as `head` does.
  if (code === "EPIPE") process.exit();
  // A disk that is full: a half result must not pass for the whole one.
  process.stderr.write(`The output cannot be written (${clean(message)}); write it somewhere else.\n`, () => process.exit(EXIT.refused));
});

// Nobody is left to be told. Unheard it would end the program with the exit code that means "no".
process.stderr.on("error", () => undefined);

// Our own file, which npm puts beside dist.
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { readonly version: string };

await run(process.argv.slice(2), version, {
  call: callOf(process.env),
  print: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
  terminal: terminalOf(process.stdout),
  standardInput: standardInput(() => process.stderr.write("Paste a response, then press Ctrl+D.\n")),
  isTyped: isatty(0),
  progress: (size) => progressOn(process.stderr, size),
  interruption: () => {
    const interruption = interruptionOf(process);
    // A read that is under way would keep the program alive for as long as a pipe is open.
    interruption.addEventListener("abort", () => process.stdin.destroy());
    return interruption;
  },
  end: (code) => {
    process.exitCode = code;
  },
});
