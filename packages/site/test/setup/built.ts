import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite } from "../../src/build-site.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the site, as built for this run. */
    site: string;
    /** How long its build took, in milliseconds. */
    buildMs: number;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "scai-errors-site-"));
  const site = join(folder, "site");
  const began = performance.now();
  await buildSite(site);
  project.provide("site", site);
  project.provide("buildMs", performance.now() - began);
  return () => rmSync(folder, { recursive: true, force: true });
}
