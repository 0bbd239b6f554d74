import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inc } from "semver";
import { readChangesets } from "../changesets.js";
import { Failure } from "../failure.js";
import { recordFile } from "../record-file.js";
import { type Place, attempt, ensure, succeed } from "../rehearse/command.js";
import { buildPackage, publishTarball, publishedPackages } from "../rehearse/publishing.js";
import { type Registry, startRegistry } from "../rehearse/registry.js";
import { environment } from "../rehearse/rehearse.js";
import { copyFiles, copyWorkingTree } from "../rehearse/scratch.js";
import { type Step, numberedSteps } from "../rehearse/steps.js";
import { inTemporaryFolder } from "../temporary-folder.js";
import { packageVersion } from "../workspace.js";
import { addCode, changeKind, deprecateFirst, edit, renameCode } from "./edits.js";
import { MODEL_RETIRED, ROOM_ARCHIVED } from "./new-codes.js";
import type { Stage } from "./stages.js";

/** How much of the life is gone through. */
export interface LifeOptions {
  /** The command of the whole gate, run in the copy at every stage, and between the releases the registry; undefined for the short form, without both. */
  readonly gate: readonly [command: string, ...args: readonly string[]] | undefined;
  /** The only stage at which the gate runs; undefined for all of them. */
  readonly stage: Stage | undefined;
  /** The file that takes what the gate says where it fails. */
  readonly log: string;
}

/** The repository that is lived in, and the ways of doing things there. */
interface Repository extends Place {
  readonly step: Step;
  readonly codes: (...args: readonly string[]) => Promise<string>;
  readonly git: (...args: readonly string[]) => Promise<string>;
  readonly commit: (message: string) => Promise<void>;
  /** codes:check has to refuse, and to say so in these words. */
  readonly refused: (words: string) => Promise<void>;
  /** Brings up to date what commands write: comments, changesets, golden files, the format. */
  readonly tidy: () => Promise<void>;
  /** The whole gate is green. */
  readonly gate: (at: Stage) => Promise<void>;
}

function repositoryAt(folder: string, step: Step, { gate, stage, log }: LifeOptions): Repository {
  const { CODES_BASE: _, GIT_DIR: __, ...inherited } = process.env;
  const name = { GIT_AUTHOR_NAME: "life", GIT_COMMITTER_NAME: "life" };
  const place = { folder, env: { ...inherited, ...name, GIT_AUTHOR_EMAIL: "life@localhost", GIT_COMMITTER_EMAIL: "life@localhost" } };
  const bin = join(folder, "packages/vocabulary/bin/run.mjs");
  const codes: Repository["codes"] = (...args) => succeed(place, process.execPath, [bin, ...args]);
  const git: Repository["git"] = (...args) => succeed(place, "git", args);
  return {
    ...place,
    step,
    codes,
    git,
    commit: async (message) => {
      await git("add", "--all");
      await git("commit", "--quiet", "--message", message);
    },
    refused: async (words) => {
      const { exitCode, output } = await attempt(place, process.execPath, [bin, "check"]);
      ensure(
        exitCode === 1 && output.includes(words),
        `codes:check should have said "${words}" and failed. It ended with ${exitCode ?? "a signal"}:\n${output}`,
      );
    },
    tidy: async () => {
      await codes("comments");
      await codes("check", "--write");
      const [changed, added] = [await git("diff", "--name-only", "-z"), await git("ls-files", "--others", "--exclude-standard", "-z")];
      const files = `${changed}${added}`.split("\0").filter((file) => file !== "");
      await succeed(place, process.execPath, [
        join(folder, "node_modules/prettier/bin/prettier.cjs"),
        "--write",
        "--ignore-unknown",
        ...files,
      ]);
      if (gate) await succeed(place, "npm", ["run", "golden"]);
    },
    gate: async (at) => {
      if (!gate || (stage && stage !== at)) return;
      const [command, ...args] = gate;
      await step(`The whole gate, ${at}`, async () => {
        const { exitCode, output } = await attempt(place, command, args);
        if (exitCode === 0) return;
        writeFileSync(log, output);
        throw new Failure(`${gate.join(" ")} failed at "${at}". All that it said is in ${log}, which ends so:\n${output.slice(-2000)}`);
      });
    },
  };
}

