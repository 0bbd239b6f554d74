import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attempt, ensure, succeed } from "../../rehearse/command.js";
import { copyFiles } from "../../rehearse/scratch.js";
import { numberedSteps } from "../../rehearse/steps.js";
import { inTemporaryFolder } from "../../temporary-folder.js";
import { newService } from "../command.js";
import { PAGE, decide } from "./decisions.js";
import { unseen } from "./seen.js";

/**
 * Makes a service in a copy of the working tree from its page, as CONTRIBUTING says, decides what the page leaves open, and runs everybody's tests: they have
 * to pass with no other file touched by hand.
 */
export async function rehearseNewService(root: string, print: (text: string) => void): Promise<void> {
  const step = numberedSteps(print);
  await inTemporaryFolder(async (parent) => {
    const folder = join(parent, "copy");
    const { CODES_BASE: _, GIT_DIR: __, ...inherited } = process.env;
    const author = { GIT_AUTHOR_NAME: "n", GIT_COMMITTER_NAME: "n", GIT_AUTHOR_EMAIL: "n@localhost", GIT_COMMITTER_EMAIL: "n@localhost" };
    const place = { folder, env: { ...inherited, ...author } };
    const run = (...args: readonly string[]): Promise<string> => succeed(place, "npm", ["run", "--silent", ...args]);
    const typecheck = ["node_modules/typescript/bin/tsc", "--noEmit", "--project", "packages/scaiflow"];

    await step("Copying the working tree, and installing", async () => {
      copyFiles(root, folder);
      await succeed(place, "npm", ["ci", "--no-audit", "--no-fund"]);
      await succeed(place, "git", ["init", "--quiet", "--initial-branch=main"]);
      await succeed(place, "git", ["add", "--all"]);
      await succeed(place, "git", ["commit", "--quiet", "--message", "As it stands"]);
      await succeed(place, "git", ["checkout", "--quiet", "-b", "scaiflow"]);
    });
    await step("npm run new:service -- scaiflow --page page.md", async () => {
      writeFileSync(join(parent, "page.md"), PAGE);
      print(`\n${await newService(folder, "scaiflow", { page: join(parent, "page.md") })}`);
      await succeed(place, "npm", ["install", "--no-audit", "--no-fund"]);
      await run("build", "--", "--filter=@scai-errors/core");
    });
    await step("It does not compile until it is decided", async () => {
      const { exitCode, output } = await attempt(place, process.execPath, typecheck);
      ensure(exitCode !== 0 && output.includes("Cannot find name 'DECIDE'"), `It compiles undecided:\n${output}`);
    });
    await step("Deciding", async () => {
      decide(folder, "scaiflow");
      await succeed(place, process.execPath, ["node_modules/prettier/bin/prettier.cjs", "--write", "packages/scaiflow"]);
      await succeed(place, process.execPath, typecheck);
    });
    await step("npm run codes:record, npm run golden", async () => {
      await run("codes:record");
      await run("golden");
    });
    await step("npm run codes:check", () => run("codes:check"));
    await step("npm run typecheck", () => run("typecheck"));
    await step("npm run lint", () => run("lint"));
    // As the gate runs it: a golden file that golden did not write fails, instead of being written.
    await step("npm test", () => succeed({ folder, env: { ...place.env, CI: "true" } }, "npm", ["run", "--silent", "test"]));
    await step("Every private package sees the new service", async () => {
      const sentences = await unseen(place, "scaiflow");
      ensure(sentences.length === 0, sentences.join("\n"));
    });
    await step("npm run check:exports", () => run("check:exports"));
    ensure(existsSync(join(folder, "packages/scaiflow/codes.json")), "The new service has no record.");
  });
  print("A new service needs its decisions, and nothing else by hand.\n");
}
