import assert from "node:assert/strict";
import { test } from "node:test";
import { request } from "../.cache/examples/neverthrow.ts";
import { emulator } from "./emulator.ts";

test("neverthrow: a Result, and a mistake is still thrown", async () => {
  const url = await emulator();
  assert.equal((await request(url("MODEL_NOT_FOUND")))._unsafeUnwrapErr().id, "scaigrid/MODEL_NOT_FOUND");
  assert.equal((await request("http://127.0.0.1:9999/"))._unsafeUnwrapErr().id, "transport/CONNECTION_FAILED");
  await assert.rejects(request("no url"), TypeError);
});
