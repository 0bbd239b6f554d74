import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inc } from "semver";
import { readChangesets } from "../changesets.js";
import { Failure } from "../failure.js";
import { readRecord } from "../record-file.js";
import { type Place, attempt, ensure, succeed } from "./command.js";
import { askWhatChanges, compile, installRange, runProgram, writeConsumer } from "./consumer.js";
import { NEW_CODE, addCode } from "./new-code.js";
import { buildPackage, publishTarball, publishedPackages } from "./publishing.js";
import { type Registry, startRegistry } from "./registry.js";
import { copyWorkingTree } from "./scratch.js";
import { type Step, numberedSteps } from "./steps.js";

/** The environment of every program in the rehearsal: npm knows the rehearsal's registry alone, and a way beyond the loopback interface ends at a closed port. */
export function environment(folder: string, { url }: Registry): Place["env"] {
  const nowhere = "http://127.0.0.1:9";
  return {
    PATH: process.env.PATH,
    HOME: folder,
    CI: "true",
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    http_proxy: nowhere,
    https_proxy: nowhere,
    NO_PROXY: "127.0.0.1",
    no_proxy: "127.0.0.1",
    TURBO_TELEMETRY_DISABLED: "1",
    npm_config_cache: join(folder, "npm-cache"),
    npm_config_userconfig: join(folder, "npmrc"),
    npm_config_registry: `${url}/`,
    GIT_AUTHOR_NAME: "rehearsal",
    GIT_AUTHOR_EMAIL: "rehearsal@localhost",
    GIT_COMMITTER_NAME: "rehearsal",
    GIT_COMMITTER_EMAIL: "rehearsal@localhost",
  };
}

/** The commands of a repository. */
const bin = (root: string): string => join(root, "packages/vocabulary/bin/run.mjs");

/** What the release of one service's code may touch. Of packages that nobody can install, changesets also rewrites the ranges. */
const TOUCHED = new RegExp(
  `^(?:packages/${NEW_CODE.service}/|packages/vocabulary/fixtures/${NEW_CODE.service}/|package-lock\\.json$|\\.changeset/)`,
);

/**
 * Goes through a release in a copy of the working tree: publishes all packages to a registry of its own, installs one as an application does, adds a
 * code, versions and publishes, and looks at what the application then gets. Leaves nothing behind; the first thing that is not as it has to be ends it.
 */
