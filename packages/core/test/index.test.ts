import { expect, it } from "vitest";

it("core can be loaded, and all that it exports is there", async () => {
  const exported: object = await import("../src/index.js");
  for (const [name, value] of Object.entries(exported)) expect(value, name).toBeDefined();
});
