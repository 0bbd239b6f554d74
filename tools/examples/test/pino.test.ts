import assert from "node:assert/strict";
import { test } from "node:test";
import { scaigrid } from "@scai-errors/scaigrid";
import pino from "pino";
import { serializers } from "../.cache/examples/pino.ts";

test("pino: the fields as members", () => {
  const lines: { readonly err: Record<string, unknown> }[] = [];
  const log = pino({ serializers }, { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
  log.error(scaigrid.decode({ status: 404, body: { error: { code: "MODEL_NOT_FOUND", message: "No such model" } } }));
  log.error(new Error("another program's"));
  assert.equal(lines[0]?.err["id"], "scaigrid/MODEL_NOT_FOUND");
  assert.deepEqual(
    lines.map(({ err }) => err["type"]),
    ["ScaigridError", "Error"],
  );
  assert(lines.every(({ err }) => typeof err["stack"] === "string"));
});
