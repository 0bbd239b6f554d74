import assert from "node:assert/strict";
import { test } from "node:test";
import { scaigrid } from "@scai-errors/scaigrid";
import { type ErrorEvent, captureException, createTransport, flush, init } from "@sentry/node";
import { beforeSend } from "../.cache/examples/sentry.ts";

test("Sentry: one issue per code, and nothing of the body", async () => {
  const sent: string[] = [];
  init({
    dsn: "http://public@127.0.0.1:1/1",
    beforeSend,
    transport: (options) =>
      createTransport(options, ({ body }) => {
        sent.push(typeof body === "string" ? body : new TextDecoder().decode(body));
        return Promise.resolve({ statusCode: 200 });
      }),
  });
  // Not as one word, because Sentry sends the lines of the source as well.
  const word = ["plan", "ted"].join("");
  const body = { error: { code: "BACKEND_ERROR", message: "m", details: { secret: word } }, meta: { request_id: "req_1" } };
  captureException(scaigrid.decode({ status: 502, body }));
  captureException(new Error("another program's"));
  await flush(5000);
  // In whatever order they were sent.
  const events = sent.map((envelope) => JSON.parse(envelope.split("\n")[2] ?? "{}") as ErrorEvent);
  const ours = events.filter(({ fingerprint }) => fingerprint?.includes("scaigrid/BACKEND_ERROR"));
  assert.deepEqual([events.length, ours.length], [2, 1]);
  assert.deepEqual(ours[0]?.contexts?.["scai"], {
    id: "scaigrid/BACKEND_ERROR",
    kind: "unavailable",
    status: 502,
    receivedCode: "BACKEND_ERROR",
    requestId: "req_1",
    retry: scaigrid.codes.BACKEND_ERROR.retry,
  });
  assert.equal(ours[0]?.tags?.["scai.kind"], "unavailable");
  assert(!sent.join("").includes(word));
});
