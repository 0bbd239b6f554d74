// Every client, called as its own page says, with its retries off. What it throws, rejects with or returns is what errorFrom is given.

/** The time limit that each client is told to keep, in milliseconds, for all cases but the abort. */
export const CLIENT_LIMIT_MS = 400;

/** What a promise rejects with, or what it gives. */
async function outcome(promise) {
  try {
    return await promise;
  } catch (thrown) {
    return thrown;
  }
}

/** What an emitter hands to the first of some events. */
function firstOf(emitter, ...events) {
  return new Promise((resolve) => {
    for (const event of events) emitter.once(event, (...given) => resolve(given.at(-1)));
  });
}

const limit = (signal) => signal ?? AbortSignal.timeout(CLIENT_LIMIT_MS);
const messages = [{ role: "user", content: "Hello" }];

const openai = (name) => async (url, signal) => {
  const { default: OpenAI } = await import(name);
  const client = new OpenAI({ apiKey: "none", baseURL: url, maxRetries: 0, timeout: CLIENT_LIMIT_MS });
  return outcome(client.chat.completions.create({ model: "m", messages }, { signal }));
};

const aiSdk = (ai, compatible) => async (url, signal) => {
  const [{ generateText }, { createOpenAICompatible }] = await Promise.all([import(ai), import(compatible)]);
  const model = createOpenAICompatible({ name: "scaigrid", baseURL: url, apiKey: "none" })("m");
  return outcome(generateText({ model, prompt: "Hello", maxRetries: 0, abortSignal: limit(signal) }));
};

const axios = (options) => async (url, signal) => {
  const { default: client } = await import("axios");
  return outcome(client.get(url, { signal, timeout: CLIENT_LIMIT_MS, ...options }));
};

const got = (name, options) => async (url, signal) => {
  const { default: client } = await import(name);
  return outcome(client(url, { signal, retry: { limit: 0 }, timeout: { request: CLIENT_LIMIT_MS }, ...options }));
};

const ky = (name) => async (url, signal) => {
  const { default: client } = await import(name);
  return outcome(client(url, { signal, retry: 0, timeout: CLIENT_LIMIT_MS }));
};

const wretch = (name) => async (url, signal) => {
  const { default: client } = await import(name);
  return outcome(
    client(url)
      .options({ signal: limit(signal) })
      .get()
      .json(),
  );
};

const fetchLike = (load) => async (url, signal) => {
  const fetch = await load();
  return outcome(fetch(url, { signal: limit(signal) }));
};

