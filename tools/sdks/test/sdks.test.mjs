// Each SDK at its defaults, with `fetch: createFetch(scaigrid, { throws: false })` and nothing else.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createFetch } from "@scai-errors/fetch";
import { errorFrom } from "@scai-errors/scaigrid";
import { scaigrid } from "@scai-errors/scaigrid";
import { service } from "./service.mjs";

const messages = [{ role: "user", content: "Hello" }];

/** How each SDK is set up, what it throws, and how a stream of it is read. */
const sdks = {
  "openai 6": () => openai("openai-6"),
  "openai 7": () => openai("openai-7"),
  ai: async () => {
    const { APICallError, RetryError, generateText, streamText } = await import("ai");
    const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
    const model = (fetch, baseURL) => createOpenAICompatible({ name: "grid", baseURL, apiKey: "none", fetch })("m");
    return {
      call: (fetch, baseURL) => generateText({ model: model(fetch, baseURL), prompt: "Hello" }),
      isOwn: (thrown) => APICallError.isInstance(RetryError.isInstance(thrown) ? thrown.lastError : thrown),
      stream: async (fetch, baseURL, deliver) => {
        let failed;
        const { fullStream } = streamText({ model: model(fetch, baseURL), prompt: "Hello", onError: () => undefined });
        for await (const part of fullStream) {
          if (part.type === "text-delta") deliver(part.text);
          if (part.type === "error") failed = part.error;
        }
        // The AI SDK hands the failure of a stream out as its last part.
        if (failed) throw failed;
      },
    };
  },
  LangChain: async () => {
    const { ChatOpenAI } = await import("@langchain/openai");
    const model = (fetch, baseURL) => new ChatOpenAI({ model: "m", apiKey: "none", configuration: { baseURL, fetch } });
    return {
      call: (fetch, baseURL) => model(fetch, baseURL).invoke("Hello"),
      isOwn: (thrown) => thrown instanceof Error && typeof thrown.status === "number",
      stream: async (fetch, baseURL, deliver) => {
        for await (const { content } of await model(fetch, baseURL).stream("Hello")) deliver(content);
      },
    };
  },
  "ky 1": () => ky("ky-1"),
  "ky 2": () => ky("ky-2"),
};

async function openai(name) {
  const { OpenAI, RateLimitError, InternalServerError } = await import(name);
  const client = (fetch, baseURL) => new OpenAI({ apiKey: "none", baseURL, fetch });
  return {
    call: (fetch, baseURL) => client(fetch, baseURL).chat.completions.create({ model: "m", messages }),
    isOwn: (thrown) => thrown instanceof RateLimitError || thrown instanceof InternalServerError,
    stream: async (fetch, baseURL, deliver) => {
      const stream = await client(fetch, baseURL).chat.completions.create({ model: "m", messages, stream: true });
      for await (const { choices } of stream) deliver(choices[0].delta.content);
    },
  };
}

async function ky(name) {
  const { default: client, HTTPError } = await import(name);
  return {
    // What ky repeats by itself.
    call: (fetch, baseURL) => client.get(`${baseURL}/models`, { fetch }).json(),
    isOwn: (thrown) => thrown instanceof HTTPError,
    stream: async (fetch, baseURL, deliver) => {
      const response = await client.post(`${baseURL}/chat`, { fetch, json: {} });
      const decoder = new TextDecoder();
      for await (const bytes of response.body) {
        for (const [, content] of decoder.decode(bytes).matchAll(/"content":"(\w+)"/g)) deliver(content);
      }
    },
  };
}

async function thrownBy(promise) {
  const value = await promise.then(
    (result) => ({ result }),
    (thrown) => ({ thrown }),
  );
  assert.ok("thrown" in value, `Expected a rejection, got ${JSON.stringify(value.result)}.`);
  return value.thrown;
}

for (const [name, load] of Object.entries(sdks)) {
  describe(name, { concurrency: true }, () => {
    const run = async (t, code) => {
      const sdk = await load().catch((reason) => t.skip(`it does not run on Node ${process.version}: ${reason}`));
      if (!sdk) return undefined;
      const { baseURL, requests } = await service();
      const fetch = createFetch(scaigrid, { throws: false });
      return { sdk, fetch, baseURL: baseURL(code), requests };
    };

    for (const [code, sent] of [
      ["QUOTA_EXCEEDED", 1],
      ["UPSTREAM_SHAPE_MISMATCH", 1],
      ["RATE_LIMITED", 3],
    ]) {
      test(`${code} is sent ${sent === 1 ? "once" : `${sent} times`}, and errorFrom has every field`, { timeout: 300_000 }, async (t) => {
        const ran = await run(t, code);
        if (!ran) return;
        const { sdk, fetch, baseURL, requests } = ran;
        const thrown = await thrownBy(sdk.call(fetch, baseURL));
        assert.ok(sdk.isOwn(thrown), `${thrown} is not of the SDK's own class`);
        assert.equal(requests.length, sent);
        for (const [at, request] of requests.entries()) {
          if (at > 0 && code === "RATE_LIMITED") assert.ok(request.at - requests[at - 1].at >= 1000, "a request came earlier than asked");
        }
        const error = await errorFrom(scaigrid, thrown);
        const { kind, retry } = scaigrid.codes[code];
        assert.deepEqual([error?.code, error?.kind, error?.requestId, error?.retry.policy], [code, kind, `req_${code}`, retry]);
        assert.equal(error?.message, `It is ${code}.`);
        assert.equal(error?.retry.afterMs, code === "RATE_LIMITED" ? 1000 : undefined);
        assert.equal(typeof error?.status, "number");
      });
    }

    test("a stream that fails midway rejects, after what came before it was delivered", { timeout: 60_000 }, async (t) => {
      const ran = await run(t, "STREAM");
      if (!ran) return;
      let text = "";
      const deliver = (content) => {
        text += content ?? "";
      };
      const thrown = await thrownBy(ran.sdk.stream(ran.fetch, ran.baseURL, deliver));
      assert.equal(text, "Hello");
      assert.equal((await errorFrom(scaigrid, thrown))?.code, "BACKEND_ERROR");
    });
  });
}
