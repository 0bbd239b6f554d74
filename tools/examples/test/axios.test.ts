import assert from "node:assert/strict";
import { test } from "node:test";
import { gridClient } from "../.cache/examples/axios.ts";
import { emulator } from "./emulator.ts";

test("axios: every call rejects with the typed error", async () => {
  const url = await emulator();
  await assert.rejects(gridClient(url("RATE_LIMITED")).get(""), {
    id: "scaigrid/RATE_LIMITED",
    retry: { policy: "backoff", afterMs: 15_000, idempotentOnly: false, source: "documented" },
  });
  await assert.rejects(gridClient("http://127.0.0.1:9999").get("/"), { id: "transport/CONNECTION_FAILED" });
  await assert.rejects(gridClient(url("RATE_LIMITED")).get("", { signal: AbortSignal.abort() }), { name: "CanceledError" });
});
