import { describe, expect, test } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import type { Hooks } from "../src/hooks.js";
import { fakeRuntime } from "./fake-runtime.js";
import { answer, sample } from "./sample-service.js";
import { thrownBy } from "./thrown.js";

const URL = "http://a.example/path?token=secret#part";

/** Hooks that write down what they are told. */
function recorder(): { hooks: Required<Hooks>; told: [name: string, event: Record<string, unknown>][] } {
  const told: [string, Record<string, unknown>][] = [];
  const note =
    (name: string) =>
    (event: object): void =>
      void told.push([name, { ...event }]);
  return { told, hooks: { onAttempt: note("attempt"), onOutcome: note("outcome"), onRetry: note("retry"), onGiveUp: note("give up") } };
}

describe("hooks", () => {
  test("are told of every attempt, outcome and retry, and of giving up, in plain data", async () => {
    const { hooks, told } = recorder();
    const fetch = (): Promise<Response> => Promise.resolve(answer("AGAIN"));
    await thrownBy(createFetch(sample, { fetch, hooks, runtime: fakeRuntime() })(URL, { method: "PUT" }));
    const call = told[0]?.[1].call;
    const all = { call, service: "sample", method: "PUT", url: "http://a.example/path" };
    const failure = expect.objectContaining({ id: "sample/AGAIN", status: 503 }) as unknown;
    expect(told).toEqual([
      ["attempt", { ...all, attempt: 1 }],
      ["outcome", { ...all, attempt: 1, status: 503, failure }],
      ["retry", { ...all, attempt: 1, failure, delayMs: 250 }],
      ["attempt", { ...all, attempt: 2 }],
      ["outcome", { ...all, attempt: 2, status: 503, failure }],
      ["give up", { ...all, attempt: 2, failure, stoppedBy: "budget" }],
    ]);
    // Nothing in them but what JSON can hold.
    expect(JSON.parse(JSON.stringify(told))).toMatchObject(JSON.parse(JSON.stringify(told)) as object);
    expect(JSON.stringify(told)).not.toContain("secret");
  });

  test("are told of success, abort and mistakes", async () => {
    const { hooks, told } = recorder();
    await createFetch(sample, { fetch: () => Promise.resolve(new Response()), hooks })(URL);
    const controller = new AbortController();
    controller.abort();
    await thrownBy(createFetch(sample, { hooks })(URL, { signal: controller.signal }));
    await thrownBy(createFetch(sample, { hooks })("nope"));
    expect(told.map(([name, { url, status, stoppedBy }]) => [name, url, status, stoppedBy])).toEqual([
      ["attempt", "http://a.example/path", undefined, undefined],
      ["outcome", "http://a.example/path", 200, undefined],
      ["attempt", "http://a.example/path", undefined, undefined],
      ["outcome", "http://a.example/path", undefined, undefined],
      ["give up", "http://a.example/path", undefined, "aborted"],
      ["attempt", "", undefined, undefined],
      ["outcome", "", undefined, undefined],
    ]);
    expect(new Set(told.map(([, { call }]) => call)).size).toBe(3);
  });

  test("are not told of an attempt with a Request that was used before", async () => {
    const { hooks, told } = recorder();
    const request = new Request(URL, { method: "POST", body: "x" });
    await request.text();
    expect(await thrownBy(createFetch(sample, { hooks })(request))).toBeInstanceOf(TypeError);
    expect(told).toEqual([]);
  });

  test.each([
    [
      "throw",
      () => {
        throw new Error("logger is down");
      },
    ],
    ["reject", () => Promise.reject(new Error("logger is down"))],
    ["never end", () => new Promise(() => undefined)],
    // oxlint-disable-next-line unicorn/no-thenable -- it is about those
    ["return nonsense", () => ({ then: 7 })],
    [
      "return a thenable that throws",
      () => ({
        // oxlint-disable-next-line unicorn/no-thenable -- it is about those
        then: () => {
          throw new Error("no");
        },
      }),
    ],
    [
      "empty what they are told",
      (event: object) => {
        for (const key of Object.keys(event)) Reflect.deleteProperty(event, key);
      },
    ],
  ])("G111 that %s change nothing", async (_, hook) => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    let sent = 0;
    const fetch = (): Promise<Response> => Promise.resolve(sent++ ? new Response("ok") : answer("AGAIN"));
    const hooks = { onAttempt: hook, onOutcome: hook, onRetry: hook, onGiveUp: hook };
    expect(await (await createFetch(sample, { fetch, hooks, runtime: fakeRuntime() })(URL)).text()).toBe("ok");
    const failing = createFetch(sample, { fetch: () => Promise.resolve(answer("NEVER")), hooks, runtime: fakeRuntime() });
    expect(await thrownBy(failing(URL))).toMatchObject({ code: "NEVER", stoppedBy: "advice", retry: { policy: "never" } });
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });
});
