#!/usr/bin/env node
import { cleanLine } from "@scai-errors/core";
import { Command, InvalidArgumentError } from "commander";
import { type Emulator, createEmulator } from "./emulator.js";
import { findServices } from "./find-services.js";
import { sentenceOf } from "./in-words.js";
import { summaryOf } from "./summary.js";

interface Options {
  readonly port: number;
  readonly service?: readonly string[];
}

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError("Ports are whole numbers from 0 to 65535.");
  return Number(text);
}

/** The exit code of a call that cannot be carried out, as `scai-errors` has it. */
const REFUSED = 2;

/** The packages between the commas of a value, with those before it. A short name is a service of ours: of the whole registry it would be anybody's. */
function packagesIn(text: string, before: readonly string[] = []): readonly string[] {
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) throw new InvalidArgumentError("Write names with commas or spaces between them.");
  return [...new Set([...before, ...names.map((name) => (name.includes("/") ? name : `@scai-errors/${name}`))])];
}

async function start({ port, service: names = [] }: Options): Promise<void> {
  let emulator: Emulator;
  try {
    emulator = await createEmulator({ services: findServices(process.cwd(), names, console.error), port });
  } catch (error) {
    console.error(sentenceOf(error, "The emulator cannot be started."));
    process.exitCode = REFUSED;
    return;
  }
  // First, since whoever waits for the routes may end it as soon as they are there.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void emulator.close());
  console.log(summaryOf(emulator));
}

new Command("scai-errors-emulator")
  .description("Serves every failure of the installed Scai services on 127.0.0.1, and responses that no service sends on purpose.")
  .option("-p, --port <number>", "port to listen on; 0 is any free one", portOf, 0)
  .option("-s, --service <names...>", "services to serve, such as scaigrid or scaigrid,dns (default: all that are installed)", packagesIn)
  .addHelpText("after", "\nGET / lists all routes as JSON. Ctrl+C ends it.")
  // Its sentences repeat what was typed, which can steer a terminal.
  .configureOutput({
    outputError: (text, write) =>
      write(
        text
          .split("\n")
          .map((line) => cleanLine(line) ?? "")
          .join("\n"),
      ),
  })
  // The help that was asked for is no wrong use.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : REFUSED))
  .action(start)
  .parse();
