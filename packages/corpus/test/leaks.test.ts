import type { ServiceError } from "@scai-errors/core";
import { type RawServer, startRawServer } from "@scai-errors/workspace/raw-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { format, inspect } from "node:util";
import { Console } from "node:console";
import { Writable } from "node:stream";
import pino from "pino";
import { placements } from "../src/placements.js";
import { randomBytes } from "node:crypto";
import { services } from "@scai-errors/workspace/services";
import { tableOf } from "@scai-errors/workspace/table";

/** Everything that a function writes to a stream. */
function written(print: (stream: Writable) => void): string {
  let text = "";
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  print(stream);
  return text;
}

/** The one printer that runs `excerpt`, since it is told to run what it finds. So it shows what was received, and still nothing that was sent. */
const RUNS_GETTERS = "inspect getters";

/** Every way in which errors get into logs and onto screens. */
const printers: Readonly<Record<string, (error: ServiceError) => string>> = {
  String,
  template: (error) => `${error}`,
  stack: (error) => error.stack ?? "",
  "console.log": (error) => written((stream) => new Console(stream).log(error)),
  "console.error %o": (error) => written((stream) => new Console(stream, stream).error("%o", error)),
  inspect: (error) => inspect(error, { depth: Infinity, showHidden: true, maxStringLength: Infinity }),
  [RUNS_GETTERS]: (error) => inspect(error, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity }),
  "as a cause": (error) => inspect(new Error("Request failed", { cause: error }), { depth: Infinity, showHidden: true }),
  "JSON.stringify": (error) => JSON.stringify(error),
  "nested JSON": (error) => JSON.stringify({ level: "error", errors: [error] }),
  spread: (error) => JSON.stringify({ ...error }),
  "own names": (error) => JSON.stringify(Object.getOwnPropertyDescriptors(error)),
  structuredClone: (error) => inspect(structuredClone(error.toJSON()), { depth: Infinity }),
  "cloned error": (error) => inspect(structuredClone(error), { depth: Infinity, showHidden: true }),
  "format %s": (error) => format("%s", error),
  "pino err": (error) => written((stream) => pino({ base: null }, stream).error(error)),
  "pino field": (error) => written((stream) => pino({ base: null }, stream).error({ error, err: error }, "failed")),
};

let server: RawServer;
beforeAll(async () => {
  server = await startRawServer();
});
afterAll(() => server.close());

it("shows a planted secret nowhere but in what the service says itself", async () => {
  const names = Object.keys(printers);
  const lines: string[][] = [];
  const titles = ["where the secret stands", "to be seen in", ...names];
  const leaks: string[] = [];
  for (const { where, visibleAs, fail } of placements) {
    const seen = names.map(() => 0);
    let errors = 0;
    for (const service of services) {
      const secret = randomBytes(24).toString("hex");
      const error = await fail(service, secret, server);
      if (!error) continue;
      errors++;
      for (const [at, name] of names.entries()) {
        if (!printers[name]?.(error).includes(secret)) continue;
        seen[at] = (seen[at] ?? 0) + 1;
        const isExcerpt = name === RUNS_GETTERS && error.excerpt?.includes(secret);
        if (!visibleAs && !isExcerpt) leaks.push(`${service.name} shows ${where} with ${name}`);
      }
      // What is seen is in the field that is named, or follows from it, as a validation code's details do from its issues.
      if (visibleAs) {
        const { stack: _stack, ...json } = { ...error.toJSON(), stack: "" };
        const others = Object.entries(json).filter(([field]) => !allowed[visibleAs].includes(field));
        if (JSON.stringify(others).includes(secret)) leaks.push(`${service.name} shows ${where} in another field than ${visibleAs}`);
      }
    }
    lines.push([where, visibleAs ?? "nothing", ...seen.map((count) => (count ? `${count} of ${errors}` : "-"))]);
  }
  expect(leaks).toEqual([]);
  await expect(`${tableOf(titles, lines).join("\n")}\n`).toMatchFileSnapshot("golden/leaks.txt");
});

const allowed: Readonly<Record<NonNullable<(typeof placements)[number]["visibleAs"]>, readonly string[]>> = {
  message: ["message", "details"],
  details: ["details"],
  requestId: ["requestId"],
  receivedCode: ["receivedCode"],
  issues: ["issues", "message", "details"],
};
