import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { until } from "../src/decode/until.js";
import { run } from "../src/program.js";
import { plain } from "../src/terminal.js";
import { temporaryFolder } from "./temporary-folder.js";

const CLI = join(import.meta.dirname, "../dist/cli.js");
const FAILED = '{"status":500}\n';

/** Hides the cursor, and shows it. */
const [HIDE, SHOW] = ["\u001B[?25l", "\u001B[?25h"];
const WRAP_OFF = "\u001B[?7l";

/** Runs the program that npm installs with an input that stays open, and ends it with a signal. */
async function ended(
  signal: "SIGINT" | "SIGTERM",
  input: string | Buffer,
  ...args: readonly string[]
): Promise<{ readonly code: unknown; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, [CLI, "decode", ...args]);
  const closed = once(child, "close") as Promise<unknown[]>;
  const [out, err] = [text(child.stdout), text(child.stderr)];
  child.stdin.on("error", () => undefined);
  child.stdin.write(input);
  // Nothing says from outside that it has read what came.
  await wait(700);
  child.kill(signal);
  return { code: (await closed)[0], out: await out, err: await err };
}

describe("decode of what is still being written", () => {
  it.each([
    ["SIGINT", 130, FAILED + FAILED],
    ["SIGTERM", 143, FAILED + FAILED],
    ["SIGINT", 130, FAILED.repeat(2) + '{"status":200}\n'.repeat(10_000)],
    ["SIGINT", 130, Buffer.concat([gzipSync(FAILED + FAILED), gzipSync(FAILED).subarray(0, 10)])],
  ] as const)("sums up at %s what it has read of a log, and exits with %d", async (signal, code, input) => {
    expect(await ended(signal, input)).toEqual({ code, out: "2  HTTP 500  internal\n", err: "" });
  });

  it.each([
    ["nothing", ""],
    ["half a body", '{"error":{"code":"RATE_'],
    ["half a HAR", '{"log":{"version":"1.2","entries":['],
  ])("says nothing of %s at SIGINT", async (_, input) => {
    expect(await ended("SIGINT", input)).toEqual({ code: 130, out: "", err: "" });
  });

  it("opens no other file, and prints JSON where it was asked for", async () => {
    const { code, out, err } = await ended("SIGINT", FAILED + FAILED, "--json", "-", "/nowhere");
    expect({ code, err, shown: JSON.parse(out) }).toMatchObject({ code: 130, err: "", shown: { failures: 2 } });
  });
});

it("clears the bar before it says anything, and shows none where a person types", async () => {
  const events: string[] = [];
  const decode = async (isTyped: boolean, ...files: readonly string[]): Promise<void> => {
    await run(["decode", ...files], "1.2.3", {
      call: "scai-errors",
      print: () => events.push("print"),
      warn: (sentence) => events.push(sentence.trim() === "" ? "" : "warn"),
      terminal: plain,
      standardInput: (async function* () {
        yield await Promise.resolve(Buffer.from(`${FAILED}{"status":500\n`));
      })(),
      isTyped,
      progress: () => {
        events.push("bar");
        return Promise.resolve({ advance: () => undefined, end: () => events.push("no bar") });
      },
      interruption: () => new AbortController().signal,
      end: () => undefined,
    });
  };
  await decode(false);
  expect(events.splice(0)).toEqual(["bar", "no bar", "warn", "print"]);
  await decode(true);
  expect(events.splice(0)).toEqual(["warn", "print"]);
});

// util-linux' `script` runs a program on a terminal of its own.
const SCRIPT = "script";
const hasTerminal = spawnSync(SCRIPT, ["-qec", "true", "/dev/null"]).status === 0;

describe.skipIf(!hasTerminal)("on a terminal", () => {
  /** What a terminal is sent while a command runs on it, into which something is typed. */
  async function shown(command: string, typed: string): Promise<string> {
    const child = spawn(SCRIPT, ["-qec", command, "/dev/null"]);
    const out = text(child.stdout);
    await wait(1000);
    child.stdin.write(typed);
    const printed = await out;
    child.stdin.end();
    return printed;
  }

  it("leaves the cursor and the lines as they are where a person pastes, and at Ctrl+C", async () => {
    const command = `'${process.execPath}' '${CLI}' decode; echo "code $?"`;
    const pasted = await shown(command, "HTTP/2 502\r\r\u0004");
    expect(pasted).toContain("Paste a response, then press Ctrl+D.\r\n");
    expect(pasted).toContain("HTTP 502");
    for (const printed of [pasted, await shown(command, "\u0003")]) {
      for (const steer of [HIDE, WRAP_OFF, " read"]) expect(printed).not.toContain(steer);
    }
  });

  it("shows the cursor again at Ctrl+C while a bar is shown", async () => {
    const folder = temporaryFolder(onTestFinished);
    writeFileSync(join(folder, "app.log"), FAILED + FAILED);
    // The shell outlives Ctrl+C, as one does that a person types into.
    const printed = await shown(`trap : INT; (cat ${join(folder, "app.log")}; sleep 60) | '${process.execPath}' '${CLI}' decode`, "\u0003");
    expect(printed).toContain(HIDE);
    expect(printed.lastIndexOf(SHOW)).toBeGreaterThan(printed.lastIndexOf(HIDE));
    expect(printed.indexOf("HTTP 500")).toBeGreaterThan(printed.lastIndexOf(SHOW));
  });
});

it("hands on every chunk where nobody ends the reading", async () => {
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < 3; at++) yield await Promise.resolve(Buffer.of(at));
  }
  const read: number[] = [];
  for await (const chunk of until(new AbortController().signal, chunks())) read.push(chunk[0]!);
  expect(read).toEqual([0, 1, 2]);
});
