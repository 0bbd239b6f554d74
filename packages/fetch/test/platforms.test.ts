import { getEventListeners } from "node:events";
import { Readable } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import { targetOf } from "../src/request.js";
import { createRetryBudget } from "../src/retry-budget.js";
import { createRouter } from "../src/routes.js";
import { readEvents } from "../src/sse.js";
import { fakeRuntime } from "./fake-runtime.js";
import { faultyServer, http } from "./faulty-server.js";
import { answer, sample } from "./sample-service.js";
import { thrownBy } from "./thrown.js";

const URL = "http://a.example/";

afterEach(() => vi.unstubAllGlobals());

describe("without AbortSignal.any", () => {
  const withoutAny = async (work: () => Promise<void>): Promise<void> => {
    const { any } = AbortSignal;
    Reflect.deleteProperty(AbortSignal, "any");
    try {
      await work();
    } finally {
      AbortSignal.any = any;
    }
  };

  test("calls with a signal work, and leave no listener and no timer", async () => {
    await withoutAny(async () => {
      const runtime = fakeRuntime();
      const { signal } = new AbortController();
      let sent = 0;
      const fetch: typeof globalThis.fetch = (_, init) => {
        sent++;
        expect(init?.signal).toBeInstanceOf(AbortSignal);
        return Promise.resolve(sent % 3 === 0 ? new Response("ok") : answer(sent % 3 === 1 ? "AGAIN" : "NEVER"));
      };
      const sampleFetch = createFetch(sample, { fetch, runtime, retry: { budget: createRetryBudget({ start: 9 }) } });
      await thrownBy(sampleFetch(URL, { signal }));
      const response = await sampleFetch(URL, { signal });
      expect(await response.text()).toBe("ok");
      expect(getEventListeners(signal, "abort")).toEqual([]);
      expect(runtime.pending.size).toBe(0);
    });
  });

  test("a response without a body leaves no listener either", async () => {
    await withoutAny(async () => {
      const { signal } = new AbortController();
      await createFetch(sample, { fetch: () => Promise.resolve(new Response(null, { status: 204 })) })(URL, { signal });
      expect(getEventListeners(signal, "abort")).toEqual([]);
    });
  });

  test("the caller's abort reaches a success's body, and its cancelling ends the following", async () => {
    await withoutAny(async () => {
      const server = await faultyServer((socket) => void socket.write("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"));
      const controller = new AbortController();
      const response = await createFetch(sample)(server.url, { signal: controller.signal });
      expect([response.url, response.status, response.type, response.redirected]).toEqual([server.url, 200, "basic", false]);
      setTimeout(() => controller.abort("enough"), 20);
      expect(await thrownBy(response.text())).toBe("enough");
      const other = new AbortController();
      const { body } = await createFetch(sample)(server.url, { signal: other.signal });
      await body?.cancel();
      expect(getEventListeners(other.signal, "abort")).toEqual([]);
    });
  });

  test("the time limit ends an attempt, and an abort ends it with its reason", async () => {
    await withoutAny(async () => {
      const hanging: typeof globalThis.fetch = (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
        });
      const { signal } = new AbortController();
      const limited = createFetch(sample, { fetch: hanging, runtime: fakeRuntime(), retry: { attempts: 1 } });
      expect(await thrownBy(limited(URL, { signal }))).toMatchObject({ code: "TIMEOUT" });
      expect(getEventListeners(signal, "abort")).toEqual([]);
      const controller = new AbortController();
      const call = createFetch(sample, { fetch: hanging })(URL, { signal: controller.signal });
      controller.abort("enough");
      expect(await thrownBy(call)).toBe("enough");
    });
  });
});

