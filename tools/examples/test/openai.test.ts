import assert from "node:assert/strict";
import { test } from "node:test";
import { errorFrom, scaigrid, transport } from "@scai-errors/scaigrid";
import OpenAI from "openai";
import { ask, clientOf } from "../.cache/examples/openai.ts";
import { failing, server } from "./emulator.ts";

test("openai: the typed error, after one request", async () => {
  let requests = 0;
  const busy = await server((_path, count) => {
    requests = count;
    return failing("RATE_LIMITED");
  });
  assert.equal(await ask(clientOf(busy), "Hello"), "Try again in 15 s.");
  assert.equal(requests, 1);
  const spent = await server(() => failing("QUOTA_EXCEEDED"));
  assert.match(await ask(clientOf(spent), "Hello"), /\w/);
  assert.equal(await ask(clientOf("http://127.0.0.1:9999"), "Hello"), "ScaiGrid cannot be reached.");
});

test("openai: what is none of the service's business is thrown on", async () => {
  await assert.rejects(ask({ chat: {} } as never, "Hello"), TypeError);
});

test("openai: keeps an error of the connection that its fetch rejected with, a time limit as well", async () => {
  for (const [code, cause] of [
    ["TIMEOUT", "UND_ERR_HEADERS_TIMEOUT"],
    ["CONNECTION_FAILED", "ECONNREFUSED"],
  ]) {
    const failure = transport.from(new TypeError("fetch failed", { cause: Object.assign(new Error("no"), { code: cause }) }));
    assert.equal(failure?.code, code);
    const client = new OpenAI({ apiKey: "your key", maxRetries: 0, fetch: () => Promise.reject(failure as Error) });
    const caught: unknown = await client.models.list().catch((thrown: unknown) => thrown);
    assert.equal(await errorFrom(scaigrid, caught), failure);
  }
});
