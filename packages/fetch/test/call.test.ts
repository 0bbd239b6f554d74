import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import { createRouter } from "../src/routes.js";
import { createRetryBudget } from "../src/retry-budget.js";
import { fakeRuntime, noWaiting } from "./fake-runtime.js";
import { faultyServer, http } from "./faulty-server.js";
import { type SampleCode, answer, sample } from "./sample-service.js";
import { thrownBy } from "./thrown.js";

const URL = "http://a.example/";
const plenty = (): ReturnType<typeof createRetryBudget> => createRetryBudget({ start: 10 });

/** A fetch that gives these answers, one after the other, and then successes. */
function answering(...answers: readonly (SampleCode | Error | undefined)[]): {
  fetch: typeof fetch;
  sent: [input: RequestInfo | globalThis.URL, init: RequestInit | undefined][];
} {
  const sent: [RequestInfo | globalThis.URL, RequestInit | undefined][] = [];
  return {
    sent,
    fetch: async (input, init) => {
      sent.push([input, init]);
      const next = answers[sent.length - 1];
      if (next instanceof Error) throw next;
      return Promise.resolve(next ? answer(next) : new Response("ok"));
    },
  };
}

describe("a call", () => {
  test.each([
    [["AGAIN"], 2, undefined],
    [["AGAIN", "AGAIN"], 3, undefined],
    [["AGAIN", "AGAIN", "AGAIN"], 3, "attempts"],
    [["ONCE"], 2, undefined],
    [["ONCE", "ONCE"], 2, "advice"],
    [["NEVER"], 1, "advice"],
    [["CHANGE"], 1, "advice"],
    [["AGAIN", "NEVER"], 2, "advice"],
    [["LIMITED", "AGAIN"], 3, undefined],
  ] as const)("%j: %i requests, stopped by %s", async (answers, requests, stoppedBy) => {
    const { fetch, sent } = answering(...answers);
    const sampleFetch = createFetch(sample, { fetch, runtime: fakeRuntime(), retry: { budget: plenty() } });
    if (stoppedBy) {
      const error = await thrownBy(sampleFetch(URL));
      expect(error).toMatchObject({ name: "SampleError", code: answers.at(-1), attempts: requests, stoppedBy });
      expect(sampleFetch.isFailure(error)).toBe(true);
      expect(sample.fromJSON(JSON.parse(JSON.stringify(error)))).toEqual(error);
    } else expect(await (await sampleFetch(URL)).text()).toBe("ok");
    expect(sent).toHaveLength(requests);
  });

  test("G109 an empty budget gives the service's error, never one of the budget", async () => {
    const sampleFetch = createFetch(sample, { fetch: answering("AGAIN", "AGAIN", "AGAIN").fetch, runtime: fakeRuntime() });
    expect(await thrownBy(sampleFetch(URL))).toMatchObject({ code: "AGAIN", status: 503, attempts: 2, stoppedBy: "budget" });
  });

  test("G109 an abort during the wait gives the retry back", async () => {
    const budget = createRetryBudget({ start: 3 });
    const controller = new AbortController();
    const hooks = { onRetry: () => queueMicrotask(() => controller.abort()) };
    const sampleFetch = createFetch(sample, { fetch: answering("AGAIN").fetch, retry: { budget }, hooks });
    await thrownBy(sampleFetch(URL, { signal: controller.signal }));
    expect(budget.tokens).toBe(3);
  });

  test("G109 two calls that fail at once share one retry", async () => {
    const fetch = (): Promise<Response> => Promise.resolve(answer("AGAIN"));
    const sampleFetch = createFetch(sample, { fetch, runtime: fakeRuntime() });
    const errors = await Promise.all([thrownBy(sampleFetch(URL)), thrownBy(sampleFetch(URL))]);
    expect(errors.map((error) => (error as { attempts: number }).attempts)).toEqual([2, 1]);
  });

  test("G109 a service's outage leaves the other services' retries alone", async () => {
    const other = { ...sample, name: "other" };
    const fetch: typeof globalThis.fetch = () => Promise.resolve(answer("AGAIN"));
    const both = createFetch(createRouter({ "http://a.example": sample, "http://b.example": other }), { fetch, runtime: fakeRuntime() });
    await thrownBy(both("http://a.example"));
    expect(await thrownBy(both("http://b.example"))).toMatchObject({ attempts: 2 });
  });

  test("five successes earn a retry", async () => {
    const budget = createRetryBudget({ start: 0 });
    const { fetch, sent } = answering(undefined, undefined, undefined, undefined, undefined, "AGAIN");
    const sampleFetch = createFetch(sample, { fetch, runtime: fakeRuntime(), retry: { budget } });
    for (let calls = 0; calls < 6; calls++) await sampleFetch(URL);
    expect(sent).toHaveLength(7);
  });

  test("clients that share a budget share their retries", async () => {
    const budget = createRetryBudget();
    const options = { fetch: () => Promise.resolve(answer("AGAIN")), runtime: fakeRuntime(), retry: { budget } };
    await thrownBy(createFetch(sample, options)(URL));
    expect(await thrownBy(createFetch(sample, options)(URL))).toMatchObject({ attempts: 1, stoppedBy: "budget" });
  });

  test("G110 a fetch around a fetch does not multiply the attempts", async () => {
    const { fetch, sent } = answering("AGAIN", "AGAIN", "AGAIN", "AGAIN", "AGAIN", "AGAIN", "AGAIN", "AGAIN", "AGAIN");
    const runtime = fakeRuntime();
    const inner = createFetch(sample, { fetch, runtime, retry: { budget: plenty() } });
    const outer = createFetch(sample, { fetch: inner, runtime, retry: { budget: plenty() } });
    expect(await thrownBy(outer(URL))).toMatchObject({ code: "AGAIN", attempts: 3, stoppedBy: "attempts" });
    expect(sent).toHaveLength(3);
  });

  test("G110 nor where what the inner one threw was wrapped: the wrapper is handed on", async () => {
    const { fetch, sent } = answering(
      ...Array.from({ length: 9 }, () => Object.assign(new TypeError("fetch failed"), { code: "ECONNREFUSED" })),
    );
    const runtime = fakeRuntime();
    const inner = createFetch(sample, { fetch, runtime, retry: { budget: plenty() } });
    const wrapping: typeof fetch = (input, init) =>
      inner(input, init).catch((cause: unknown) => {
        throw new Error("The call failed", { cause });
      });
    const thrown = await thrownBy(createFetch(sample, { fetch: wrapping, runtime, retry: { budget: plenty() } })(URL));
    expect(thrown).toMatchObject({ message: "The call failed", cause: { code: "CONNECTION_FAILED", attempts: 3 } });
    expect(sent).toHaveLength(3);
  });

  test("G110 a message of the service that reads like a network error is none", async () => {
    const fetch = (): Promise<Response> =>
      Promise.resolve(new Response(JSON.stringify({ error: { code: "NEVER", message: "Failed to fetch" } }), { status: 503 }));
    const inner = createFetch(sample, { fetch, runtime: fakeRuntime() });
    expect(await thrownBy(createFetch(sample, { fetch: inner, runtime: fakeRuntime() })(URL))).toMatchObject({
      code: "NEVER",
      attempts: 1,
    });
  });

  test("G112 what one copy throws, another one recognises, and JSON brings it back", async () => {
    // The built package, beside its source.
    const built = (await import(new globalThis.URL("../dist/index.js", import.meta.url).href)) as typeof import("../src/index.js");
    const { fetch } = answering(Object.assign(new TypeError("fetch failed"), { code: "CERT_HAS_EXPIRED" }));
    const thrown = await thrownBy(built.createFetch(sample, { fetch })(URL));
    const { transport, TransportError } = await import("../src/index.js");
    expect(thrown).toBeInstanceOf(TransportError);
    expect(createFetch(sample).isFailure(thrown)).toBe(true);
    expect(transport.fromJSON(JSON.parse(JSON.stringify(thrown)))).toEqual(thrown);
  });

  test.each([undefined, {}, null, "ok"])("a fetch option that gives %j is a mistake, and not retried", async (given) => {
    let sent = 0;
    const fetch = (() => {
      sent++;
      return Promise.resolve(given);
    }) as unknown as typeof globalThis.fetch;
    expect(await thrownBy(createFetch(sample, { fetch })(URL))).toEqual(new TypeError("createFetch(): the fetch option gave no Response."));
    expect(sent).toBe(1);
  });

  test.each([
    ["not modified", new Response(null, { status: 304 }), {}],
    ["a redirect that the caller wants to see", new Response(null, { status: 302 }), { redirect: "manual" }],
    ["an answer that nobody may look into", Response.error(), {}],
    ["no content", new Response(null, { status: 204 }), {}],
  ] as const)("%s is passed on", async (name, response, init) => {
    const given = name.startsWith("an answer") ? Object.defineProperty(response, "type", { value: "opaque" }) : response;
    expect(await createFetch(sample, { fetch: () => Promise.resolve(given) })(URL, init)).toBe(given);
  });

  test("a redirect that nobody asked to see is the service's error", async () => {
    const fetch = (): Promise<Response> => Promise.resolve(new Response(null, { status: 302 }));
    expect(await thrownBy(createFetch(sample, { fetch })(URL))).toMatchObject({ name: "SampleError", status: 302, attempts: 1 });
  });
});

