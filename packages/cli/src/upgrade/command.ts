import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { diff } from "@scai-errors/vocabulary/diff";
import { Command } from "commander";
import { EXIT } from "../exit-codes.js";
import { serviceNamed } from "../service-named.js";
import type { Surroundings } from "../surroundings.js";
import { cleanImpact } from "./clean-impact.js";
import { newComplaints } from "./complaints.js";
import { impactOf, needsDecision } from "./impact.js";
import { programOf, programWith, projectOf } from "./project.js";
import { impactJson, impactText } from "./text.js";
import { compilerOf } from "./typescript.js";
import { usesIn } from "./uses.js";
import { installedVersion, newerVersion } from "./versions.js";

interface Options {
  readonly cwd: string;
  readonly project: string;
  readonly typescript: string;
  readonly json?: boolean;
}

const after = (call: string): string => `
Examples:
  ${call} upgrade scaigrid
  ${call} upgrade @scai-errors/scaigrid 2.0.0 --project api/tsconfig.json

The version is downloaded with npm to a temporary folder; nothing in your
project changes. Exit code 1 means that something needs a decision.`;

export function upgradeCommand(surroundings: Surroundings): Command {
  return new Command("upgrade")
    .description("show what a newer version of a service's package changes for your code, before you install it")
    .argument("<package>", "the package of a service, such as @scai-errors/scaigrid, or the service's name")
    .argument("[to]", "a version, a tag, a range, a folder or a tarball", "latest")
    .option("--cwd <folder>", "the project that uses it", ".")
    .option("--project <file>", "its tsconfig.json", "tsconfig.json")
    .option("--typescript <package>", "the TypeScript package to load from it", "typescript")
    .option("--json", "print JSON")
    .addHelpText("after", after(surroundings.call))
    .action((name: string, to: string, options: Options) => {
      upgrade(name, to, options, surroundings);
    });
}

function upgrade(name: string, to: string, options: Options, { print, terminal, end }: Surroundings): void {
  const packageName = `@scai-errors/${serviceNamed(name).service.name}`;
  const folder = resolve(options.cwd);
  const from = installedVersion(folder, packageName);
  const compiler = compilerOf(folder, options.typescript);
  const project = projectOf(compiler, resolve(folder, options.project));
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "scai-errors-upgrade-")));
  try {
    const newer = newerVersion(folder, packageName, to, scratch);
    const before = programOf(compiler, project);
    const uses = usesIn(compiler, project, before, from.vocabulary);
    const reported = newComplaints(compiler, project, before, programWith(compiler, project, packageName, scratch));
    const impact = cleanImpact(impactOf(diff(from.vocabulary, newer.vocabulary), uses, reported));
    const versions = { from, to: newer };
    if (options.json) print(`${JSON.stringify(impactJson(packageName, versions, impact), undefined, 2)}\n`);
    else print(impactText(packageName, versions, impact, terminal));
    if (needsDecision(impact)) end(EXIT.no);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
