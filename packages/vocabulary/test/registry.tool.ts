import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startRegistry } from "../src/rehearse/registry.js";

it("the rehearsal's registry knows its own packages alone, and is gone when it is stopped", async () => {
  const folder = mkdtempSync(join(tmpdir(), "registry-"));
  try {
    const registry = await startRegistry(folder);
    expect(registry.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(registry.npmrc).toContain(`registry=${registry.url}/`);
    // A package that every other registry has: an uplink would show here.
    expect(await registry.versions("typescript")).toEqual([]);
    await registry.stop();
    await expect(fetch(`${registry.url}/-/ping`)).rejects.toThrow("fetch failed");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
