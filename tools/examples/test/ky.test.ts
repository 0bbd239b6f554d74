import assert from "node:assert/strict";
import { test } from "node:test";
import { gridClient } from "../.cache/examples/ky.ts";
import { failing, server } from "./emulator.ts";

test("ky: every call rejects with the typed error, after one request", async () => {
  let requests = 0;
  const url = await server((_path, count) => {
    requests = count;
    return failing("MODEL_UNAVAILABLE");
  });
  await assert.rejects(gridClient(url).get("v1/models").json(), { id: "scaigrid/MODEL_UNAVAILABLE" });
  assert.equal(requests, 1);
});
