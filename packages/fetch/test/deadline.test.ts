import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import { createRetryBudget } from "../src/retry-budget.js";
import { fakeRuntime } from "./fake-runtime.js";
import { faultyServer, http } from "./faulty-server.js";
import { answer, sample } from "./sample-service.js";
import { thrownBy } from "./thrown.js";

const URL = "http://a.example/";
/** A fetch that never answers, and takes notice of its signal as the platform's does, or none. */
const hanging =
  (minds = true): typeof fetch =>
  (_, init) =>
    new Promise((_resolve, reject) => {
      if (minds) init?.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
    });

describe("time limits", () => {
  test.each([true, false])("G107 an attempt that takes too long is a TransportError, where fetch minds its signal: %j", async (minds) => {
    const runtime = fakeRuntime();
    const sampleFetch = createFetch(sample, { fetch: hanging(minds), runtime, attemptTimeoutMs: 3000 });
    expect(await thrownBy(sampleFetch(URL))).toMatchObject({
      code: "TIMEOUT",
      kind: "deadline_exceeded",
      attempts: 2,
      stoppedBy: "budget",
    });
    // Each attempt has a limit of its own.
    expect(runtime.asked).toEqual([3000, 250, 3000]);
    expect(runtime.pending.size).toBe(0);
  });

  test("G107 the limit of the whole call covers attempts and waits", async () => {
    const runtime = fakeRuntime();
    const budget = createRetryBudget({ start: 10 });
    const options = { fetch: hanging(), runtime, attemptTimeoutMs: 3000, totalTimeoutMs: 7000, retry: { attempts: 9, budget } };
    expect(await thrownBy(createFetch(sample, options)(URL))).toMatchObject({ code: "TIMEOUT", attempts: 3, stoppedBy: "deadline" });
    expect(runtime.asked).toEqual([3000, 250, 3000, 500, 250]);
    expect(runtime.now()).toBe(8000);
  });

  test("a POST that ran out of time was stopped by the deadline", async () => {
    const options = { fetch: hanging(), runtime: fakeRuntime(), totalTimeoutMs: 1000 };
    expect(await thrownBy(createFetch(sample, options)(URL, { method: "POST" }))).toMatchObject({ code: "TIMEOUT", stoppedBy: "deadline" });
  });

  test("a wait that would end after the deadline is not begun, and the service's error is thrown", async () => {
    const options = { fetch: () => Promise.resolve(answer("AGAIN", { "retry-after": "2" })), runtime: fakeRuntime(), totalTimeoutMs: 2000 };
    expect(await thrownBy(createFetch(sample, options)(URL))).toMatchObject({ code: "AGAIN", attempts: 1, stoppedBy: "deadline" });
  });

  test("A21 a timer that fires an hour late, as after sleep: no further attempt, and the retry is given back", async () => {
    const budget = createRetryBudget({ start: 3 });
    let sent = 0;
    const fetch = (): Promise<Response> => {
      sent++;
      return Promise.resolve(answer("AGAIN"));
    };
    const options = { fetch, runtime: fakeRuntime({ late: 3_600_000 }), retry: { budget } };
    expect(await thrownBy(createFetch(sample, options)(URL))).toMatchObject({ code: "AGAIN", attempts: 1, stoppedBy: "deadline" });
    expect([sent, budget.tokens]).toEqual([1, 3]);
  });

  test("the limit ends with the headers of a success: a long stream is not cut off", async () => {
    const runtime = fakeRuntime();
    const fetch = (): Promise<Response> => Promise.resolve(new Response(new ReadableStream()));
    const { body } = await createFetch(sample, { fetch, runtime })(URL);
    expect(body?.locked).toBe(false);
    expect(runtime.pending.size).toBe(0);
  });

  test("an error whose body stalls is thrown with its status when the time is over", async () => {
    const server = await faultyServer((socket) => void socket.write('HTTP/1.1 503 No\r\ncontent-length: 99\r\n\r\n{"error"'));
    let clock = 0;
    let over: (() => void) | undefined;
    const runtime = {
      now: () => clock,
      setTimeout: (callback: () => void, ms: number) => {
        over = () => {
          clock += ms;
          callback();
        };
      },
      clearTimeout: () => undefined,
    };
    const fetch: typeof globalThis.fetch = async (...given) => {
      const response = await globalThis.fetch(...given);
      setImmediate(() => over?.());
      return response;
    };
    const sampleFetch = createFetch(sample, { fetch, runtime, totalTimeoutMs: 1500 });
    expect(await thrownBy(sampleFetch(server.url))).toMatchObject({ name: "SampleError", status: 503, stoppedBy: "deadline" });
    expect(clock).toBe(1500);
    await expect.poll(() => server.open()).toBe(0);
  });

  test("an answer that comes after the time is over does not keep its connection", async () => {
    let cancelled = false;
    const late = new Response(new ReadableStream({ cancel: () => void (cancelled = true) }));
    const fetch: typeof globalThis.fetch = async (_, init) => {
      await new Promise((resolve) => init?.signal?.addEventListener("abort", resolve));
      return late;
    };
    await thrownBy(createFetch(sample, { fetch, runtime: fakeRuntime(), retry: { attempts: 1 } })(URL));
    await expect.poll(() => cancelled).toBe(true);
  });

  test("without limits, no timer is set", async () => {
    const runtime = fakeRuntime();
    const options = { fetch: () => Promise.resolve(new Response()), runtime, attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity };
    await createFetch(sample, options)(URL);
    expect(runtime.asked).toEqual([]);
  });
});

