import { KINDS } from "@scai-errors/core";
import { expect, it } from "vitest";
import { documented } from "../src/services.js";
import { run } from "./run.js";

const entries = documented.flatMap(({ service: { name, codes } }) =>
  Object.entries(codes).map(([code, entry]) => ({ id: `${name}/${code}`, ...entry })),
);
const names = documented.map(({ service }) => service.name);

async function idsOf(typed: string): Promise<readonly string[]> {
  return (JSON.parse((await run("explain", "--json", typed)).out) as { id: string }[]).map(({ id }) => id).toSorted();
}

it("lists a service by its name in any letters, with a slash, its package or its page", async () => {
  for (const name of names) {
    const expected = await run("explain", name);
    expect(expected.out.split("\n").length).toBeGreaterThan(5);
    for (const typed of [name.toUpperCase(), `${name}/`, `@scai-errors/${name}`, `https://errors.scailabs.ai/${name}/`]) {
      expect(await run("explain", typed)).toEqual(expected);
      expect(await idsOf(typed)).toEqual(await idsOf(name));
    }
  }
  expect((await run("explain", "@scai-errors/scaigrid/rate_limited")).out).toMatch(/^scaigrid\/RATE_LIMITED {2}/);
});

it("has no code that is called as a service is", () => {
  for (const { id } of entries) expect(names).not.toContain(id.replace(/^.*\//, "").toLowerCase());
});

it("lists the codes of a status", async () => {
  for (const status of new Set(entries.flatMap((entry) => entry.status ?? [])))
    expect(await idsOf(`${status}`)).toEqual(entries.flatMap((entry) => (entry.status === status ? entry.id : [])).toSorted());
  expect(await idsOf("scaidrive/410")).toEqual(["scaidrive/GONE"]);
});

it("lists the codes of a kind, but for one that is also a code", async () => {
  const codes = new Set(entries.map(({ id }) => id.replace(/^.*\//, "").toLowerCase()));
  const kinds = KINDS.filter((kind) => !codes.has(kind) && entries.some((entry) => entry.kind === kind));
  for (const kind of kinds) expect(await idsOf(kind)).toEqual(entries.flatMap((entry) => (entry.kind === kind ? entry.id : [])).toSorted());
});

it("lists them as it lists those of a service, under the names of the services", async () => {
  const { code, out, err } = await run("explain", "410");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await expect(out.replaceAll(/^( {2}\S+ +\d+ ).*$/gm, "$1…")).toMatchFileSnapshot("golden/explain-status.txt");
});

it.each([["NOPE"], ["418"], ["scaigrid/NOPE"], ["@scai-errors/scaigird"], ["ScaigridError [NOPE]: x"]])(
  "refuses `explain %s` with a sentence that helps",
  async (typed) => {
    const { code, out, err } = await run("explain", typed);
    expect(out).toBe("");
    await expect(`exit code ${code}\n${err}`).toMatchFileSnapshot(`golden/refusals/explain-${typed.replaceAll(/\W+/g, "-")}.txt`);
  },
);