/** What the added code is called afterwards. */
const RENAMED = "LIFE_MODEL_WITHDRAWN";

/** Codes come, are renamed while they are pending, and are deprecated; core changes a kind. */
async function work(repository: Repository): Promise<void> {
  const { folder, step, git, commit, refused, tidy, codes, gate } = repository;
  await git("checkout", "--quiet", "-b", "work");
  await step(`Adding ${MODEL_RETIRED.code} as CONTRIBUTING says`, async () => {
    addCode(folder, MODEL_RETIRED);
    await refused(`${MODEL_RETIRED.code}: minor, because a code is added`);
    await tidy();
    await commit("Add a code");
  });
  await gate("an added code");

  await step("Renaming it while it is pending", async () => {
    renameCode(folder, MODEL_RETIRED.service, MODEL_RETIRED.code, RENAMED);
    await refused(`names ${MODEL_RETIRED.code}, which is no code of any service`);
    await tidy();
    await commit("Rename it");
  });
  await step("Silencing the gate by rewriting the record, in vain", async () => {
    const released = packageVersion(folder, MODEL_RETIRED.service);
    edit(folder, `packages/${MODEL_RETIRED.service}/src/docs.ts`, /since: "next"/, `since: "${released}"`);
    rmSync(recordFile(folder, MODEL_RETIRED.service));
    await codes("record");
    await refused(`packages/${MODEL_RETIRED.service}/codes.json is not what was released as ${released}.`);
    await git("reset", "--quiet", "--hard");
  });
  await step("Deprecating a code", async () => {
    const code = deprecateFirst(folder, MODEL_RETIRED.service, RENAMED);
    await refused(`${code}: a code is newly deprecated, and no changeset`);
    await tidy();
    ensure(
      readFileSync(join(folder, "packages/scaigrid/src/codes.ts"), "utf8").includes(`@deprecated next; use ${RENAMED}`),
      `The row of ${code} does not say @deprecated, so no editor would show it.`,
    );
    await commit(`Deprecate ${code}`);
  });
  await step("Changing core so that the kind of a status changes", async () => {
    changeKind(folder);
    await refused("any other 505: major, because the kind changes (internal → unimplemented).");
    await tidy();
    await commit("A status means more");
  });
  await gate("everything that is pending");
  await git("checkout", "--quiet", "main");
  await git("merge", "--quiet", "--no-ff", "--message", "Merge", "work");
}

/** Versions what is pending, on a branch as the release workflow does. */
async function release({ folder, step, git, commit, codes, gate }: Repository, round: Stage): Promise<void> {
  await step(`Versioning, ${round}`, async () => {
    await codes("check");
    await git("checkout", "--quiet", "-b", `release-${round.replaceAll(" ", "-")}`);
    await codes("version");
    await commit("Release");
    await codes("check");
    ensure(readChangesets(folder).length === 0, "There are still changesets after the release.");
  });
  await gate(round);
  await git("checkout", "--quiet", "main");
  await git("merge", "--quiet", "--no-ff", "--message", "Release", `release-${round.replaceAll(" ", "-")}`);
}

