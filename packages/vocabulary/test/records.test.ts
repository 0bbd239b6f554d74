import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { consumerFixtures } from "../src/consumer-fixtures.js";
import { readRecord } from "../src/record-file.js";
import { readJson, servicePackages } from "../src/workspace.js";
import { code, record } from "./given/records.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

describe.each(servicePackages(ROOT))("$name", ({ name, folder, version }) => {
  const released = readRecord(ROOT, name)!;

  it("ships its record and the schema of its envelope", () => {
    const manifest = readJson(join(folder, "package.json"));
    expect(manifest.exports).toMatchObject({ "./codes.json": "./codes.json", "./envelope.schema.json": "./envelope.schema.json" });
    expect(manifest.files).toEqual(expect.arrayContaining(["codes.json", "envelope.schema.json"]));
    expect(readJson(join(folder, "envelope.schema.json"))).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
  });

  it("has a record of the version in its package.json, with nothing that is in no release", () => {
    expect(released).toMatchObject({ service: name, version });
    expect(Object.keys(released.codes).length).toBeGreaterThan(0);
    expect(Object.values(released.codes).filter(({ since }) => !/^\d+\.\d+\.\d+$/.test(since))).toEqual([]);
  });

  it("has consumers of that release", () => {
    for (const file of ["closed.ts", "open.ts"]) expect(existsSync(join(ROOT, "packages/vocabulary/fixtures", name, file))).toBe(true);
  });
});

it("consumers as they are written", async () => {
  const { "closed.ts": closed, "open.ts": open } = consumerFixtures(
    record({
      ROOM_GONE: code({
        details: {
          type: "array",
          items: { type: "object", properties: { a: { type: "string" }, b: { type: "number" } }, required: ["a"] },
        },
      }),
      "room-odd": code({ kind: "internal", details: { anyOf: [{ const: "x" }, { not: {} }] } }),
    }),
  );
  await expect(closed).toMatchFileSnapshot("golden/consumer-closed.ts.txt");
  await expect(open).toMatchFileSnapshot("golden/consumer-open.ts.txt");
});