export async function rehearse(root: string, print: (text: string) => void): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "release-rehearsal-")));
  let registry: Registry | undefined;
  const step = numberedSteps(print);
  const interrupt = (): void => {
    print("interrupted\n");
    void (registry?.stop() ?? Promise.resolve()).finally(() => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(130);
    });
  };
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    await step("Holding what is pending against the gate", async () => {
      const { exitCode, output } = await attempt({ folder: root, env: process.env }, process.execPath, [bin(root), "check"]);
      ensure(exitCode === 0, `What is pending does not pass codes:check, so it cannot be released. Put that right first.\n\n${output}`);
    });
    const started = await step("Starting a registry on the loopback interface", () => startRegistry(join(folder, "registry")));
    registry = started;
    writeFileSync(join(folder, "npmrc"), started.npmrc);
    const asked = await release({ root, folder, env: environment(folder, started), registry: started, step });
    print("The release went through: only the package with the new code changed, and its consumers got what they were promised.\n");
    print(`Before they installed it, scai-errors upgrade told them:\n\n${asked}`);
  } catch (error) {
    print("failed\n");
    throw error;
  } finally {
    process.removeListener("SIGINT", interrupt).removeListener("SIGTERM", interrupt);
    await registry?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Stage {
  readonly root: string;
  readonly folder: string;
  readonly env: Place["env"];
  readonly registry: Registry;
  readonly step: Step;
}

/** Goes through the release; gives what the command line says of it to a consumer. */
async function release({ root, folder, env, registry, step }: Stage): Promise<string> {
  const copy: Place = { folder: join(folder, "copy"), env };
  const consumer: Place = { folder: join(folder, "consumer"), env };
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const codes = (...args: readonly string[]) => [bin(copy.folder), ...args];

  await step("Copying the working tree", async () => {
    copyWorkingTree(root, copy.folder);
    await succeed(copy, "git", ["init", "--quiet", "--initial-branch=main"]);
    await succeed(copy, "git", ["add", "--all"]);
    await succeed(copy, "git", ["commit", "--quiet", "--message", "As it stands"]);
  });
  if (readChangesets(copy.folder).length > 0) {
    await step("Versioning what is pending, so that the rehearsal's change stands alone", async () => {
      await succeed(copy, process.execPath, codes("version"));
      await succeed(copy, "git", ["add", "--all"]);
      await succeed(copy, "git", ["commit", "--quiet", "--message", "What was pending"]);
    });
  }
  const released = readRecord(copy.folder, NEW_CODE.service);
  if (!released) throw new Failure(`packages/${NEW_CODE.service}/codes.json is missing. Write it with: npm run codes:record`);
  const packages = publishedPackages(copy.folder);
  for (const one of packages) await step(`Building ${one.packageName}`, () => buildPackage(env, root, one));
  const tarballs = join(folder, "tarballs");
  mkdirSync(tarballs);
  for (const one of packages) await step(`Publishing the tarball of ${one.packageName}`, () => publishTarball(env, tarballs, one));

  await step("Holding the records against what is published", () => succeed(copy, process.execPath, codes("published")));

  await step(`Installing @scai-errors/${NEW_CODE.service} into an empty project and running it`, async () => {
    writeConsumer(consumer, released);
    await installRange(consumer, released.version);
    const seen = await runProgram(consumer);
    ensure(seen.imported === "UNRECOGNIZED" && seen.required === "UNRECOGNIZED", `A code of no release was decoded as ${seen.imported}.`);
    ensure(seen.recorded === seen.version && !seen.isListed, `codes.json of ${seen.version} says it is of ${seen.recorded}.`);
  });
  for (const file of ["closed.ts", "open.ts"] as const) {
    await step(`Compiling ${file} against the release`, async () => {
      const { exitCode, output } = await compile(consumer, compiler, file);
      ensure(exitCode === 0, `${file} does not compile against the release that it was written for:\n${output}`);
    });
  }

  await step(`Adding ${NEW_CODE.code} in the copy: the gate refuses it`, async () => {
    addCode(copy.folder);
    const { exitCode, output } = await attempt(copy, process.execPath, codes("check"));
    ensure(exitCode === 1 && output.includes(NEW_CODE.code), `The gate let a new code pass without a changeset:\n${output}`);
  });
  await step("Writing the changeset: the gate passes", () => succeed(copy, process.execPath, codes("check", "--write")));
  await step("Versioning: only one package changes", async () => {
    await succeed(copy, process.execPath, codes("version"));
    await succeed(copy, "git", ["add", "--all"]);
    const changed = (await succeed(copy, "git", ["diff", "--cached", "--name-only"])).trim().split("\n");
    const isPublic = (file: string): boolean => packages.some((one) => join(copy.folder, file).startsWith(`${one.folder}/`));
    const others = changed.filter((file) => !TOUCHED.test(file) && (isPublic(file) || !file.endsWith("/package.json")));
    ensure(others.length === 0, `The release of one code also changed ${others.join(", ")}.`);
    await succeed(copy, "git", ["commit", "--quiet", "--message", "Version"]);
  });
  await step("Building it and publishing what is new", async () => {
    const changed = packages.filter(({ packageName }) => packageName.endsWith(`/${NEW_CODE.service}`));
    for (const one of changed) await buildPackage(env, root, one);
    await succeed(copy, process.execPath, [join(root, "node_modules/@changesets/cli/bin.js"), "publish", "--no-git-tag"]);
    for (const { packageName } of packages) {
      const versions = await registry.versions(packageName);
      const wanted = packageName.endsWith(`/${NEW_CODE.service}`) ? 2 : 1;
      ensure(versions.length === wanted, `The registry has ${packageName} in the versions ${versions.join(", ")}.`);
    }
  });
  const asked = await step("Asking scai-errors upgrade in the project what the release means to it", async () => {
    const cli = join(copy.folder, "packages/cli/dist/cli.js");
    const { exitCode, output } = await askWhatChanges(consumer, cli, join(root, "node_modules/typescript"));
    const names = (pattern: RegExp): boolean => pattern.test(output);
    ensure(
      exitCode === 1 && names(/^ +closed\.ts:\d+ +TS\d+/m) && !names(/^ +open\.ts:/m) && names(new RegExp(`^  ${NEW_CODE.code}: `, "m")),
      `It did not tell the closed consumer of the new code, and the open one nothing:\n${output}`,
    );
    return output;
  });
  await step("Installing the caret range again: it takes the new minor version", async () => {
    await installRange(consumer, released.version);
    const seen = await runProgram(consumer);
    ensure(
      seen.version === inc(released.version, "minor") && seen.recorded === seen.version && seen.isListed,
      `The range gave ${JSON.stringify(seen)}.`,
    );
    ensure(seen.imported === NEW_CODE.code && seen.required === NEW_CODE.code, `The new code was decoded as ${seen.imported}.`);
  });
  await step("Compiling open.ts: it still does", async () => {
    const { exitCode, output } = await compile(consumer, compiler, "open.ts");
    ensure(exitCode === 0, `A minor version broke an open switch:\n${output}`);
  });
  await step("Compiling closed.ts: it no longer does, and says which code it lacks", async () => {
    const { exitCode, output } = await compile(consumer, compiler, "closed.ts");
    ensure(exitCode !== 0 && output.includes(NEW_CODE.code), `A closed switch did not notice the new code:\n${output}`);
  });
  return asked;
}
