import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { test } from "node:test";
import { scaigrid } from "@scai-errors/scaigrid";
import { createLogger, format, transports } from "winston";
import { serviceErrors } from "../.cache/examples/winston.ts";

test("winston: the fields as members", async () => {
  const lines: string[] = [];
  const stream = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const log = createLogger({ format: format.combine(serviceErrors(), format.json()), transports: [new transports.Stream({ stream })] });
  log.error("The model was not there.", { error: scaigrid.decode({ status: 404, body: { error: { code: "MODEL_NOT_FOUND" } } }) });
  await new Promise((resolve) => setImmediate(resolve));
  const line = JSON.parse(lines[0] ?? "{}") as { readonly message: string; readonly error: { readonly id: string } };
  assert.equal(line.message, "The model was not there.");
  assert.equal(line.error.id, "scaigrid/MODEL_NOT_FOUND");
});