describe("where less is there than in browsers and Node", () => {
  test("an abort without a reason rejects with an AbortError, and hooks know it as one", async () => {
    const controller = new AbortController();
    Object.defineProperty(controller.signal, "reason", { value: undefined });
    const stopped: string[] = [];
    const hooks = { onGiveUp: ({ stoppedBy }: { stoppedBy: string }) => void stopped.push(stoppedBy) };
    const call = createFetch(sample, { fetch: () => new Promise(() => undefined), hooks })(URL, { signal: controller.signal });
    controller.abort();
    expect(await thrownBy(call)).toMatchObject({ name: "AbortError" });
    expect(stopped).toEqual(["aborted"]);
  });

  test("no crypto: an idempotency key is made by chance", async () => {
    vi.stubGlobal("crypto", undefined);
    const keys: (string | null)[] = [];
    const fetch: typeof globalThis.fetch = (_, init) => {
      keys.push(new Headers(init?.headers).get("idempotency-key"));
      return Promise.resolve(new Response());
    };
    const sampleFetch = createFetch(sample, { fetch, idempotencyKeys: true });
    for (let times = 0; times < 2; times++) await sampleFetch(URL, { method: "POST" });
    expect(keys[0]).toMatch(/^"[0-9a-f]{32}"$/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  test("a URL that does not take its own parts apart, as React Native's", () => {
    vi.stubGlobal(
      "URL",
      class {
        readonly href: string;
        constructor(url: string) {
          this.href = url;
        }
        get origin(): string {
          return this.href.split("/").slice(0, 3).join("/");
        }
        get host(): string {
          throw new Error("URL.host is not implemented");
        }
      },
    );
    expect(targetOf("https://user:pw@a.example:8080/path?token=secret#part")).toBe("https://a.example:8080/path");
    expect(targetOf("https://a.example")).toBe("https://a.example");
  });

  test.each([
    ["https://user:pw@a.example/path?token=secret#part", "https://a.example/path"],
    ["https://user@a.example?x@y", "https://a.example/"],
    ["https://a.example/@name/x", "https://a.example/@name/x"],
    ["HTTP://A.example:80/a/../b", "http://a.example/b"],
    ["mailto:someone@a.example", undefined],
    ["nowhere", undefined],
  ])("%s goes to %s", (url, target) => {
    expect(targetOf(url)).toBe(target);
  });

  test("a fetch that minds its this, with a router and a URL outside its services", async () => {
    const fetch = function (this: unknown): Promise<Response> {
      if (this !== undefined && this !== globalThis) throw new TypeError("Illegal invocation");
      return Promise.resolve(new Response("ok"));
    };
    const routed = createFetch(createRouter({ "http://a.example": sample }), { fetch });
    expect(await (await routed("http://b.example/")).text()).toBe("ok");
    expect(await (await routed(URL)).text()).toBe("ok");
  });

  test("npm's form-data calls itself FormData, is a stream, and is not sent twice", async () => {
    const form = Object.defineProperty(Readable.from(["x"]), Symbol.toStringTag, { value: "FormData" });
    let sent = 0;
    const fetch = (): Promise<Response> => {
      sent++;
      return Promise.resolve(answer("LIMITED"));
    };
    const call = createFetch(sample, { fetch, runtime: fakeRuntime() })(URL, { method: "POST", body: form as unknown as BodyInit });
    expect(await thrownBy(call)).toMatchObject({ code: "LIMITED", stoppedBy: "not_replayable" });
    expect(sent).toBe(1);
  });

  test("a foreign AbortController, as of jsdom: calls work, and time limits still count", async () => {
    const server = await faultyServer((socket) => void socket.write(http(200, {}, "ok")));
    class ForeignSignal extends EventTarget {
      static any = undefined;
      aborted = false;
      reason: unknown;
    }
    class ForeignController {
      readonly signal = new ForeignSignal();
      abort(reason: unknown = new Error("aborted")): void {
        this.signal.aborted = true;
        this.signal.reason = reason;
        this.signal.dispatchEvent(new Event("abort"));
      }
    }
    vi.stubGlobal("AbortSignal", ForeignSignal);
    vi.stubGlobal("AbortController", ForeignController);
    expect(await (await createFetch(sample)(server.url)).text()).toBe("ok");
    const hanging = createFetch(sample, { fetch: () => new Promise(() => undefined), runtime: fakeRuntime(), retry: { attempts: 1 } });
    expect(await thrownBy(hanging(URL))).toMatchObject({ code: "TIMEOUT" });
    const controller = new ForeignController();
    const call = hanging(URL, { signal: controller.signal as unknown as AbortSignal });
    controller.abort("enough");
    expect(await thrownBy(call)).toBe("enough");
  });
});

test("eleven calls at once on one signal: no warning", async () => {
  const server = await faultyServer((socket) => void setTimeout(() => socket.write(http(200, {}, "ok")), 20));
  const warnings: unknown[] = [];
  const note = (warning: Error): void => void warnings.push(warning.name);
  process.on("warning", note);
  const { signal } = new AbortController();
  const sampleFetch = createFetch(sample);
  await Promise.all(Array.from({ length: 15 }, async () => (await sampleFetch(server.url, { signal })).text()));
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", note);
  expect(warnings).toEqual([]);
});

describe("stacks", () => {
  async function oneOfTheProgram(call: () => Promise<unknown>): Promise<unknown> {
    await call();
    return undefined;
  }

  test("lead to the caller, over a real socket and after a retry", async () => {
    const server = await faultyServer((socket) => void socket.write(http(503, {}, '{"error":{"code":"AGAIN","message":"Later."}}')));
    const sampleFetch = createFetch(sample, { retry: { baseDelayMs: 1 } });
    const error = (await thrownBy(oneOfTheProgram(() => sampleFetch(server.url)))) as Error;
    // The innermost frame is the program's, and none of ours is before it.
    expect(error.stack).toMatch(
      /^SampleError[^\n]*Later\.\n(?: +at process\.[^\n]*\n)? +at (?:async )?oneOfTheProgram [^\n]*platforms\.test/,
    );
  });

  test("also of a failed connection", async () => {
    const server = await faultyServer(() => undefined);
    await server.close();
    const error = (await thrownBy(oneOfTheProgram(() => createFetch(sample)(server.url)))) as Error;
    expect(error.stack).toContain("oneOfTheProgram");
  });

  test("where the engine cannot capture them, errors are thrown all the same", async () => {
    const { captureStackTrace } = Error;
    Reflect.deleteProperty(Error, "captureStackTrace");
    try {
      const call = createFetch(sample, { fetch: () => Promise.resolve(answer("NEVER")) })(URL);
      expect(await thrownBy(call)).toMatchObject({ code: "NEVER" });
    } finally {
      Error.captureStackTrace = captureStackTrace;
    }
  });
});

describe("event streams of other responses", () => {
  const events = async (response: Parameters<typeof readEvents>[0]): Promise<string[]> => {
    const data: string[] = [];
    for await (const event of readEvents(response, { fromEvent: () => undefined })) data.push(event.data);
    return data;
  };

  test("a response without a stream, as in React Native: all of its text at once", async () => {
    expect(await events({ body: undefined, text: () => Promise.resolve("data: a\n\ndata: b\n\ndata: [DONE]\n\n") })).toEqual(["a", "b"]);
    expect(await thrownBy(events({ text: () => Promise.resolve("") }))).toMatchObject({ code: "STREAM_EMPTY" });
    expect(await thrownBy(events({ body: null }))).toMatchObject({ code: "STREAM_EMPTY" });
  });

  test("a stream of Node, as of node-fetch, which is ended when the loop is left", async () => {
    const stream = Readable.from([Buffer.from("data: ä\n"), Buffer.from("\ndata: b\n\n"), Buffer.from("data: [DONE]\n\n")]);
    expect(await events({ body: stream })).toEqual(["ä", "b"]);
    const endless = Readable.from(
      (function* () {
        for (;;) yield "data: a\n\n";
      })(),
    );
    for await (const event of readEvents({ body: endless }, { fromEvent: () => undefined })) {
      expect(event.data).toBe("a");
      break;
    }
    await expect.poll(() => endless.destroyed).toBe(true);
  });
});
