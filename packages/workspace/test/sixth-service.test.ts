import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, expect, it } from "vitest";
import { generatedModules } from "../src/generate.js";
import { packagesOf } from "../src/packages-of.js";
import { publicPackages, root, servicePackages, workspacePackages } from "../src/packages.js";

/** A copy of the repository's manifests with a sixth service. */
const scratch = `${mkdtempSync(`${tmpdir()}/scai-errors-sixth-`)}/`;
for (const { folder, path } of workspacePackages) {
  mkdirSync(`${scratch}packages/${folder}`, { recursive: true });
  cpSync(`${path}/package.json`, `${scratch}packages/${folder}/package.json`);
}
mkdirSync(`${scratch}packages/scaisixth`);
const likeScaigrid = readFileSync(`${root}packages/scaigrid/package.json`, "utf8");
writeFileSync(`${scratch}packages/scaisixth/package.json`, likeScaigrid.replace("@scai-errors/scaigrid", "@scai-errors/scaisixth"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function dependOnTheSixth(): void {
  const file = `${scratch}packages/workspace/package.json`;
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace('"@scai-errors/scaigrid":', '"@scai-errors/scaisixth": "^1.0.0",\n    "@scai-errors/scaigrid":'),
  );
}

it("a service that is on disk alone is refused with what to do", () => {
  expect(() => generatedModules(packagesOf(scratch))).toThrow(
    /^packages\/scaisixth is a service that the private packages do not see: add "@scai-errors\/scaisixth": "\^[\d.]+" to devDependencies in packages\/workspace\/package\.json and run npm install\.$/,
  );
});

it("a service that is depended on is in every list, with its types", () => {
  dependOnTheSixth();
  const { "services.ts": services, "members.ts": members } = generatedModules(packagesOf(scratch));
  expect(services).toContain('import { type ScaisixthError, scaisixth } from "@scai-errors/scaisixth";');
  expect(services).toMatch(/^export const byName = \{.*\bscaisixth\b.*\};$/m);
  expect(services).toMatch(/^export type AnyError =.*\bScaisixthError\b.*;$/m);
  expect(members).toContain("scaisixth: { service: scaisixth, brand: ScaisixthError, docs: scaisixthDocs, schema: scaisixthSchema },");
});

it("the services are found among the published packages, core and the tools are none", () => {
  expect(servicePackages.length).toBeGreaterThan(1);
  expect(publicPackages.filter((one) => !servicePackages.includes(one)).map(({ folder }) => folder)).toContain("core");
});
