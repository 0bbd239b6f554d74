import { Command, CommanderError } from "commander";
import { clean } from "./clean.js";
import { decodeCommand } from "./decode/command.js";
import { emulateCommand } from "./emulate.js";
import { EXIT, Refusal } from "./exit-codes.js";
import { explainCommand } from "./explain/command.js";
import type { Surroundings } from "./surroundings.js";
import { upgradeCommand } from "./upgrade/command.js";

const AFTER = `
Exit codes:
  0    done, and something was found
  1    done, but the answer is no: no such code, or no failure in the input; for
       an upgrade, something needs a decision
  2    wrong arguments, input that cannot be read, or output that cannot be
       written
  130  ended by Ctrl+C; for a log, after a summary of what was read
  143  the same for SIGTERM`;

/** Runs what the arguments ask for. Whatever goes wrong because of them is a sentence and an exit code; anything else is thrown. */
export async function run(args: readonly string[], version: string, surroundings: Surroundings): Promise<void> {
  const { print, warn, end } = surroundings;
  // Sentences repeat what was typed, names of files, and words of other programs, any of which can steer a terminal. So each line is cleaned on its way out.
  const say = (text: string): void => warn(text.split("\n").map(clean).join("\n"));
  const root = new Command("scai-errors")
    .description("Explains the error codes of the Scai platform, and finds them in responses, HAR files and logs.")
    .version(version)
    .option("--no-color", "print without colours, like NO_COLOR=1")
    .addHelpText("after", AFTER);
  for (const command of [explainCommand, decodeCommand, upgradeCommand, emulateCommand].map((make) => make({ ...surroundings, warn: say })))
    root.addCommand(command);
  // Of commands that there are, the sentence names the option; here the next step is to see them all.
  root.showHelpAfterError(`See ${surroundings.call} --help for the commands.`);
  for (const command of [root, ...root.commands])
    command.exitOverride().configureOutput({ writeOut: print, writeErr: warn, outputError: say });
  try {
    await root.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof Refusal) {
      say(`${error.message}\n`);
      end(EXIT.refused);
      return;
    }
    // Commander has printed its sentence, or the help or version that was asked for, which is no failure.
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) end(EXIT.refused);
  }
}
