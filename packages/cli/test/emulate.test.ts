import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { scaigrid } from "@scai-errors/scaigrid";
import { expect, it } from "vitest";
import { run } from "./run.js";

it("prints what it serves", async () => {
  const { code, out } = await run("emulate", "--service", "scaigrid,@scai-errors/dns");
  expect(code).toBe(0);
  // What no service means to send is the emulator's own matter, and how many answers there are follows from how many codes there are.
  const counted = /\d+(?= (?:answers|event streams)$)/gm;
  const shown = out
    .replace(/:\d+\n/, ":<port>\n")
    .replaceAll(counted, "<n>")
    .replaceAll(/^ {2}\/odd\/.*\n/gm, "");
  await expect(shown).toMatchFileSnapshot("golden/emulate.txt");
});

it("serves failures until it is interrupted, as the program that npm installs", async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../dist/cli.js"), "emulate"], { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const response = await fetch(`${line.replace("Listening on ", "")}/scaigrid/RATE_LIMITED`);
  expect((await scaigrid.fromResponse(response)).id).toBe("scaigrid/RATE_LIMITED");
  child.kill("SIGINT");
  expect(await closed).toEqual([0, null]);
});

it("refuses a port that is taken, one that is none, and a service that there is not", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens on a port.
  const { port } = server.address() as AddressInfo;
  expect(await run("emulate", "--port", `${port}`)).toEqual({
    code: 2,
    out: "",
    err: `Port ${port} of 127.0.0.1 is taken; choose another, or 0 for any free one.\n`,
  });
  server.close();
  expect((await run("emulate", "--port", "70000")).err).toContain("Ports are whole numbers from 0 to 65535.");
  expect(await run("emulate", "--service", "scaidrvie")).toMatchObject({
    code: 2,
    err: expect.stringContaining("Did you mean scaidrive?"),
  });
});
