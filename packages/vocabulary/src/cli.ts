import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, Option } from "commander";
import { BadInput } from "./bad-input.js";
import { Failure } from "./failure.js";
import { STAGES, type Stage } from "./life/stages.js";
import type { LoadSource, Workspace } from "./workspace.js";

interface CheckOptions {
  readonly write?: boolean;
  readonly json?: boolean;
}

function print(text: string): void {
  process.stdout.write(text);
}

function program(workspace: Workspace): Command {
  const codes = new Command("codes").description("Computes releases from the vocabularies.").exitOverride();

  codes
    .command("check")
    .description("fails where a package has changed since main and its pending changeset is missing, too small or no longer true")
    .option("--write", "write the changesets of vocabularies that are missing, and bring those up to date that it wrote")
    .option("--json", "print the verdicts as JSON")
    .action(async ({ write, json }: CheckOptions) => {
      const { judgementOf, lookAt, writeChangesets } = await import("./check.js");
      const { gateJson, gateText } = await import("./gate-report.js");
      const { isPassed } = await import("./gate.js");
      const situation = await lookAt(workspace);
      if (!situation.base)
        process.stderr.write(
          "There is no main branch here to compare with, so the records in the working tree count, whoever wrote them.\n",
        );
      if (write) for (const sentence of writeChangesets(situation)) process.stderr.write(sentence);
      const judgement = judgementOf(situation);
      print(json ? gateJson(judgement) : gateText(judgement));
      process.exitCode = isPassed(judgement) ? 0 : 1;
    });

  codes
    .command("record")
    .description("writes codes.json, envelope.schema.json and the consumers' programs of the current versions")
    .action(async () => {
      const { recordAll } = await import("./recording.js");
      for (const file of await recordAll(workspace)) print(`Wrote ${file}\n`);
    });

  codes
    .command("comments")
    .description("writes the comments above the rows of codes.ts, which editors show, from docs.ts")
    .action(async () => {
      const { writeRowComments } = await import("./row-comments.js");
      for (const file of await writeRowComments(workspace)) print(`Wrote ${file}\n`);
    });

  codes
    .command("published")
    .description("holds the records against the newest published versions; fails where one was rewritten, or stepped by too little")
    .action(async () => {
      const { fromRegistry, publishedProblems } = await import("./release/published.js");
      const { inTemporaryFolder } = await import("./temporary-folder.js");
      const problems = await inTemporaryFolder((folder) => publishedProblems(workspace.root, fromRegistry({ folder, env: process.env })));
      print(problems.length === 0 ? "Every record agrees with what is published.\n" : `${problems.join("\n\n")}\n`);
      process.exitCode = problems.length === 0 ? 0 : 1;
    });

  codes
    .command("new")
    .description("makes the package of a new service; what cannot be known does not compile until it is decided")
    .argument("<name>", "the name of the service in small letters, such as scaiflow")
    .option("--like <service>", "scaigrid: codes on the wire; scaidrive: statuses alone; dns: messages. Default: what the page has")
    .option("--page <file>", "the service's error-code page, from which rows, docs and tests are begun")
    .addHelpText("after", "\nExample:\n  npm run new:service -- scaiflow --page errors.md")
    .action(async (name: string, options: { readonly like?: string; readonly page?: string }) => {
      const { newService } = await import("./new-service/command.js");
      print(await newService(workspace.root, name, options));
    });

  codes
    .command("drift")
    .description("compares a service's error-code page (Markdown, HTML, text, CSV, JSON, YAML or OpenAPI) with its vocabulary")
    .argument("<service>", "the name of the service, such as scaiwave")
    .argument("<page>", "the file of the page")
    .option("--write", "add the missing rows as stubs, which do not compile until kind and retry are decided")
    .action(async (service: string, page: string, { write }: { readonly write?: boolean }) => {
      const { drift } = await import("./drift/command.js");
      const { text, exitCode } = await drift(workspace, service, page, write === true);
      print(text);
      process.exitCode = exitCode;
    });

  codes
    .command("version")
    .description("versions the packages: runs changeset version, sets since, writes records, changelogs and the lock file")
    .action(async () => {
      const { version } = await import("./release/version.js");
      await version(workspace, print);
    });

  codes
    .command("rehearse")
    .description("goes through a release against a registry on the loopback interface")
    .action(async () => {
      const { rehearse } = await import("./rehearse/rehearse.js");
      await rehearse(workspace.root, print);
    });

  codes
    .command("life")
    .description("goes through two rounds of changes and releases in a copy, with the whole gate at every stage")
    .option("--short", "without the gate's other steps and without a registry")
    .option("--gate <command>", "the command of the whole gate", ".ci/run")
    .addOption(new Option("--stage <name>", "the whole gate only at this stage").choices(STAGES))
    .action(async ({ short, gate, stage }: { readonly short?: boolean; readonly gate: string; readonly stage?: Stage }) => {
      const { life } = await import("./life/life.js");
      const command = short ? undefined : (["sh", "-c", gate] as const);
      await life(workspace.root, print, { gate: command, stage, log: join(tmpdir(), "scai-errors-life-gate.log") });
    });

  codes
    .command("new-rehearse")
    .description("makes a service in a copy from its page, decides what the page leaves open, and runs all tests")
    .action(async () => {
      const { rehearseNewService } = await import("./new-service/rehearse/rehearse.js");
      await rehearseNewService(workspace.root, print);
    });

  return codes;
}

/** Runs a command. The exit code is 0 where all is well, 1 where the command found something, 2 where it was called wrongly. */
export async function main(args: readonly string[], root: string, load: LoadSource): Promise<void> {
  try {
    await program({ root, load }).parseAsync(args, { from: "user" });
  } catch (error) {
    // Commander has printed its own sentence, or the help that was asked for.
    const { exitCode, code } = Object(error) as { readonly exitCode?: number; readonly code?: unknown };
    if (typeof code === "string" && code.startsWith("commander.")) process.exitCode = exitCode === 0 ? 0 : 2;
    else if (error instanceof BadInput || error instanceof Failure) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = error instanceof BadInput ? 2 : 1;
    } else throw error;
  }
}
