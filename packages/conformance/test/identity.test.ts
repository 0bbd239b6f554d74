import { copyFileSync } from "node:fs";
import { expect, inject, it } from "vitest";
import { members } from "@scai-errors/workspace/members";
import { runNode } from "@scai-errors/workspace/run";

it("recognizes an error from the other build of its package, and no other value", async () => {
  const project = inject("consumer");
  copyFileSync(new URL("../consumer/identity.mjs", import.meta.url), `${project}/identity.mjs`);
  const { output } = await runNode(["identity.mjs", ...members.map(({ service }) => service.name)], project);
  expect(output).toBe(`${members.length} services, ${members.length * 2} copies\n`);
});
