import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { documented, services } from "../src/services.js";

const packages = join(import.meta.dirname, "../..");

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

// Our own files.
const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8")) as Manifest;

const onDisk = readdirSync(packages)
  .map(manifestOf)
  .filter(({ exports = {} }) => "./codes.json" in exports)
  .map(({ name }) => name);

it("lists the services that are on disk", () => {
  expect(onDisk.length).toBeGreaterThan(4);
  expect(services.map(({ service }) => `@scai-errors/${service.name}`).toSorted()).toEqual(onDisk.toSorted());
});

it("depends on them, and of ours besides only on core and testing", () => {
  const ours = Object.keys(manifestOf("cli").dependencies ?? {}).filter((name) => name.startsWith("@scai-errors/"));
  expect(ours.toSorted()).toEqual([...onDisk, "@scai-errors/core", "@scai-errors/testing"].toSorted());
});

it("has docs for every code of a service or a connection, and for nothing else", () => {
  expect(documented.length).toBe(services.length + 1);
  for (const { service, docs } of documented) expect(Object.keys(docs).toSorted()).toEqual(Object.keys(service.codes).toSorted());
});
