import assert from "node:assert/strict";
import { test } from "node:test";
import { scaigrid } from "@scai-errors/scaigrid";
import { queryClient } from "../.cache/examples/tanstack-query.ts";

test("TanStack Query: repeated as advised", () => {
  const { retry, retryDelay } = queryClient().getDefaultOptions().queries ?? {};
  assert(typeof retry === "function" && typeof retryDelay === "function");
  const busy = scaigrid.decode({ status: 429, headers: { "retry-after": "7" }, body: { error: { code: "RATE_LIMITED" } } });
  const spent = scaigrid.decode({ status: 429, body: { error: { code: "QUOTA_EXCEEDED" } } });
  assert.deepEqual(
    [retry(0, busy), retry(2, busy), retry(3, busy), retry(0, spent), retry(0, new Error("x"))],
    [true, true, false, false, false],
  );
  assert.deepEqual([retryDelay(0, busy), retryDelay(4, busy), retryDelay(1, new Error("x"))], [7000, 8000, 1000]);
});
