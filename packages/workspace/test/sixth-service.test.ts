import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

/** Private packages that need no list of the services, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  workspace: "It makes the list.",
  simulation: "It simulates the callers of one service.",
};

const privatePackages = workspacePackages.filter(({ manifest }) => manifest.private === true);

/** The sources of a package, without what is installed or built. */
function sourcesOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /^(?:node_modules|dist|lib|generated|fixtures|golden|\..*)$/.test(entry.name) ? [] : sourcesOf(path);
    return /\.[cm]?[jt]s$/.test(entry.name) ? [readFileSync(path, "utf8")] : [];
  });
}

/** An import of values, or of everything; what only names types does not hand the services on. */
const TAKES_SERVICES =
  /(?:^import (?!type\b)[^;]*[ {,(](?:services|byName|members|memberByName|servicePackages|isServicePackage)[ ,}][^;]*from |\bimport\()"@scai-errors\/workspace\/(?:services|members|packages|packages-of)"/m;

it.each(privatePackages.filter(({ folder }) => !Object.hasOwn(WITHOUT, folder)))(
  "$folder takes the services from the workspace, so that it sees a sixth",
  ({ folder, path }) => {
    expect(
      sourcesOf(path).some((source) => TAKES_SERVICES.test(source)),
      `packages/${folder} imports the services nowhere. Import them from @scai-errors/workspace/services, or say in WITHOUT why it needs none.`,
    ).toBe(true);
  },
);

it("no exception is left of a package that has gone, or that takes them after all", () => {
  for (const folder of Object.keys(WITHOUT)) {
    const found = privatePackages.find((one) => one.folder === folder);
    expect(found, folder).toBeDefined();
    if (found && folder !== "workspace") expect(sourcesOf(found.path).some((source) => TAKES_SERVICES.test(source))).toBe(false);
  }
});

it("a package that only names the types takes none", () => {
  expect(TAKES_SERVICES.test('import type { ServiceName } from "@scai-errors/workspace/services";')).toBe(false);
  expect(TAKES_SERVICES.test('import { root, publicPackages } from "@scai-errors/workspace/packages";')).toBe(false);
  expect(TAKES_SERVICES.test('import { scaigrid } from "@scai-errors/scaigrid";')).toBe(false);
  expect(TAKES_SERVICES.test('import { type ServiceName, services } from "@scai-errors/workspace/services";')).toBe(true);
});