describe("idempotency", () => {
  const keyOf = (init?: RequestInit): string | null => new Headers(init?.headers).get("idempotency-key");

  test.each([
    ["GET", 2],
    ["get", 2],
    ["HEAD", 2],
    ["PUT", 2],
    ["DELETE", 2],
    ["OPTIONS", 2],
    ["QUERY", 2],
    ["POST", 1],
    ["PATCH", 1],
  ])("G104 %s is sent %i times where it may have been carried out", async (method, requests) => {
    const { fetch, sent } = answering("AGAIN");
    const call = createFetch(sample, { fetch, runtime: fakeRuntime() })(URL, { method });
    if (requests === 1) expect(await thrownBy(call)).toMatchObject({ stoppedBy: "not_idempotent" });
    else await call;
    expect(sent).toHaveLength(requests);
  });

  test("G104 a POST that a limiter refused is sent again", async () => {
    const { fetch, sent } = answering("LIMITED");
    await createFetch(sample, { fetch, runtime: fakeRuntime() })(URL, { method: "POST", body: "x" });
    expect(sent).toHaveLength(2);
  });

  test("G104 a DELETE that is answered by 404 at last tells that it was sent before", async () => {
    const fetch: typeof globalThis.fetch = () => Promise.resolve(sent++ ? new Response("", { status: 404 }) : answer("AGAIN"));
    let sent = 0;
    expect(await thrownBy(createFetch(sample, { fetch, runtime: fakeRuntime() })(URL, { method: "DELETE" }))).toMatchObject({
      status: 404,
      attempts: 2,
    });
  });

  test("G104 a key of the caller makes a POST repeatable, and is kept", async () => {
    const { fetch, sent } = answering("AGAIN");
    await createFetch(sample, { fetch, runtime: fakeRuntime() })(URL, { method: "POST", headers: { "Idempotency-Key": '"mine"' } });
    expect(sent.map(([, init]) => keyOf(init))).toEqual(['"mine"', '"mine"']);
  });

  test("G104 a key that is made is the same in all attempts, and another in every call", async () => {
    const { fetch, sent } = answering("AGAIN", "AGAIN");
    const sampleFetch = createFetch(sample, { fetch, runtime: fakeRuntime(), idempotencyKeys: true, retry: { budget: plenty() } });
    await sampleFetch(URL, { method: "POST", headers: { accept: "text/plain" } });
    await sampleFetch(new Request(URL, { method: "PATCH", headers: { accept: "text/plain" } }));
    await sampleFetch(URL);
    const keys = sent.map(([, init]) => keyOf(init));
    expect(keys[0]).toMatch(/^"[0-9a-f]{32}"$/);
    expect(keys).toEqual([keys[0], keys[0], keys[0], keys[3], null]);
    expect(keys[3]).not.toBe(keys[0]);
    expect(new Headers(sent[3]?.[1]?.headers).get("accept")).toBe("text/plain");
  });
});