describe("G106 an abort rejects with the signal's reason", () => {
  const reasons: [string, unknown][] = [
    ["an error", new Error("enough")],
    ["a string", "enough"],
    ["nothing", undefined],
    ["null", null],
  ];

  test.each(reasons)("before the start: %s", async (_, reason) => {
    let sent = 0;
    const fetch = (): Promise<Response> => Promise.resolve(new Response(`${sent++}`));
    const controller = new AbortController();
    controller.abort(reason);
    expect(await thrownBy(createFetch(sample, { fetch })(URL, { signal: controller.signal }))).toBe(controller.signal.reason);
    expect(sent).toBe(0);
  });

  test.each(reasons)("while it is sent: %s", async (_, reason) => {
    for (const minds of [true, false]) {
      const runtime = fakeRuntime();
      const controller = new AbortController();
      const hooks = { onAttempt: () => setImmediate(() => controller.abort(reason)) };
      const options = { fetch: hanging(minds), runtime, hooks, attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity };
      expect(await thrownBy(createFetch(sample, options)(URL, { signal: controller.signal }))).toBe(controller.signal.reason);
      expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    }
  });

  test.each(reasons)("during the wait: %s", async (_, reason) => {
    let sent = 0;
    const fetch = (): Promise<Response> => {
      sent++;
      return Promise.resolve(answer("AGAIN", { "retry-after": "30" }));
    };
    const controller = new AbortController();
    const timers = new Set<unknown>();
    const runtime = {
      setTimeout: (callback: () => void, ms: number) => {
        const timer = setTimeout(callback, ms);
        timers.add(timer);
        return timer;
      },
      clearTimeout: (timer: unknown) => {
        clearTimeout(timer as NodeJS.Timeout);
        timers.delete(timer);
      },
    };
    const hooks = { onRetry: () => setImmediate(() => controller.abort(reason)) };
    expect(await thrownBy(createFetch(sample, { fetch, hooks, runtime })(URL, { signal: controller.signal }))).toBe(
      controller.signal.reason,
    );
    expect([sent, timers.size]).toEqual([1, 0]);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("while an error's body is read", async () => {
    const server = await faultyServer((socket) => void socket.write("HTTP/1.1 503 No\r\ncontent-length: 99\r\n\r\n{"));
    const controller = new AbortController();
    const call = createFetch(sample)(server.url, { signal: controller.signal });
    setTimeout(() => controller.abort("enough"), 30);
    expect(await thrownBy(call)).toBe("enough");
    await expect.poll(() => server.open()).toBe(0);
  });

  test("while a success's body is read, after the call is over", async () => {
    const server = await faultyServer((socket) => void socket.write("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"));
    const controller = new AbortController();
    const response = await createFetch(sample)(server.url, { signal: controller.signal });
    setTimeout(() => controller.abort("enough"), 20);
    expect(await thrownBy(response.text())).toBe("enough");
    await expect.poll(() => server.open()).toBe(0);
  });

  test("the signal of a Request", async () => {
    const controller = new AbortController();
    const hooks = { onAttempt: () => setImmediate(() => controller.abort("enough")) };
    const request = new Request(URL, { signal: controller.signal });
    expect(await thrownBy(createFetch(sample, { fetch: hanging(), hooks })(request))).toBe("enough");
  });

  test("the caller's own time limit is the caller's, and not ours", async () => {
    const thrown = await thrownBy(createFetch(sample, { fetch: hanging() })(URL, { signal: AbortSignal.timeout(20) }));
    expect(thrown).toMatchObject({ name: "TimeoutError" });
    expect(thrown).toBeInstanceOf(DOMException);
  });

  test("twice is once", async () => {
    const controller = new AbortController();
    const call = createFetch(sample, { fetch: hanging() })(URL, { signal: controller.signal });
    controller.abort("first");
    controller.abort("second");
    expect(await thrownBy(call)).toBe("first");
  });
});

test("G108 10,000 calls on one signal leave no listener", async () => {
  const { signal } = new AbortController();
  let sent = 0;
  const fetch = (): Promise<Response> => Promise.resolve(sent++ % 2 ? new Response("ok") : answer("NEVER"));
  const sampleFetch = createFetch(sample, { fetch });
  for (let calls = 0; calls < 10_000; calls++) await sampleFetch(URL, { signal }).catch(() => undefined);
  expect(sent).toBe(10_000);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

describe("connections", () => {
  const unavailable = (bytes: number): string => http(503, {}, JSON.stringify({ error: { code: "AGAIN", message: "x".repeat(bytes) } }));

  test("200 retried answers with small bodies need at most 2", async () => {
    const server = await faultyServer((socket, _, count) => void socket.write(count % 2 ? unavailable(1000) : http(200, {}, "ok")));
    const options = {
      runtime: fakeRuntime(),
      attemptTimeoutMs: Infinity,
      totalTimeoutMs: Infinity,
      retry: { budget: createRetryBudget({ start: Infinity, capacity: Infinity }) },
    };
    const sampleFetch = createFetch(sample, options);
    for (let calls = 0; calls < 200; calls++) expect(await (await sampleFetch(server.url)).text()).toBe("ok");
    expect(server.requests).toHaveLength(400);
    expect(server.opened()).toBeLessThanOrEqual(2);
  });

  test("of bodies that are too large to read, none keeps its connection", async () => {
    const server = await faultyServer((socket) => void socket.write(unavailable(3_000_000)));
    const options = {
      runtime: fakeRuntime(),
      attemptTimeoutMs: Infinity,
      totalTimeoutMs: Infinity,
      retry: { budget: createRetryBudget({ start: 100, capacity: 100 }) },
    };
    const sampleFetch = createFetch(sample, options);
    for (let calls = 0; calls < 5; calls++) expect(await thrownBy(sampleFetch(server.url))).toMatchObject({ status: 503, attempts: 3 });
    await expect.poll(() => server.open()).toBeLessThanOrEqual(1);
  });
});
