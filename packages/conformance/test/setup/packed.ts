import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import type { TestProject } from "vitest/node";
import { servicePackages } from "@scai-errors/workspace/packages";
import { type Tarball, install, pack } from "@scai-errors/workspace/pack";

declare module "vitest" {
  interface ProvidedContext {
    readonly tarballs: readonly Tarball[];
    /** A project in which core and all services are installed from their tarballs. */
    readonly consumer: string;
    /** A folder for projects of single tests; removed at the end. */
    readonly scratch: string;
  }
}

/** Packs once for all test files: what is tested is what would be published. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const scratch = mkdtempSync(`${tmpdir()}/scai-errors-conformance-`);
  mkdirSync(`${scratch}/tarballs`);
  const tarballs = await pack(`${scratch}/tarballs`);
  const needed = ["@scai-errors/core", ...servicePackages.map(({ manifest }) => manifest.name)];
  const consumer = `${scratch}/all`;
  await install(
    tarballs.filter(({ name }) => needed.includes(name)),
    consumer,
  );
  provide("scratch", scratch);
  provide("tarballs", tarballs);
  provide("consumer", consumer);
  return () => {
    rmSync(scratch, { recursive: true, force: true });
  };
}