describe("bodies", () => {
  const bytes = new TextEncoder().encode("x");
  const form = new FormData();
  form.set("a", "x");

  test.each([
    ["text", "x", 2],
    ["bytes", bytes, 2],
    ["a buffer", bytes.buffer, 2],
    ["a view", new DataView(bytes.buffer), 2],
    ["URLSearchParams", new URLSearchParams("a=x"), 2],
    ["FormData", form, 2],
    ["a Blob", new Blob(["x"]), 2],
    ["a File", new File(["x"], "x"), 2],
    ["nothing", null, 2],
    ["a stream", new Blob(["x"]).stream(), 1],
    [
      "an iterable",
      (async function* () {
        yield await Promise.resolve(bytes);
      })(),
      1,
    ],
  ])("G105 %s is sent %i times", async (_, body, requests) => {
    const { fetch, sent } = answering("LIMITED");
    const init = { method: "POST", body: body as BodyInit, duplex: "half" };
    const call = createFetch(sample, { fetch, runtime: fakeRuntime() })(URL, init);
    if (requests === 1) expect(await thrownBy(call)).toMatchObject({ code: "LIMITED", stoppedBy: "not_replayable" });
    else await call;
    expect(sent).toHaveLength(requests);
  });

  test("G105 a Request is sent again with its body, over a real socket", async () => {
    const server = await faultyServer((socket, _, count) =>
      socket.write(count < 3 ? http(429, {}, '{"error":{"code":"LIMITED"}}') : http(200, {}, "ok")),
    );
    const sampleFetch = createFetch(sample, {
      runtime: noWaiting(),
      attemptTimeoutMs: Infinity,
      totalTimeoutMs: Infinity,
      retry: { budget: plenty() },
    });
    await sampleFetch(new Request(server.url, { method: "POST", body: "the body" }));
    expect(server.requests.map((request) => request.split("\r\n\r\n")[1])).toEqual(["the body", "the body", "the body"]);
  });

  test("G105 with retries off, a Request is neither copied nor kept", async () => {
    const request = new Request(URL, { method: "POST", body: "x" });
    request.clone = () => {
      throw new Error("copied");
    };
    const { fetch, sent } = answering();
    await createFetch(sample, { fetch, retry: { attempts: 1 } })(request);
    expect(sent[0]?.[0]).toBe(request);
  });
});

