import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { services } from "@scai-errors/workspace/services";
import { expect, it } from "vitest";

const CLI = join(import.meta.dirname, "../dist/cli.js");

const HERE = import.meta.dirname;

function start(cwd: string, ...args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [CLI, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
}

/** How it ended, and what it printed. */
interface End {
  readonly code: unknown;
  readonly out: string;
  readonly err: string;
}

async function endOf(child: ReturnType<typeof start>): Promise<End> {
  const [closed, out, err] = await Promise.all([once(child, "close") as Promise<unknown[]>, text(child.stdout), text(child.stderr)]);
  return { code: closed[0], out, err };
}

async function run(...args: readonly string[]): Promise<End> {
  return endOf(start(HERE, ...args));
}

it("explains itself", async () => {
  const { code, out } = await run("--help");
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot("golden/help.txt");
});

it.each(["SIGINT", "SIGTERM"] as const)("prints its routes, and ends at %s", async (signal) => {
  const child = start(HERE, "--service", "@scai-errors/scaigrid", "@scai-errors/scaidrive");
  const ended = once(child, "close");
  let printed = "";
  for await (const part of child.stdout) {
    printed += String(part);
    if (!printed.includes("GET /")) continue;
    const [, url = ""] = /Listening on (\S+)/.exec(printed) ?? [];
    expect((await fetch(`${url}/scaidrive/GONE`)).status).toBe(410);
    // In the middle of an answer, which must not hold it up.
    expect((await fetch(`${url}/odd/stalled`)).status).toBe(503);
    child.kill(signal);
  }
  expect(await ended).toEqual([0, null]);
  // How many answers there are follows from how many codes there are, and is no part of what is shown here.
  const shown = printed.replace(/:\d+\n/, ":<port>\n").replace(/\d+(?= (?:answers|event streams|WebSocket closes)$)/gm, "<n>");
  await expect(shown).toMatchFileSnapshot("golden/routes.txt");
});

it("serves all services that are installed, when none is named", async () => {
  const child = start(HERE);
  const ended = once(child, "close");
  let printed = "";
  for await (const part of child.stdout) {
    printed += String(part);
    if (printed.includes("GET /")) child.kill("SIGINT");
  }
  await ended;
  for (const { name } of services) expect(printed).toContain(`/${name}/<code> `);
});

it.each([
  ["short names with a comma", "--service", "scaigrid,scaidrive"],
  ["short names with a space", "--service", "scaigrid", "scaidrive"],
  ["names of packages, blanks and a name twice", "--service", " @scai-errors/scaigrid, scaidrive,", "scaigrid"],
  ["an option each", "-s", "scaigrid", "-s", "scaidrive"],
])("serves the services of %s", async (_, ...args) => {
  const child = start(HERE, ...args);
  const ended = endOf(child);
  child.stdout.once("data", () => child.kill("SIGINT"));
  const { code, out } = await ended;
  expect(code).toBe(0);
  const served = services.map(({ name }) => name).filter((name) => out.includes(`/${name}/<code> `));
  expect(served.toSorted()).toEqual(["scaidrive", "scaigrid"]);
});

it("says in sentences what is wrong", async () => {
  const folder = mkdtempSync(join(tmpdir(), "scai-errors-"));
  const { code, err } = await endOf(start(folder));
  rmSync(folder, { recursive: true });
  const runs = [
    ["(where nothing is installed)", { code, out: "", err: err.replace(/for \S+ exports/, "for <folder> exports") }] as const,
    ...(await Promise.all(
      [
        ["--port", "many"],
        ["--port", "70000"],
        ["--service", "@scai-errors/no-such"],
        ["--service", "@scai-errors/core"],
        ["--service", "no-such,scaigrid"],
        ["--service", ","],
        ["--servces"],
        ["--\u001b[31mred"],
      ].map(async (args) => [args.join(" "), await run(...args)] as const),
    )),
  ];
  const shown = runs
    .map(([args, { code, err }]) => `$ scai-errors-emulator ${JSON.stringify(args).slice(1, -1)}\n${err}exit ${String(code)}\n`)
    .join("\n");
  await expect(shown).toMatchFileSnapshot("golden/cli-mistakes.txt");
});
