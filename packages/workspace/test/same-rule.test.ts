import { expect, it } from "vitest";
import { publicPackages, servicePackages, workspacePackages } from "../src/packages.js";

// Scripts that run before anything is built cannot ask this package, so the rule stands twice.
it("scripts/packages.mjs finds the same packages and services as packages-of.ts", async () => {
  const found: unknown = await import(new URL("../../../scripts/packages.mjs", import.meta.url).href);
  expect(found, "Change the rule in scripts/packages.mjs and in packages/workspace/src/packages-of.ts alike.").toMatchObject({
    packages: workspacePackages,
    publishedPackages: publicPackages,
    servicePackages,
  });
});
