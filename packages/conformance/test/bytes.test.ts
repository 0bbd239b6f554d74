import { describe, expect, it } from "vitest";
import { bundle } from "../src/bundle.js";
import { ceilings } from "../src/ceilings.js";
import { members } from "../src/services.js";

const importOf = (name: string) => `export { ${name} } from "@scai-errors/${name}";`;
/** Names that zod's code cannot lose to a minifier, because they are properties. */
const MARKS_OF_ZOD = ["_zod", "safeParse", "toJSONSchema"];

describe("bytes of an import", () => {
  it.each(ceilings.map((row) => ({ ...row, names: row.services.join(", ") })))(
    "{ $names }: at most $bytes",
    async ({ services, bytes }) => {
      const { gzip } = await bundle(services.map(importOf).join("\n"));
      expect(gzip).toBeLessThanOrEqual(bytes);
    },
  );

  it("has a ceiling for every service", () => {
    const alone = ceilings.flatMap(({ services }) => (services.length === 1 ? services : []));
    expect(alone.toSorted()).toEqual(members.map(({ service }) => service.name).toSorted());
  });
});

describe.each(members)("what an import of $service.name pulls in", ({ service: { name }, docs }) => {
  const meanings = Object.values(docs).map(({ meaning }) => JSON.stringify(meaning).slice(1, -1));

  it("is neither zod nor prose", async () => {
    const { text, inputs } = await bundle(importOf(name));
    expect(inputs.filter((path) => /zod|docs|schema/.test(path))).toEqual([]);
    expect(MARKS_OF_ZOD.filter((mark) => text.includes(mark))).toEqual([]);
    expect(meanings.filter((meaning) => text.includes(meaning))).toEqual([]);
  });

  // Without these two the check above could look for something that no bundle ever contains.
  it("would be seen to contain prose", async () => {
    const { text, inputs } = await bundle(`${importOf(name)} export { docs } from "@scai-errors/${name}/docs";`);
    expect(inputs.some((path) => path.includes("docs"))).toBe(true);
    expect(meanings.every((meaning) => text.includes(meaning))).toBe(true);
  });

  it("would be seen to contain zod", async () => {
    const { text, inputs } = await bundle(`${importOf(name)} export { envelope } from "@scai-errors/${name}/schema";`);
    expect(inputs.some((path) => path.includes("zod"))).toBe(true);
    expect(MARKS_OF_ZOD.some((mark) => text.includes(mark))).toBe(true);
  });
});
