// Two failures of two places are two events: Sentry drops one whose message and frames are those of the one before.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as Sentry from "@sentry/node-core/light";
import { createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";
import { service } from "./service.mjs";

test("errors of two places stay two events, and each leads to its caller", async () => {
  const events = [];
  Sentry.init({
    dsn: "http://key@127.0.0.1/1",
    transport: () => ({ send: () => Promise.resolve({}), flush: () => Promise.resolve(true) }),
    beforeSend: (event) => {
      events.push(event);
      return event;
    },
  });
  const { baseURL } = await service();
  const gridFetch = createFetch(scaigrid);
  const url = `${baseURL("QUOTA_EXCEEDED")}/models`;
  async function listModels() {
    await gridFetch(url);
  }
  async function countModels() {
    await gridFetch(url);
  }
  for (const call of [listModels, countModels]) await call().catch((error) => Sentry.captureException(error));
  await Sentry.flush(2000);
  // Sentry gives the innermost frame last. Those of the platform do not count.
  const callers = events.map(({ exception }) => exception.values[0].stacktrace.frames.filter(({ in_app: isOwn }) => isOwn).at(-1).function);
  assert.deepEqual(callers, ["listModels", "countModels"]);
});
