// The recipes in the real frameworks, over real sockets: from the emulator through the backend to a client that uses the same package.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import { RPCHandler } from "@orpc/server/node";
import { ResponseHeadersPlugin } from "@orpc/server/plugins";
import { createTRPCClient, httpLink } from "@trpc/client";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { serve } from "@hono/node-server";
import * as express from "../recipes/express.mjs";
import * as fastify from "../recipes/fastify.mjs";
import * as hono from "../recipes/hono.mjs";
import * as orpc from "../recipes/orpc.mjs";
import * as trpc from "../recipes/trpc.mjs";
import { assertLimited, assertRelays, limited, listen, startScaigrid } from "./backend.mjs";

let scaigrid;
before(async () => {
  scaigrid = await startScaigrid();
});
after(() => scaigrid.close());

/** Closes a server when the test is over. */
function closing(t, server) {
  t.after(() => server.close());
  return server;
}

test("Hono", async (t) => {
  const app = hono.createApp(scaigrid.url, "https://app.example.test");
  const address = await new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`));
    closing(t, server);
  });
  await assertRelays(`${address}/ask`);
});

test("Express", async (t) => {
  const address = await listen(closing(t, createServer(express.createApp(scaigrid.url))));
  await assertRelays(`${address}/ask`);
});

test("Fastify", async (t) => {
  const app = closing(t, fastify.createApp(scaigrid.url));
  await assertRelays(`${await app.listen({ host: "127.0.0.1", port: 0 })}/ask`);
});

/** Keeps the answers that a client gets, for what its library does not hand out. */
function watchedFetch(answers) {
  return async (...request) => {
    const answer = await fetch(...request);
    answers.push(answer.clone());
    return answer;
  };
}

/** Checks what came back of a call to a procedure, and that nothing of the service's words is in it. */
async function assertAnswer(answer) {
  assert.equal(answer.status, 429);
  assert.equal(answer.headers.get("retry-after"), "120");
  assert.equal(answer.headers.get("x-request-id"), "req_7");
  const text = await answer.text();
  assert.doesNotMatch(text, /"Rate limited"|stack/);
}

test("tRPC", async (t) => {
  const handler = createHTTPHandler({ router: trpc.createRouter(scaigrid.url), responseMeta: trpc.responseMeta });
  const url = await listen(closing(t, createServer(handler)));
  const answers = [];
  const client = createTRPCClient({ links: [httpLink({ url, fetch: watchedFetch(answers) })] });
  const caught = await client.ask.query(decodeURIComponent(limited)).catch((error) => error);
  assertLimited(trpc.errorOf(caught));
  await assertAnswer(answers[0]);
});

test("oRPC", async (t) => {
  const handler = new RPCHandler(orpc.createRouter(scaigrid.url), { plugins: [new ResponseHeadersPlugin()] });
  const url = await listen(
    closing(
      t,
      createServer((request, response) => void handler.handle(request, response, { context: {} })),
    ),
  );
  const answers = [];
  const client = createORPCClient(new RPCLink({ url, fetch: watchedFetch(answers) }));
  const caught = await client.ask(decodeURIComponent(limited)).catch((error) => error);
  assertLimited(orpc.errorOf(caught));
  await assertAnswer(answers[0]);
});
