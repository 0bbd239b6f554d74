import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { scaigrid } from "@scai-errors/scaigrid";
import { byAdvice } from "../.cache/examples/swr.ts";

test("SWR: repeated as advised", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let tries = 0;
  const revalidate = () => Promise.resolve(++tries > 0);
  const busy = scaigrid.decode({ status: 429, headers: { "retry-after": "7" }, body: { error: { code: "RATE_LIMITED" } } });
  const spent = scaigrid.decode({ status: 429, body: { error: { code: "QUOTA_EXCEEDED" } } });
  for (const error of [spent, new Error("x")])
    byAdvice.onErrorRetry(error, "key", {} as never, revalidate, { retryCount: 1, dedupe: true });
  byAdvice.onErrorRetry(busy, "key", {} as never, revalidate, { retryCount: 4, dedupe: true });
  byAdvice.onErrorRetry(busy, "key", {} as never, revalidate, { retryCount: 1, dedupe: true });
  mock.timers.tick(6999);
  assert.equal(tries, 0);
  mock.timers.tick(1);
  assert.equal(tries, 1);
});
