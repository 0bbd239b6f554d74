import { describe, expect, it } from "vitest";
import { instantiationsOf, measureCompiler } from "../src/compiler-cost.js";

/**
 * Type instantiations per id under TypeScript 6.0.3, rounded up: one code more does not change them. They are exact, so a test that fails here has
 * seen the types get dearer (or cheaper): look at what changed, and put the new figure in with the change that causes it.
 */
const CEILINGS = {
  "a switch over every id of all five services": 45,
  "a match over every id of all five services": 72,
} as const;

const SERVICES = ["scaigrid", "scaikey", "scaiwave", "scaidrive", "dns"] as const;

const TYPES = `import type { ScaigridError } from "@scai-errors/scaigrid";
import type { ScaikeyError } from "@scai-errors/scaikey";
import type { ScaiwaveError } from "@scai-errors/scaiwave";
import type { ScaidriveError } from "@scai-errors/scaidrive";
import type { DnsError } from "@scai-errors/dns";
type AnyError = ScaigridError | ScaikeyError | ScaiwaveError | ScaidriveError | DnsError;
declare const error: AnyError;
`;

async function idsOfAll(): Promise<string[]> {
  const packages = await Promise.all([
    import("@scai-errors/scaigrid"),
    import("@scai-errors/scaikey"),
    import("@scai-errors/scaiwave"),
    import("@scai-errors/scaidrive"),
    import("@scai-errors/dns"),
  ]);
  const [{ scaigrid }, { scaikey }, { scaiwave }, { scaidrive }, { dns }] = packages;
  return [scaigrid, scaikey, scaiwave, scaidrive, dns].flatMap(({ name, codes }) =>
    [...Object.keys(codes), "UNRECOGNIZED"].map((code) => `${name}/${code}`),
  );
}

describe("the compiler's work", () => {
  it("grows in step with the number of codes, from 100 to 1,000", { timeout: 120_000 }, () => {
    const rows = measureCompiler([100, 400, 1000]);
    for (const shape of ["union", "switch", "match"] as const) {
      const [small, middle, large] = rows.filter((row) => row.shape === shape).map(({ instantiations }) => instantiations);
      if (small === undefined || middle === undefined || large === undefined) throw new Error(`nothing was measured for ${shape}`);
      // Linear: what 300 more codes cost, twice over, is what 600 more cost.
      expect((large - middle) / (middle - small), shape).toBeCloseTo(2, 1);
    }
  });

  it("is within its ceilings for all five services", { timeout: 120_000 }, async () => {
    expect(SERVICES).toHaveLength(5);
    const ids = await idsOfAll();
    const cases = ids.map((id, number) => `    case "${id}": return ${number};`).join("\n");
    const handlers = ids.map((id, number) => `  "${id}": (one) => one.code.length + ${number},`).join("\n");
    const measured = {
      "a switch over every id of all five services": instantiationsOf(
        `${TYPES}import { assertNever } from "@scai-errors/core";\nexport function handle(): number {\n  switch (error.id) {\n${cases}\n    default: return assertNever(error);\n  }\n}\n`,
      ),
      "a match over every id of all five services": instantiationsOf(
        `${TYPES}import { match } from "@scai-errors/core";\nexport const handled = match(error, "id", {\n${handlers}\n});\n`,
      ),
    };
    const perId = Object.entries(measured).map(([what, instantiations]) => [what, Math.ceil(instantiations / ids.length)]);
    expect(Object.fromEntries(perId)).toEqual(CEILINGS);
  });
});
