import { describe, expect, test } from "vitest";
import { anyOf } from "@scai-errors/core";
import { DEFAULT_BACKOFF } from "../src/backoff.js";
import { createFetch } from "../src/create-fetch.js";
import { type FetchOptions, settingsOf } from "../src/options.js";
import { type FetchedService, createRouter } from "../src/routes.js";
import { createRetryBudget } from "../src/retry-budget.js";
import { fakeRuntime } from "./fake-runtime.js";
import { answer, sample } from "./sample-service.js";
import { thrownBy } from "./thrown.js";

const URL = "http://a.example/";

/** What a call does that always fails: how many attempts, with which timers, stopped by what. */
async function failing(options: FetchOptions, code: "AGAIN" | "LIMITED" = "AGAIN", init?: RequestInit): Promise<unknown> {
  const runtime = fakeRuntime();
  const budget = createRetryBudget({ start: 10 });
  const keys: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = (_, sent) => {
    keys.push(new Headers(sent?.headers).get("idempotency-key"));
    return Promise.resolve(answer(code, code === "LIMITED" ? { "retry-after": "10" } : {}));
  };
  const usual = { fetch, runtime, ...options, retry: { budget, ...options.retry } };
  const { attempts, stoppedBy } = (await thrownBy(createFetch(sample, usual)(URL, init))) as { attempts: number; stoppedBy: string };
  return { attempts, stoppedBy, timers: runtime.asked, hasKey: keys.some((key) => key !== null) };
}

/** The timers are the attempts' limits and the waits, in turn. */
const usual = { attempts: 3, stoppedBy: "attempts", timers: [120_000, 250, 120_000, 500, 120_000], hasKey: false };

describe("every option changes something", () => {
  test("the defaults", async () => {
    expect(await failing({})).toEqual(usual);
    const { limits, attemptTimeoutMs, totalTimeoutMs, idempotencyKeys } = settingsOf({});
    expect({ ...limits, attemptTimeoutMs, totalTimeoutMs, idempotencyKeys }).toEqual({
      attempts: 3,
      ...DEFAULT_BACKOFF,
      attemptTimeoutMs: 120_000,
      totalTimeoutMs: 300_000,
      idempotencyKeys: false,
    });
    expect(DEFAULT_BACKOFF).toEqual({ baseDelayMs: 500, maxDelayMs: 60_000 });
  });

  test("retry.attempts", async () => {
    expect(await failing({ retry: { attempts: 1 } })).toEqual({ ...usual, attempts: 1, timers: [120_000] });
  });

  test("retry.baseDelayMs", async () => {
    expect(await failing({ retry: { baseDelayMs: 2000 } })).toEqual({ ...usual, timers: [120_000, 1000, 120_000, 2000, 120_000] });
  });

  test("retry.maxDelayMs", async () => {
    expect(await failing({ retry: { maxDelayMs: 600 } })).toEqual({ ...usual, timers: [120_000, 250, 120_000, 300, 120_000] });
    expect(await failing({ retry: { maxDelayMs: 600 } }, "LIMITED")).toMatchObject({ attempts: 1, stoppedBy: "hint_above_cap" });
  });

  test("retry.budget", async () => {
    expect(await failing({ retry: { budget: createRetryBudget({ start: 0 }) } })).toMatchObject({ attempts: 1, stoppedBy: "budget" });
  });

  test("retry.patienceMs", async () => {
    // The attempts' limits, the patience, and the waits in line.
    expect(await failing({ retry: { patienceMs: 15_000 } }, "LIMITED")).toMatchObject({ attempts: 2, stoppedBy: "patience" });
  });

  test("attemptTimeoutMs", async () => {
    expect(await failing({ attemptTimeoutMs: 1000 })).toEqual({ ...usual, timers: [1000, 250, 1000, 500, 1000] });
  });

  test("totalTimeoutMs", async () => {
    expect(await failing({ totalTimeoutMs: 600 })).toEqual({ attempts: 2, stoppedBy: "deadline", timers: [600, 250, 350], hasKey: false });
  });

  test("idempotencyKeys", async () => {
    expect(await failing({}, "AGAIN", { method: "POST" })).toMatchObject({ attempts: 1, stoppedBy: "not_idempotent", hasKey: false });
    expect(await failing({ idempotencyKeys: true }, "AGAIN", { method: "POST" })).toEqual({ ...usual, hasKey: true });
  });

  test("runtime.random", async () => {
    const runtime = fakeRuntime({ random: () => 0.9 });
    await failing({ runtime });
    expect(runtime.asked).toEqual([120_000, 450, 120_000, 900, 120_000]);
  });

  test("fetch: the platform's own is looked up at every call", async () => {
    const sampleFetch = createFetch(sample);
    const { fetch } = globalThis;
    try {
      globalThis.fetch = () => Promise.resolve(new Response("replaced"));
      expect(await (await sampleFetch(URL)).text()).toBe("replaced");
    } finally {
      globalThis.fetch = fetch;
    }
  });
});

