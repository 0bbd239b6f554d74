import assert from "node:assert/strict";
import { test } from "node:test";
import { scaigrid } from "@scai-errors/scaigrid";
import { setupServer } from "msw/node";
import { busyModels } from "../.cache/examples/msw.ts";

test("msw: a failure as the service sends it", async () => {
  const mocked = setupServer(busyModels);
  mocked.listen();
  const error = await scaigrid.fromResponse(await fetch("https://grid.example.com/v1/models/large"));
  mocked.close();
  assert.equal(error.code, "RATE_LIMITED");
  assert.equal(error.retry.afterMs, 15_000);
});
