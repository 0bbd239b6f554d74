import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { servicePackages } from "../src/packages.js";

/** What the main entry of a service hands on from core: `match`, `type Kind`. */
function handedOn(source: string): readonly string[] {
  const blocks = source.matchAll(/^export (type )?\{([^}]*)\} from "@scai-errors\/core";$/gm);
  return [...blocks].flatMap(([, type = "", names = ""]) => [...names.matchAll(/(?:type )?\w+/g)].map(([name]) => `${type}${name}`));
}

const services = servicePackages.map(({ folder, path }) => ({ folder, own: handedOn(readFileSync(`${path}/src/index.ts`, "utf8")) }));
const all = [...new Set(services.flatMap(({ own }) => own))].sort();

// A program that names a type, or whose inferred declarations do, must not depend on core for one service and not for another.
describe("what is handed on from core", () => {
  it.each(services)("by $folder is what every service hands on", ({ own }) => {
    expect(own.toSorted(), "The lists of the services' src/index.ts are the same: change all of them.").toEqual(all);
  });

  it("is seen, types and values", () => {
    expect(all).toEqual(expect.arrayContaining(["UNRECOGNIZED", "match", "type ServiceError"]));
    expect(handedOn('export { type Kind, match } from "@scai-errors/core";\nexport type {\n  Layer,\n} from "@scai-errors/core";')).toEqual(
      ["type Kind", "match", "type Layer"],
    );
  });
});
