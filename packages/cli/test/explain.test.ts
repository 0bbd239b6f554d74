import { type TransportCode, transport, transportError } from "@scai-errors/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documented, services } from "../src/services.js";
import { run, withoutProse, UNSAFE } from "./run.js";

const ids = documented.flatMap(({ service }) => Object.keys(service.codes).map((code) => `${service.name}/${code}`));

describe("explain", () => {
  it.each([
    ["a code of a service", "explain-id", "scaigrid/RATE_LIMITED"],
    ["a code that several services have", "explain-bare", "internal_error"],
    ["a code that is found by its message", "explain-message", "dns/PERMISSION_REQUIRED"],
    ["a code that is found by a close", "explain-close", "scaidrive/CONNECTION_FORBIDDEN"],
    ["a failure of the connection", "explain-connection", "transport/TIMEOUT"],
    ["one by which nothing was sent", "explain-connection-unsent", "CONNECTION_FAILED"],
    ["one after which another try does harm", "explain-connection-final", "stream_truncated"],
  ])("says of %s what it means", async (_, golden, typed) => {
    const { code, out, err } = await run("explain", typed);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    await expect(withoutProse(out)).toMatchFileSnapshot(`golden/${golden}.txt`);
  });

  it("finds every code under its id, its address and in other letters, with the same words", async () => {
    expect(ids.length).toBeGreaterThan(300);
    for (const id of ids) {
      const { code, out } = await run("explain", id);
      expect(code).toBe(0);
      expect(out.startsWith(`${id}  `)).toBe(true);
      expect((await run("explain", id.toLowerCase())).out).toBe(out);
      expect((await run("explain", `https://errors.scailabs.ai/${id}/`)).out).toBe(out);
    }
  });

  it("finds a bare code in every service that has it, because a code does not name its service", async () => {
    const { out } = await run("explain", "backend_rate_limited");
    expect(out).toContain("scaigrid/BACKEND_RATE_LIMITED  429");
    expect(out).toContain("scaikey/backend_rate_limited  502");
  });

  it("lists the codes of a service, and the services", async () => {
    const { out } = await run("explain", "scaidrive");
    const { docs } = services.find(({ service }) => service.name === "scaidrive")!;
    for (const [code, { meaning, group }] of Object.entries(docs)) {
      const line = out.split("\n").find((one) => one.startsWith(`  ${code} `));
      expect(line?.endsWith(` ${meaning}`)).toBe(true);
      expect(out).toContain(`${group}\n`);
    }
    expect((await run("explain")).out).toContain(`scaidrive  ${Object.keys(docs).length} codes\n`);
  });

  it("gives JSON of one code, of a service, and of all", async () => {
    const { docs } = services.find(({ service }) => service.name === "scaigrid")!;
    expect(JSON.parse((await run("explain", "scaigrid/RATE_LIMITED", "--json")).out)).toEqual([
      {
        id: "scaigrid/RATE_LIMITED",
        service: "scaigrid",
        code: "RATE_LIMITED",
        status: 429,
        kind: "rate_limited",
        retry: { policy: "backoff", idempotentOnly: false, source: "documented" },
        foundBy: {},
        ...docs["RATE_LIMITED"],
        address: "https://errors.scailabs.ai/scaigrid/RATE_LIMITED/",
      },
    ]);
    for (const code of Object.keys(transport.codes) as TransportCode[]) {
      const [shown] = JSON.parse((await run("explain", `transport/${code}`, "--json")).out) as [object];
      const { policy, idempotentOnly, source } = transportError(code).retry;
      expect(shown).toMatchObject({ retry: { policy, idempotentOnly, source } });
    }
    const idsOf = ({ out }: { readonly out: string }): string[] => (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
    expect(idsOf(await run("explain", "dns", "--json")).toSorted()).toEqual(ids.filter((id) => id.startsWith("dns/")).toSorted());
    expect(idsOf(await run("explain", "--json")).toSorted()).toEqual(ids.toSorted());
  });

  it.each([
    ["explain", "scaigrid/RATE_LIMITEDD"],
    ["explain", "RATE_LIMTED"],
    ["explain", "scaigird/RATE_LIMITED"],
    ["explain", "scaigrid/SOMETHING_ELSE"],
    ["explain", "transport/TIMOUT"],
    ["decode", "--service", "transport"],
    ["explain", "UNRECOGNIZED"],
    ["explian"],
    ["explain", "--jsno"],
    ["explain", "\u001b[31mred\u001b[0m"],
  ])("refuses `%s %s` with a sentence", async (...args) => {
    const { code, out, err } = await run(...args.filter(Boolean));
    expect(code).toBeGreaterThan(0);
    expect(out).toBe("");
    await expect(`exit code ${code}\n${err}`).toMatchFileSnapshot(
      `golden/refusals/${args.filter(Boolean).join(" ").replaceAll(/\W+/g, "-")}.txt`,
    );
  });

  it("says something sensible of anything that is typed, and never prints it raw", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (typed) => {
        const { code, out, err } = await run("explain", "--", typed);
        expect([0, 1, 2]).toContain(code);
        expect(out + err).not.toMatch(UNSAFE);
      }),
      { numRuns: 100 },
    );
  });
});

it("shows its commands, and the exit codes", async () => {
  const { code, out } = await run("--help");
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot("golden/help.txt");
  for (const command of ["", "explain", "decode", "upgrade", "emulate"]) {
    const { out: help } = await run(...[command, "--help"].filter(Boolean));
    expect(help.split("\n").filter((line) => line.length > 80)).toEqual([]);
  }
  expect(await run("--version")).toEqual({ code: 0, out: "1.2.3\n", err: "" });
});