/** Publishes what the registry lacks, looks at what a consumer gets, and holds the records against it. */
async function publish({ folder, step, codes }: Repository, registry: Registry, env: Place["env"], round: string): Promise<void> {
  await step(`Publishing, ${round}`, async () => {
    const tarballs = join(folder, `../tarballs-${round}`);
    mkdirSync(tarballs);
    for (const one of publishedPackages(folder)) {
      const { version } = JSON.parse(readFileSync(join(one.folder, "package.json"), "utf8")) as { readonly version: string };
      if ((await registry.versions(one.packageName)).includes(version)) continue;
      await buildPackage(env, folder, one);
      await publishTarball(env, tarballs, one);
    }
    const files = await succeed({ folder: tarballs, env }, "npm", ["pack", "@scai-errors/scaigrid", "--json"]);
    ensure(files.includes('"CHANGELOG.md"'), "The tarball of @scai-errors/scaigrid has no CHANGELOG.md.");
  });
  await step(`Holding the records against the registry, ${round}`, async () => {
    const { npm_config_registry, npm_config_userconfig, npm_config_cache } = env;
    const place = { folder, env: { ...process.env, npm_config_registry, npm_config_userconfig, npm_config_cache } };
    const run = [join(folder, "packages/vocabulary/bin/run.mjs"), "published"];
    await succeed(place, process.execPath, run);
    const file = recordFile(folder, "scaigrid");
    const record = readFileSync(file, "utf8");
    writeFileSync(file, record.replace('"status": 429', '"status": 430'));
    const { exitCode, output } = await attempt(place, process.execPath, run);
    ensure(exitCode === 1 && output.includes("is published with another codes.json"), `A rewritten record was not found:\n${output}`);
    writeFileSync(file, record);
    await codes("check");
  });
}

async function live(root: string, parent: string, step: Step, options: LifeOptions): Promise<void> {
  const folder = join(parent, "copy");
  const repository = repositoryAt(folder, step, options);
  let registry: Registry | undefined;
  try {
    await step("Copying the working tree", async () => {
      if (options.gate) {
        copyFiles(root, folder);
        await succeed(repository, "npm", ["ci", "--no-audit", "--no-fund"]);
      } else copyWorkingTree(root, folder);
      await repository.git("init", "--quiet", "--initial-branch=main");
      await repository.commit("As it stands");
    });
    const started =
      options.gate && (await step("Starting a registry on the loopback interface", () => startRegistry(join(parent, "registry"))));
    registry = started;
    const publishAll = async (round: string): Promise<void> => {
      if (!started) return;
      writeFileSync(join(parent, "npmrc"), started.npmrc);
      await publish(repository, started, environment(parent, started), round);
    };
    if (readChangesets(folder).length > 0) await release(repository, "what was pending");
    await publishAll("as it stands");
    await work(repository);
    const before = packageVersion(folder, "scaigrid");
    await release(repository, "first round");
    ensure(packageVersion(folder, "scaigrid") === inc(before, "major"), "A kind has changed, and scaigrid's step was not major.");
    await publishAll("first round");

    await repository.git("checkout", "--quiet", "-b", "more-work");
    await step(`A second round: adding ${ROOM_ARCHIVED.code}`, async () => {
      addCode(folder, ROOM_ARCHIVED);
      await repository.refused(`${ROOM_ARCHIVED.code}: minor, because a code is added`);
      await repository.tidy();
      await repository.commit("Add ROOM_ARCHIVED");
    });
    await repository.git("checkout", "--quiet", "main");
    await repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "more-work");
    const [scaiwave, scaigrid] = [packageVersion(folder, "scaiwave"), packageVersion(folder, "scaigrid")];
    await release(repository, "second round");
    const stepped = [packageVersion(folder, "scaiwave"), packageVersion(folder, "scaigrid")];
    ensure(stepped.join() === [inc(scaiwave, "minor"), scaigrid].join(), `The second round stepped to ${stepped.join(" and ")}.`);
    await publishAll("second round");
  } finally {
    await registry?.stop();
  }
}

/**
 * Goes through the life of the repository in a copy of the working tree: a code is added, renamed while it is pending, another deprecated, a kind changed in
 * core; all of it is released, and then once more on top of that. At every stage the gate has to say what it should, and in the long form the whole of
 * it has to be green. Leaves nothing behind; the first thing that is not as it has to be ends it.
 */
export async function life(root: string, print: (text: string) => void, options: LifeOptions): Promise<void> {
  await inTemporaryFolder(async (parent) => {
    try {
      await live(root, parent, numberedSteps(print), options);
    } catch (error) {
      print("failed\n");
      throw error;
    }
  });
  print("Two rounds of releases went through, and every stage was green.\n");
}
