import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { servicePackages } from "../src/packages.js";
import { titleOf } from "../src/title.js";

it.each(servicePackages)("packages/$folder says how people write its name, and its README says the same", (service) => {
  const readme = readFileSync(`${service.path}/README.md`, "utf8");
  expect(readme, "The README's first sentence and the manifest's description name the service: write it alike.").toContain(
    `\nTyped errors for ${titleOf(service)}`,
  );
});

it("no name is made up where a manifest has none", () => {
  const scaiflow = (description?: string) => ({
    folder: "scaiflow",
    path: "",
    manifest: { name: "@scai-errors/scaiflow", version: "1.0.0", ...(description !== undefined && { description }) },
  });
  expect(titleOf(scaiflow("Typed errors for Scai Flow: its codes."))).toBe("Scai Flow");
  for (const service of [scaiflow(), scaiflow("Errors of ScaiFlow")])
    expect(() => titleOf(service)).toThrow(
      'packages/scaiflow/package.json does not say how people write the name of the service: begin its "description" with "Typed errors for <name>: ".',
    );
});