describe("wrong use is told in a sentence", () => {
  test.each<[FetchOptions, string]>([
    [{ retry: { attempts: 0 } }, "createFetch(): retry.attempts is a number of at least 1."],
    [{ retry: { attempts: NaN } }, "createFetch(): retry.attempts is a number of at least 1."],
    [{ retry: { baseDelayMs: -1 } }, "createFetch(): retry.baseDelayMs is a number of at least 0."],
    [{ retry: { maxDelayMs: -2 } }, "createFetch(): retry.maxDelayMs is a number of at least 0."],
    [{ retry: { patienceMs: NaN } }, "createFetch(): retry.patienceMs is a number of at least 0."],
    [{ attemptTimeoutMs: 0 }, "createFetch(): attemptTimeoutMs is a number of at least 1."],
    [{ totalTimeoutMs: "10" as unknown as number }, "createFetch(): totalTimeoutMs is a number of at least 1."],
  ])("%j", (options, sentence) => {
    expect(() => createFetch(sample, options)).toThrow(new TypeError(sentence));
  });

  test.each<[unknown, string]>([
    [null, "createFetch(): options is an object."],
    ["throws", "createFetch(): options is an object."],
    [{ retry: false }, "createFetch(): retry is an object; { attempts: 1 } switches retries off."],
    [{ retry: null }, "createFetch(): retry is an object; { attempts: 1 } switches retries off."],
    [{ retry: 0 }, "createFetch(): retry is an object; { attempts: 1 } switches retries off."],
    [{ retry: { budget: 5 } }, "createFetch(): retry.budget is an object."],
    [{ retry: { retries: 0 } }, "createFetch() has no option retry.retries."],
    [{ retries: 0 }, "createFetch() has no option retries."],
    [{ timeoutMs: 5000 }, "createFetch() has no option timeoutMs."],
    [{ fetch: "node-fetch" }, "createFetch(): fetch is a function."],
    [{ throws: "no" }, "createFetch(): throws is a boolean."],
    [{ idempotencyKeys: 1 }, "createFetch(): idempotencyKeys is a boolean."],
    [{ hooks: () => undefined }, "createFetch(): hooks is an object."],
    [{ hooks: { onRetri: () => undefined } }, "createFetch() has no option hooks.onRetri."],
    [{ hooks: { onRetry: 5 } }, "createFetch(): hooks.onRetry is a function."],
  ])("what only JavaScript lets through: %j", (options, sentence) => {
    expect(() => createFetch(sample, options as FetchOptions)).toThrow(new TypeError(sentence));
  });

  test("undefined stands for the default", () => {
    const all = { retry: undefined, fetch: undefined, throws: undefined, idempotencyKeys: undefined, hooks: undefined, runtime: undefined };
    expect(() => createFetch(sample, all)).not.toThrow();
    expect(() => createFetch(sample, { hooks: { onRetry: undefined } as object })).not.toThrow();
  });

  test("hooks may be an object of a class, with members of its own", () => {
    class Metrics {
      retries = 0;
      onRetry(): void {
        this.retries++;
      }
    }
    expect(() => createFetch(sample, { hooks: new Metrics() })).not.toThrow();
  });

  test("and in retry", () => {
    expect(() => createFetch(sample, { retry: { budget: undefined, patienceMs: undefined } })).not.toThrow();
  });

  test.each([undefined, null, 7, {}, { name: "sample" }, { "http://a.example": sample }, anyOf(sample)])("no service: %j", (target) => {
    expect(() => createFetch(target as unknown as FetchedService)).toThrow(
      new TypeError(
        "createFetch() expects a service, such as scaigrid, or a router that createRouter() made of several; anyOf() only recognizes errors.",
      ),
    );
  });

  test.each<unknown>([undefined, null, "scaigrid", {}, anyOf(sample)])("no service of a URL: %j", (service) => {
    expect(() => createRouter({ "http://a.example": service as FetchedService })).toThrow(
      new TypeError('createRouter() expects a service for "http://a.example", such as scaigrid.'),
    );
  });

  test.each(["/relative", "", "a.example"])("no absolute URL: %j", (url) => {
    expect(() => createRouter({ [url]: sample })).toThrow(new TypeError(`createRouter() expects absolute URLs, and "${url}" is none.`));
  });
});

