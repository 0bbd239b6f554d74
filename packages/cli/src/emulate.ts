import { once } from "node:events";
import type { Emulator } from "@scai-errors/testing";
import { Command, InvalidArgumentError } from "commander";
import { Refusal } from "./exit-codes.js";
import { namesIn } from "./names.js";
import { servicesNamed } from "./service-named.js";
import { services } from "./services.js";
import type { Surroundings } from "./surroundings.js";

interface Options {
  readonly port: number;
  readonly service?: readonly string[];
}

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError("Ports are whole numbers from 0 to 65535.");
  return Number(text);
}

export function emulateCommand(surroundings: Surroundings): Command {
  return new Command("emulate")
    .description("serve every failure of the services on 127.0.0.1, until Ctrl+C")
    .option("-p, --port <number>", "port to listen on; 0 is any free one", portOf, 0)
    .option("-s, --service <names>", "services to serve, such as scaigrid or scaigrid,dns (default: all)", namesIn)
    .action((options: Options) => emulate(options, surroundings));
}

async function emulate({ port, service: names }: Options, { print, interruption }: Surroundings): Promise<void> {
  // Loaded here, because no other command needs a server.
  const { createEmulator, summaryOf } = await import("@scai-errors/testing");
  const chosen = names ? servicesNamed(names) : services;
  const emulator = await started(() => createEmulator({ services: chosen.map(({ service }) => service), port }));
  const ended = interruption();
  print(`${summaryOf(emulator)}\n`);
  if (!ended.aborted) await once(ended, "abort");
  await emulator.close();
}

async function started(start: () => Promise<Emulator>): Promise<Emulator> {
  try {
    return await start();
  } catch (error) {
    // The emulator's own sentences, as where the port is taken.
    throw error instanceof Error ? new Refusal(error.message) : error;
  }
}