test("property 8: attempts and time stay within their limits, whatever happens, under a clock that jumps", async () => {
  const step = fc.record({
    what: fc.constantFrom("AGAIN", "ONCE", "NEVER", "LIMITED", "lost", "hangs", "ok"),
    takes: fc.integer({ min: 0, max: 5000 }),
    hint: fc.option(fc.integer({ min: 0, max: 100 })),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 20_000 }),
      fc.option(fc.integer({ min: 0, max: 10_000 })),
      fc.integer({ min: 0, max: 50 }),
      async (steps, attempts, totalTimeoutMs, abortAfter, late) => {
        const runtime = fakeRuntime({ late });
        const controller = new AbortController();
        let sent = 0;
        const fetch: typeof globalThis.fetch = (_, init) => {
          const { what, takes, hint } = steps[Math.min(sent++, steps.length - 1)] ?? { what: "ok", takes: 0, hint: null };
          if (what === "hangs") {
            return new Promise((_resolve, reject) => {
              init?.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
            });
          }
          runtime.jump(takes);
          if (what === "lost") return Promise.reject(Object.assign(new TypeError("fetch failed"), { code: "ECONNRESET" }));
          const headers = hint === null ? undefined : { "retry-after": `${hint}` };
          return Promise.resolve(what === "ok" ? new Response("ok") : answer(what, headers));
        };
        const before = runtime.now();
        if (abortAfter !== null) runtime.setTimeout(() => controller.abort("enough"), abortAfter);
        const call = createFetch(sample, { fetch, runtime, totalTimeoutMs, retry: { attempts, budget: plenty() } })(URL, {
          signal: controller.signal,
        });
        const [result] = await Promise.allSettled([call]);
        expect(sent).toBeLessThanOrEqual(attempts);
        // A stub that jumps the clock cannot be interrupted; everything else ends with the deadline, or the tick after it.
        expect(runtime.now() - before).toBeLessThanOrEqual(totalTimeoutMs + 5000 + 2 * late);
        if (result.status === "rejected" && result.reason !== "enough") expect(result.reason).toHaveProperty("stoppedBy");
        for (const ms of runtime.asked) expect(ms >= 0 && ms <= 2 ** 31 - 1).toBe(true);
      },
    ),
  );
});
