import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { usualMembers } from "../src/decode/log-members.js";
import { run } from "./run.js";

const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");

it("has a first example that prints what it says it prints", async () => {
  const [, command = "", output] = /```sh\nnpx @scai-errors\/cli (.*)\n```\n\n```text\n([\s\S]*?)```/.exec(readme) ?? [];
  expect((await run(...command.split(" "))).out).toBe(output);
});

it("shows a summary as it is printed", async () => {
  const { out } = await run("decode", join(import.meta.dirname, "logs/pino.ndjson"));
  const [, summary = "nothing"] = /```text\n(\d {2}scaigrid[\s\S]*?)```/.exec(readme) ?? [];
  expect(out.startsWith(summary)).toBe(true);
});

it("states the exit codes that the help states", async () => {
  const { out } = await run("--help");
  const inHelp = [...out.matchAll(/^ {2}(\d+) {2}/gm)].map(([, code]) => code);
  expect([...readme.matchAll(/^\| (\d+) /gm)].map(([, code]) => code)).toEqual(inHelp);
});

it.each(Object.entries(usualMembers))("lists the members that hold the %s, in their order", (what, members: readonly string[]) => {
  const [row = ""] = new RegExp(`^\\| ${what} .*$`, "m").exec(readme) ?? [];
  expect([...row.matchAll(/`([^`]+)`/g)].map(([, member]) => member)).toEqual(members);
});
