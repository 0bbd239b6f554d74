import { describe, expect, it } from "vitest";
import { bundle } from "@scai-errors/workspace/bundle";
import { ceilings } from "@scai-errors/workspace/ceilings";
import { members } from "@scai-errors/workspace/members";
import { servicePackages } from "@scai-errors/workspace/packages";

const importOf = (name: string) => `export { ${name} } from "@scai-errors/${name}";`;
/** Names that zod's code cannot lose to a minifier, because they are properties. */
const MARKS_OF_ZOD = ["_zod", "safeParse", "toJSONSchema"];

describe("bytes of an import", () => {
  it.each(ceilings)("{ $name }: at most $ceiling", async ({ source, ceiling }) => {
    const { gzip } = await bundle(source);
    expect(gzip).toBeLessThanOrEqual(ceiling);
  });

  it.each(servicePackages)("have a ceiling in packages/$folder/bytes.json", ({ folder }) => {
    expect(
      ceilings.map(({ name }) => name),
      `write { "${folder}": { "goal", "ceiling", "notes" } } in packages/${folder}/bytes.json`,
    ).toContain(folder);
  });

  it.each(ceilings.filter(({ goal, ceiling }) => ceiling > goal))(
    "{ $name }: a note says what the bytes over the goal bought",
    ({ notes }) => {
      expect(notes.filter((note) => note.trim().length > 0)).not.toEqual([]);
    },
  );
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