describe("routes", () => {
  const named = (name: string): FetchedService => ({ ...sample, name });
  const routes = createRouter({
    "https://a.example": named("a"),
    "https://a.example/api": named("api"),
    "https://a.example/api/v2/": named("v2"),
    "http://localhost:8080": named("local"),
  });

  test.each([
    ["https://a.example", "a"],
    ["https://a.example/x?y#z", "a"],
    ["https://A.EXAMPLE:443/x", "a"],
    ["https://a.example/api", "api"],
    ["https://a.example/api?x", "api"],
    ["https://a.example/apis", "a"],
    ["https://a.example/api/v2", "v2"],
    ["https://a.example/api/v2/x", "v2"],
    ["https://a.example/api/../x", "a"],
    ["https://a.example.org/", undefined],
    ["https://a.example@evil.example/", undefined],
    ["http://a.example/", undefined],
    ["http://localhost:8080/x", "local"],
    ["http://localhost:8081/x", undefined],
    ["/relative", undefined],
  ])("%s belongs to %s", async (url, service) => {
    const services: string[] = [];
    const hooks = { onAttempt: ({ service: name }: { service: string }) => void services.push(name) };
    const fetch = (): Promise<Response> => Promise.resolve(new Response());
    await createFetch(routes, { fetch, hooks })(url);
    expect(services).toEqual(service ? [service] : []);
  });

  test("an answer from elsewhere is passed on as it is, failed or not, and sent once", async () => {
    let sent = 0;
    const fetch = (): Promise<Response> => {
      sent++;
      return Promise.resolve(answer("AGAIN"));
    };
    expect((await createFetch(routes, { fetch })("https://b.example")).status).toBe(503);
    expect(sent).toBe(1);
  });

  test("a URL object and a Request are routed as well", async () => {
    const fetch = (): Promise<Response> => Promise.resolve(answer("NEVER"));
    const routed = createFetch(routes, { fetch });
    expect(routed.isFailure(await thrownBy(routed(new globalThis.URL("https://a.example/x"))))).toBe(true);
    expect(routed.isFailure(await thrownBy(routed(new Request("https://a.example/x"))))).toBe(true);
    expect(routed.isFailure(new Error("x"))).toBe(false);
    expect(routed.isFailure(undefined)).toBe(false);
    expect(routed.isFailure(sample.decode({ status: 500 }))).toBe(false);
  });
});
