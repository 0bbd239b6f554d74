import { services } from "@scai-errors/workspace/services";
import { describe, expect, it } from "vitest";
import { instantiationsOf, measureCompiler } from "../src/compiler-cost.js";

/**
 * Type instantiations for each id that is handled, under TypeScript 6.0.3. They are exact, so a test that fails here has seen the types get dearer:
 * look at what changed, and put the new figure in with the change that causes it.
 */
const CEILINGS_PER_ID = { switch: 46, match: 73, anyOf: 72 } as const;

/** Against hanging only: the compiler takes some seconds, and minutes on a machine with other work. */
const TIMEOUT = 600_000;

/** The program's first lines, as an application has them: the list that the private packages share would be compiled with it. */
const errors = services.map((service) => ({ service: service.name, name: service.decode({ status: 404 }).name }));
const TYPES = `${errors.map(({ service, name }) => `import type { ${name} } from "@scai-errors/${service}";`).join("\n")}
declare const error: ${errors.map(({ name }) => name).join(" | ")};
`;

const ids = services.flatMap(({ name, codes }) => [...Object.keys(codes), "UNRECOGNIZED"].map((code) => `${name}/${code}`));

describe("the compiler's work", () => {
  it("grows in step with the number of codes, from 100 to 1,000", { timeout: TIMEOUT }, () => {
    const rows = measureCompiler([100, 400, 1000]);
    for (const shape of ["union", "switch", "match"] as const) {
      const [small, middle, large] = rows.filter((row) => row.shape === shape).map(({ instantiations }) => instantiations);
      if (small === undefined || middle === undefined || large === undefined) throw new Error(`nothing was measured for ${shape}`);
      // Linear: what 300 more codes cost, twice over, is what 600 more cost.
      expect((large - middle) / (middle - small), shape).toBeCloseTo(2, 1);
    }
  });

  it("is within its ceilings for all services", { timeout: TIMEOUT }, () => {
    const cases = ids.map((id, number) => `    case "${id}": return ${number};`).join("\n");
    const handlers = ids.map((id, number) => `  "${id}": (one) => one.code.length + ${number},`).join("\n");
    const aSwitch = `${TYPES}import { assertNever } from "@scai-errors/core";\nexport function handle(): number {\n  switch (error.id) {\n${cases}\n    default: return assertNever(error);\n  }\n}\n`;
    const aMatch = `${TYPES}import { match } from "@scai-errors/core";\nexport const handled = match(error, "id", {\n${handlers}\n});\n`;
    expect(instantiationsOf(aSwitch) / ids.length).toBeLessThanOrEqual(CEILINGS_PER_ID.switch);
    expect(instantiationsOf(aMatch) / ids.length).toBeLessThanOrEqual(CEILINGS_PER_ID.match);
  });

  it("for anyOf over all services is within its ceiling, whatever was caught", { timeout: TIMEOUT }, () => {
    const names = services.map(({ name }) => name);
    const imports = names.map((name) => `import { ${name} } from "@scai-errors/${name}";`).join("\n");
    const program = `${imports}
import { anyOf, match, transport } from "@scai-errors/core";
declare const caught: unknown;
const all = anyOf(${names.join(", ")}, transport);
export const found = all.find(caught)?.id;
export const handled = all.is(caught) ? match(caught, "id", { "transport/TIMEOUT": (one) => one.details, otherwise: (one) => one.kind }) : undefined;
`;
    expect(instantiationsOf(program) / ids.length).toBeLessThanOrEqual(CEILINGS_PER_ID.anyOf);
  });
});
