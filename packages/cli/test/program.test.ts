import { spawnSync } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const CLI = join(import.meta.dirname, "../dist/cli.js");
/** A device that takes nothing, on Linux. */
const FULL = "/dev/full";
const ESCAPE = "\u001B";

/** Runs the program that npm installs, in a pipe, with nothing of this process's taste in colours. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ReturnType<typeof spawnSync> {
  return spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8", env: { PATH: process.env["PATH"], ...env } });
}

it("prints no colours and no links into a pipe", () => {
  const { status, stdout } = start(["explain", "scaigrid/RATE_LIMITED"]);
  expect(status).toBe(0);
  expect(stdout).not.toContain(ESCAPE);
});

it("prints colours and links where they are forced, and obeys NO_COLOR and --no-color", () => {
  const forced = { FORCE_COLOR: "1", FORCE_HYPERLINK: "1" };
  const { stdout } = start(["explain", "scaigrid/RATE_LIMITED"], forced);
  expect(stdout).toContain(`${ESCAPE}[1mscaigrid/RATE_LIMITED${ESCAPE}[22m`);
  expect(stdout).toContain(`${ESCAPE}]8;;https://errors.scailabs.ai/scaigrid/RATE_LIMITED/\u0007`);
  expect(start(["explain", "scaigrid/RATE_LIMITED"], { FORCE_COLOR: "1", NO_COLOR: "1" }).stdout).not.toContain(ESCAPE);
  expect(start(["explain", "scaigrid/RATE_LIMITED", "--no-color"], { FORCE_COLOR: "1" }).stdout).not.toContain(ESCAPE);
});

it("ends quietly when its reader stops before the end, as head does", () => {
  const { stdout, stderr } = spawnSync("sh", ["-c", '"$0" "$1" explain scaigrid --json | head -n 1', process.execPath, CLI], {
    encoding: "utf8",
  });
  expect({ stdout, stderr }).toEqual({ stdout: "[\n", stderr: "" });
});

it.skipIf(!existsSync(FULL))("says that its output cannot be written, and exits with 2", () => {
  for (const args of [["explain", "scaigrid/RATE_LIMITED"], ["explain", "--json"], ["--help"], ["emulate"]]) {
    const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      encoding: "utf8",
      stdio: ["ignore", openSync(FULL, "w"), "pipe"],
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "The output cannot be written (ENOSPC: no space left on device, write); write it somewhere else.\n",
    });
  }
});

it.skipIf(!existsSync(FULL))("goes on where only its sentences cannot be written", () => {
  const full = openSync(FULL, "w");
  const { status, stdout } = spawnSync(process.execPath, [CLI, "decode"], {
    encoding: "utf8",
    input: "HTTP/2 500\n\n",
    stdio: ["pipe", "pipe", full],
  });
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining("HTTP 500") });
});

it("exits with 1 where the answer is no, and with 2 where it was called wrongly", () => {
  expect([start(["explain", "NO_SUCH_CODE"]).status, start(["explain", "--nonsense"]).status]).toEqual([1, 2]);
});
