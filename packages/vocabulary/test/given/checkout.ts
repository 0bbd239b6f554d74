import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { recordFile } from "../../src/record-file.js";
import { type Ended, attempt } from "../../src/rehearse/command.js";
import { copyWorkingTree } from "../../src/rehearse/scratch.js";
import { setSince } from "../../src/release/since.js";
import { packageVersion, servicePackages } from "../../src/workspace.js";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** A copy of the working tree as a repository of its own, to be changed and thrown away. */
export interface Checkout {
  readonly folder: string;
  /** Runs one of the commands. */
  run(...args: readonly string[]): Promise<Ended>;
  git(...args: readonly string[]): Promise<string>;
  /** Commits everything. */
  commit(message: string): Promise<void>;
  /** Puts every file back as it was committed. */
  restore(): Promise<void>;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Replaces the first match in a file; a pattern that matches nothing is an error of the test. */
  edit(file: string, from: RegExp, to: string): void;
  remove(): void;
}

/** The environment without what would lead the commands to another base, or git to another repository. */
function environment(): Readonly<Record<string, string | undefined>> {
  const { CODES_BASE: _, GIT_DIR: __, ...others } = process.env;
  return others;
}

/** A copy in which everything is released: whatever is pending in the working tree is part of the base, so that only what a test does is a change. */
export async function releasedCheckout(): Promise<Checkout> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "checkout-")));
  copyWorkingTree(ROOT, folder);
  const place = { folder, env: environment() };
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  const run: Checkout["run"] = (...args) => attempt(place, process.execPath, [join(folder, "packages/vocabulary/bin/run.mjs"), ...args]);
  const git: Checkout["git"] = async (...args) => {
    const { exitCode, output } = await attempt(place, "git", ["-c", "user.name=n", "-c", "user.email=e", ...args]);
    if (exitCode !== 0) throw new Error(`git ${args.join(" ")} failed:\n${output}`);
    return output;
  };
  const commit = async (message: string): Promise<void> => {
    await git("add", "--all");
    await git("commit", "--quiet", "--message", message);
  };

  for (const name of readdirSync(join(folder, ".changeset"))) if (name.endsWith(".md")) rmSync(join(folder, ".changeset", name));
  for (const name of ["core", ...servicePackages(folder).map((one) => one.name)]) {
    setSince(folder, name, packageVersion(folder, name));
    rmSync(recordFile(folder, name), { force: true });
  }
  const { exitCode, output } = await run("record");
  if (exitCode !== 0) throw new Error(`The records of the copy were not written:\n${output}`);
  await git("init", "--quiet", "--initial-branch=main");
  await commit("As released");

  return {
    folder,
    run,
    git,
    commit,
    restore: async () => {
      await git("reset", "--quiet", "--hard");
      await git("clean", "--quiet", "--force", "-d");
    },
    read,
    write,
    edit: (file, from, to) => {
      const before = read(file);
      if (!from.test(before)) throw new Error(`${file} has nothing that matches ${from.source}.`);
      write(file, before.replace(from, to));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
