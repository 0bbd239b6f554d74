import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isObject } from "@scai-errors/core";
import { describe, expect, it } from "vitest";
import type { DetailsSchema } from "../src/details-schema.js";
import { readDetailsTypes } from "../src/details-types.js";
import { probe } from "../src/probe.js";
import { type WorkingService, loadService, servicePackages } from "../src/workspace.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const SERVICES = servicePackages(ROOT);
const types = readDetailsTypes(ROOT, SERVICES);

/** Whether a value is what a schema says. */
function matches(schema: DetailsSchema, value: unknown): boolean {
  if ("anyOf" in schema) return schema.anyOf.some((member) => matches(member, value));
  if ("not" in schema) return value === undefined;
  if ("const" in schema) return value === schema.const;
  if (!("type" in schema)) return true;
  if (schema.type === "null") return value === null;
  if (schema.type === "array") return Array.isArray(value) && value.every((item) => matches(schema.items, item));
  if (schema.type !== "object") return typeof value === schema.type;
  return (
    isObject(value) &&
    Object.entries(schema.properties).every(([name, member]) =>
      value[name] === undefined ? !schema.required.includes(name) : matches(member, value[name]),
    )
  );
}

describe.each(SERVICES)("$name", (one) => {
  const load = (name: string, entry: string) => import(join(ROOT, `packages/${name}/src/${entry}.ts`)) as Promise<Record<string, unknown>>;

  it("has details of the type that was read, for every code", async () => {
    const { service }: WorkingService = await loadService({ root: ROOT, load }, one);
    const byCode = types.get(one.name)!;
    expect([...byCode.keys()].sort()).toEqual([...Object.keys(service.codes), "UNRECOGNIZED"].sort());
    for (const [code, entry] of Object.entries(service.codes)) {
      const error = probe(service, code, entry);
      if (error) expect([code, matches(byCode.get(code)!, error.details)]).toEqual([code, true]);
    }
  });
});

it("types of every sort are read", () => {
  expect(types.get("scaigrid")!.get("VALIDATION_ERROR")).toEqual({
    type: "array",
    items: { type: "object", properties: { field: { type: "string" }, message: { type: "string" } }, required: ["field", "message"] },
  });
  expect(types.get("scaigrid")!.get("INTERNAL_ERROR")).toEqual({});
  expect(types.get("scaidrive")!.get("TOO_MANY_REQUESTS")).toMatchObject({ anyOf: [{ not: {} }, { type: "object" }] });
  expect(types.get("scaidrive")!.get("CHECKSUM_MISMATCH")).toMatchObject({
    required: [],
    properties: { expectedBytes: { type: "number" } },
  });
});
