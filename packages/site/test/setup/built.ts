import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite } from "../../src/build-site.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the site, as built for this run. */
    site: string;
    /** How much processor time its build took, in milliseconds: on a quiet machine the time itself is less. */
    buildMs: number;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "scai-errors-site-"));
  const site = join(folder, "site");
  const began = process.cpuUsage();
  await buildSite(site);
  project.provide("site", site);
  const { user, system } = process.cpuUsage(began);
  project.provide("buildMs", (user + system) / 1000);
  return () => rmSync(folder, { recursive: true, force: true });
}
