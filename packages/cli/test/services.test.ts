import { publicPackages, servicePackages } from "@scai-errors/workspace/packages";
import { expect, it } from "vitest";
import { documented, services } from "../src/services.js";

const onDisk = servicePackages.map(({ manifest }) => manifest.name);

it("lists the services that are on disk", () => {
  expect(onDisk.length).toBeGreaterThan(4);
  expect(services.map(({ service }) => `@scai-errors/${service.name}`).toSorted()).toEqual(onDisk.toSorted());
});

it("depends on them, and of ours besides only on core and testing", () => {
  const manifest = publicPackages.find(({ folder }) => folder === "cli")?.manifest;
  const ours = Object.keys(manifest?.dependencies ?? {}).filter((name) => name.startsWith("@scai-errors/"));
  expect(ours.toSorted()).toEqual([...onDisk, "@scai-errors/core", "@scai-errors/testing"].toSorted());
});

it("has docs for every code of a service or a connection, and for nothing else", () => {
  expect(documented.length).toBe(services.length + 1);
  for (const { service, docs } of documented) expect(Object.keys(docs).toSorted()).toEqual(Object.keys(service.codes).toSorted());
});
