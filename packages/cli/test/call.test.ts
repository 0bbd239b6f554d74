import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { callOf } from "../src/call.js";

const CLI = join(import.meta.dirname, "../dist/cli.js");

it.each([
  ["npx", { npm_command: "exec" }, "npx @scai-errors/cli"],
  ["the shell", {}, "scai-errors"],
  ["a script of package.json", { npm_command: "run-script" }, "scai-errors"],
])("names the program as it can be called again after it was called by %s", (_, env, call) => {
  expect(callOf(env)).toBe(call);
  for (const args of [["explain"], ["explain", "NOPE"], ["decode", "--help"], ["upgrade", "--help"], ["decode"], ["foo"]]) {
    const { stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      encoding: "utf8",
      input: '{"status":429,"body":{"error":{"code":"RATE_LIMITED"}}}\n',
      env: { PATH: process.env["PATH"], ...env },
    });
    expect(stdout + stderr).toContain(` ${call} `);
  }
});