/** @type {readonly { readonly name: string; readonly needs?: 22; readonly call: (url: string, signal?: AbortSignal) => Promise<unknown> }[]} */
export const clients = [
  { name: "openai 6", call: openai("openai-6") },
  { name: "openai 7", needs: 22, call: openai("openai-7") },
  { name: "ai 6", call: aiSdk("ai-6", "compatible-2") },
  { name: "ai 7", needs: 22, call: aiSdk("ai-7", "compatible-3") },
  {
    name: "@langchain/openai",
    needs: 22,
    call: async (url, signal) => {
      const { ChatOpenAI } = await import("@langchain/openai");
      const model = new ChatOpenAI({
        model: "m",
        apiKey: "none",
        maxRetries: 0,
        timeout: CLIENT_LIMIT_MS,
        configuration: { baseURL: url },
      });
      return outcome(model.invoke("Hello", { signal }));
    },
  },
  { name: "axios, json", call: axios({}) },
  { name: "axios, text", call: axios({ responseType: "text" }) },
  { name: "axios, arraybuffer", call: axios({ responseType: "arraybuffer" }) },
  { name: "axios, stream", call: axios({ responseType: "stream" }) },
  { name: "axios, fetch adapter, json", call: axios({ adapter: "fetch" }) },
  { name: "axios, fetch adapter, blob", call: axios({ adapter: "fetch", responseType: "blob" }) },
  { name: "axios, fetch adapter, stream", call: axios({ adapter: "fetch", responseType: "stream" }) },
  { name: "ky 1", call: ky("ky-1") },
  { name: "ky 2", needs: 22, call: ky("ky-2") },
  { name: "got 14, text", call: got("got-14", {}) },
  { name: "got 14, json", call: got("got-14", { responseType: "json" }) },
  { name: "got 14, buffer", call: got("got-14", { responseType: "buffer" }) },
  {
    name: "got 14, stream",
    call: async (url, signal) => {
      const { default: client } = await import("got-14");
      const stream = client.stream(url, { signal, retry: { limit: 0 }, timeout: { request: CLIENT_LIMIT_MS } });
      return firstOf(stream.resume(), "error", "end");
    },
  },
  { name: "got 16, text", needs: 22, call: got("got-16", {}) },
  { name: "got 16, json", needs: 22, call: got("got-16", { responseType: "json" }) },
  {
    name: "ofetch",
    call: async (url, signal) => {
      const { ofetch } = await import("ofetch");
      return outcome(ofetch(url, { retry: 0, ...(signal ? { signal } : { timeout: CLIENT_LIMIT_MS }) }));
    },
  },
  { name: "wretch 2", call: wretch("wretch-2") },
  { name: "wretch 3", needs: 22, call: wretch("wretch-3") },
  {
    name: "superagent",
    call: async (url, signal) => {
      const { default: client } = await import("superagent");
      const request = client.get(url).timeout(CLIENT_LIMIT_MS);
      // The request is a promise, too, and a listener that returned it would hand its rejection to the process.
      signal?.addEventListener("abort", () => void request.abort(), { once: true });
      return outcome(request);
    },
  },
  {
    name: "undici.request",
    call: async (url, signal) => {
      const { request } = await import("undici");
      return outcome(request(url, { signal, headersTimeout: CLIENT_LIMIT_MS, bodyTimeout: CLIENT_LIMIT_MS }));
    },
  },
  {
    name: "undici.request, responseError",
    call: async (url, signal) => {
      const { Agent, interceptors, request } = await import("undici");
      const dispatcher = new Agent().compose(interceptors.responseError());
      return outcome(request(url, { signal, dispatcher, headersTimeout: CLIENT_LIMIT_MS, bodyTimeout: CLIENT_LIMIT_MS }));
    },
  },
  { name: "undici.fetch", call: fetchLike(async () => (await import("undici")).fetch) },
  { name: "fetch", call: fetchLike(() => fetch) },
  { name: "node-fetch 2", call: fetchLike(async () => (await import("node-fetch-2")).default) },
  { name: "node-fetch 3", call: fetchLike(async () => (await import("node-fetch-3")).default) },
  { name: "cross-fetch", call: fetchLike(async () => (await import("cross-fetch")).default) },
  {
    name: "openapi-fetch",
    call: async (url, signal) => {
      const { default: createClient } = await import("openapi-fetch");
      return outcome(createClient({ baseUrl: url }).GET("/models", { signal: limit(signal) }));
    },
  },
  {
    name: "@hey-api/client-fetch",
    call: async (url, signal) => {
      const { createClient } = await import("@hey-api/client-fetch");
      return outcome(createClient({ baseUrl: url }).get({ url: "/models", signal: limit(signal) }));
    },
  },
  {
    name: "@hey-api/client-fetch, throwOnError",
    call: async (url, signal) => {
      const { createClient } = await import("@hey-api/client-fetch");
      return outcome(createClient({ baseUrl: url }).get({ url: "/models", signal: limit(signal), throwOnError: true }));
    },
  },
  {
    name: "@hey-api/client-axios",
    call: async (url, signal) => {
      const { createClient } = await import("@hey-api/client-axios");
      return outcome(createClient({ baseURL: url, timeout: CLIENT_LIMIT_MS }).get({ url: "/models", signal }));
    },
  },
  {
    name: "needle",
    call: async (url, signal) => {
      const { default: needle } = await import("needle");
      return outcome(needle("get", url, { signal, response_timeout: CLIENT_LIMIT_MS, read_timeout: CLIENT_LIMIT_MS }));
    },
  },
  {
    name: "node:http",
    call: async (url, signal) => {
      const { get } = await import("node:http");
      const request = get(url, { signal: limit(signal) });
      return firstOf(request, "response", "error");
    },
  },
  {
    name: "ws, unexpected-response",
    call: async (url, signal) => {
      const { default: WebSocket } = await import("ws");
      const socket = new WebSocket(url, { handshakeTimeout: CLIENT_LIMIT_MS, signal });
      const given = await firstOf(socket, "unexpected-response", "error");
      socket.on("error", () => undefined);
      return given;
    },
  },
  {
    name: "eventsource 4",
    call: async (url, signal) => {
      const { EventSource } = await import("eventsource-4");
      const source = new EventSource(url, { fetch: (input, init) => fetch(input, { ...init, signal: limit(signal) }) });
      const event = await new Promise((resolve) => source.addEventListener("error", resolve, { once: true }));
      source.close();
      return event;
    },
  },
];

async function lastOf(stream) {
  let last;
  for await (const chunk of stream) last = chunk;
  return last;
}

/** openai's chunks: those of version 6 have the error frame among them, version 7 throws. */
const openaiChunks = (name) => async (url) => {
  const { default: OpenAI } = await import(name);
  const client = new OpenAI({ apiKey: "none", baseURL: url, maxRetries: 0 });
  return outcome(lastOf(await client.chat.completions.create({ model: "m", messages, stream: true })));
};

/** What the AI SDK hands to onError. */
const aiStream = (ai, compatible) => async (url) => {
  const [{ streamText }, { createOpenAICompatible }] = await Promise.all([import(ai), import(compatible)]);
  const model = createOpenAICompatible({ name: "scaigrid", baseURL: url, apiKey: "none" })("m");
  const told = [];
  const { textStream } = streamText({ model, prompt: "Hello", maxRetries: 0, onError: ({ error }) => void told.push(error) });
  await outcome(lastOf(textStream));
  return told.at(-1);
};

/** Clients that read event streams, and what they hand out of one that fails midway. */
export const streamingClients = [
  { name: "openai 6, last chunk", call: openaiChunks("openai-6") },
  { name: "openai 7, thrown", needs: 22, call: openaiChunks("openai-7") },
  {
    name: "@langchain/openai, thrown",
    needs: 22,
    call: async (url) => {
      const { ChatOpenAI } = await import("@langchain/openai");
      const model = new ChatOpenAI({ model: "m", apiKey: "none", maxRetries: 0, configuration: { baseURL: url } });
      return outcome(model.stream("Hello").then(lastOf));
    },
  },
  { name: "ai 6, onError", call: aiStream("ai-6", "compatible-2") },
  { name: "ai 7, onError", needs: 22, call: aiStream("ai-7", "compatible-3") },
  {
    name: "eventsource 4, MessageEvent",
    call: async (url) => {
      const { EventSource } = await import("eventsource-4");
      const source = new EventSource(url);
      const event = await new Promise((resolve) => source.addEventListener("error", resolve, { once: true }));
      source.close();
      return event;
    },
  },
];
