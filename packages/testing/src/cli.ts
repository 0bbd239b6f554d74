#!/usr/bin/env node
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

async function start({ port, service: names = [] }: Options): Promise<void> {
  let emulator: Emulator;
  try {
    emulator = await createEmulator({ services: findServices(process.cwd(), names, console.error), port });
  } catch (error) {
    console.error(sentenceOf(error, "The emulator cannot be started."));
    process.exitCode = 1;
    return;
  }
  console.log(summaryOf(emulator));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void emulator.close());
}

new Command("scai-errors-emulator")
  .description("Serves every failure of the installed Scai services on 127.0.0.1, and the answers that no service means to send.")
  .option("-p, --port <number>", "port to listen on; 0 is any free one", portOf, 0)
  .option("-s, --service <package...>", "packages to serve, such as @scai-errors/scaigrid (default: all that are installed)")
  .addHelpText("after", "\nGET / lists all routes as JSON. Ctrl+C ends it.")
  .action(start)
  .parse();
