import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import { RetryLine } from "../src/retry-line.js";
import { fakeRuntime } from "./fake-runtime.js";
import { answer, sample } from "./sample-service.js";
import { thrownBy } from "./thrown.js";

const URL = "http://a.example/";

/** A line on a clock that only moves when it is told to, with what it said to whom and when. */
function lineAt(): {
  line: RetryLine;
  pass: (ms: number) => Promise<void>;
  turns: [number: number, isItsTurn: boolean, at: number][];
  join: (number: number, more?: { delayMs?: number; patienceMs?: number; signal?: AbortSignal }) => Promise<void>;
  pending: () => number;
} {
  let clock = 1000;
  let lastId = 0;
  const timers = new Map<number, { readonly at: number; readonly callback: () => void }>();
  const line = new RetryLine({
    now: () => clock,
    random: () => 0,
    setTimeout: (callback, ms) => {
      lastId++;
      timers.set(lastId, { at: clock + ms, callback });
      return lastId;
    },
    clearTimeout: (id) => void timers.delete(id as number),
  });
  const turns: [number, boolean, number][] = [];
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    line,
    turns,
    pending: () => timers.size,
    pass: async (ms) => {
      const until = clock + ms;
      for (;;) {
        await settle();
        const [next] = [...timers].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at);
        if (!next) break;
        const [id, { at, callback }] = next;
        timers.delete(id);
        clock = at;
        callback();
      }
      clock = until;
    },
    join: async (number, { delayMs = 0, patienceMs = 60_000, signal } = {}) => {
      const isItsTurn = await line.turn({ number, delayMs, patienceMs, signal });
      turns.push([number, isItsTurn, clock - 1000]);
    },
  };
}

describe("a line", () => {
  test("lets everybody go at once before the first refusal", async () => {
    const { join, pass, turns, pending } = lineAt();
    for (const number of [1, 2, 3]) void join(number);
    await pass(0);
    expect(turns).toEqual([
      [1, true, 0],
      [2, true, 0],
      [3, true, 0],
    ]);
    expect(pending()).toBe(0);
  });

  test("after a refusal lets one go every half second, first come, first served, and faster with each success", async () => {
    const { line, join, pass, turns } = lineAt();
    line.refused(999, 2000);
    for (const number of [3, 1, 2, 4, 5]) void join(number);
    await pass(499);
    expect(turns).toEqual([]);
    await pass(501);
    line.succeeded();
    await pass(250);
    line.succeeded();
    await pass(1000);
    expect(turns).toEqual([
      [1, true, 500],
      [2, true, 1000],
      [3, true, 1250],
      [4, true, 1375],
      [5, true, 1500],
    ]);
  });

  test("a shorter hint gives a shorter pause", async () => {
    const { line, join, pass, turns } = lineAt();
    line.refused(999, 100);
    void join(1);
    await pass(200);
    expect(turns).toEqual([[1, true, 100]]);
  });

  test("whoever was told to wait longer waits longer, and those behind it go first", async () => {
    const { line, join, pass, turns } = lineAt();
    line.refused(999, 200);
    void join(1, { delayMs: 1000 });
    void join(2);
    void join(3, { delayMs: 300 });
    await pass(2000);
    expect(turns).toEqual([
      [2, true, 200],
      [3, true, 400],
      [1, true, 1000],
    ]);
  });

  test("a refusal of what was sent before the line became slower changes nothing", async () => {
    const { line, join, pass, turns } = lineAt();
    line.refused(999, 400);
    await pass(10);
    line.refused(999, 400);
    line.refused(1000, 400);
    void join(1);
    await pass(1000);
    expect(turns).toEqual([[1, true, 400]]);
  });

  test("a refusal before the first success is followed by the wait that the limiter asks for", async () => {
    const { line, join, pass, turns } = lineAt();
    line.refused(999, 3000);
    void join(1);
    await pass(500);
    line.refused(1500, 3000);
    void join(2);
    await pass(4000);
    expect(turns).toEqual([
      [1, true, 500],
      [2, true, 3500],
    ]);
  });

  test("the first refusal after successes gives the pace at which they came, since the wait that was asked for", async () => {
    const { line, join, pass, turns } = lineAt();
    line.refused(999, 1000);
    for (let number = 1; number <= 4; number++) void join(number);
    await pass(1000); // Two of them have gone.
    line.succeeded();
    line.succeeded();
    await pass(600); // The others too, at 125 ms.
    line.succeeded();
    line.succeeded();
    line.refused(2600, 1000); // 600 ms for four successes.
    for (let number = 5; number <= 7; number++) void join(number);
    await pass(1000);
    expect(turns.map(([, , at]) => at)).toEqual([500, 1000, 1125, 1250, 1750, 1900, 2050]);
  });

  test("from then on each refusal makes it slower by 15 %, and each success faster by 2 %", async () => {
    const { line, join, pass, turns } = lineAt();
    line.refused(999, 1000);
    await pass(2000);
    line.succeeded();
    line.refused(2999, 1000); // 1,000 ms for one success.
    await pass(10);
    for (let successes = 0; successes < 50; successes++) line.succeeded();
    void join(1);
    void join(2);
    await pass(1000);
    const pause = 1000 * 0.98 ** 50;
    expect(turns[1]?.[2]).toBe(turns[0]?.[2] === undefined ? undefined : turns[0][2] + Math.ceil(pause));
    line.refused(4000, 1000);
    void join(3);
    void join(4);
    await pass(2000);
    expect(Math.ceil(pause * 1.15)).toBe(419);
    expect(turns.slice(2).map(([, , at]) => at)).toEqual([3010 + 419, 3010 + 838]);
  });

  test("no pause is longer than the wait that the limiter asks for", async () => {
    const { line, join, pass, turns } = lineAt();
    line.refused(999, 1000);
    await pass(9000);
    line.succeeded();
    line.refused(9000, 1000); // 8,000 ms for one success.
    void join(1);
    void join(2);
    await pass(3000);
    expect(turns.map(([, , at]) => at)).toEqual([10_000, 11_000]);
  });

  test("a refusal before the wait is over gives no pause below the shortest", async () => {
    const { line, join, pass, turns } = lineAt();
    line.refused(999, 1000);
    await pass(600);
    line.succeeded();
    line.refused(1599, 1000);
    void join(1);
    void join(2);
    await pass(100);
    expect(turns.map(([, , at]) => at)).toEqual([620, 640]);
  });

  test("while it learns no pause falls below a 25th of the first, and 50 successes end that", async () => {
    const { line, join, pass, turns } = lineAt();
    const gap = async (): Promise<number> => {
      turns.length = 0;
      for (const number of [1, 2]) void join(number);
      await pass(2000);
      return (turns[1]?.[2] ?? NaN) - (turns[0]?.[2] ?? NaN);
    };
    line.refused(999, 500);
    for (let successes = 0; successes < 49; successes++) line.succeeded();
    expect(await gap()).toBe(20);
    line.succeeded();
    expect(await gap()).toBe(Math.ceil(20 * 0.98));
    // Until the pause is none.
    for (let successes = 0; successes < 147; successes++) line.succeeded();
    expect(await gap()).toBe(2);
    line.succeeded();
    expect(await gap()).toBe(0);
    // And the next refusal begins again.
    await pass(1);
    line.refused(1e9, 500);
    expect(await gap()).toBe(500);
  });

  test("a pause of just a millisecond is one", async () => {
    const { line, join, pass, turns } = lineAt();
    line.refused(999, 25 / 0.98);
    for (let successes = 0; successes < 50; successes++) line.succeeded();
    await pass(100);
    for (const number of [1, 2]) void join(number);
    await pass(100);
    expect(turns.map(([, , at]) => at)).toEqual([100, 101]);
  });

  test("whose patience is over leaves without a turn, and without a timer", async () => {
    const { line, join, pass, turns, pending } = lineAt();
    line.refused(999, 500);
    void join(1, { patienceMs: 499 });
    void join(2);
    await pass(500);
    expect(turns).toEqual([
      [1, false, 499],
      [2, true, 500],
    ]);
    expect(pending()).toBe(0);
  });

  test("an abort ends the wait at once, and leaves neither a timer nor a listener", async () => {
    const { line, join, pass, turns, pending } = lineAt();
    const controller = new AbortController();
    line.refused(999, 500);
    const waiting = thrownBy(join(1, { signal: controller.signal }));
    void join(2);
    await pass(10);
    controller.abort("enough");
    expect(await waiting).toBe("enough");
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    await pass(490);
    expect(turns).toEqual([[2, true, 500]]);
    expect(pending()).toBe(0);
  });
});

describe("calls in a line", () => {
  const patient = (fetch: typeof globalThis.fetch, runtime = fakeRuntime(), more = {}): ReturnType<typeof createFetch<typeof sample>> =>
    createFetch(sample, { fetch, runtime, retry: { patienceMs: 60_000, ...more } });

  test("a refusal is no attempt: ten of them are waited out", async () => {
    let sent = 0;
    const fetch = (): Promise<Response> => {
      sent++;
      return Promise.resolve(sent <= 10 ? answer("LIMITED", { "retry-after": "1" }) : new Response("ok"));
    };
    expect(await (await patient(fetch)(URL)).text()).toBe("ok");
    expect(sent).toBe(11);
  });

  test("without the option three refusals end a call", async () => {
    const fetch = (): Promise<Response> => Promise.resolve(answer("LIMITED", { "retry-after": "1" }));
    expect(await thrownBy(createFetch(sample, { fetch, runtime: fakeRuntime() })(URL))).toMatchObject({
      attempts: 3,
      stoppedBy: "attempts",
    });
  });

  test("the patience ends it", async () => {
    const fetch = (): Promise<Response> => Promise.resolve(answer("LIMITED", { "retry-after": "10" }));
    const runtime = fakeRuntime();
    const before = runtime.now();
    expect(await thrownBy(patient(fetch, runtime)(URL))).toMatchObject({ code: "LIMITED", attempts: 6, stoppedBy: "patience" });
    expect(runtime.now() - before).toBeLessThanOrEqual(60_000);
    expect(runtime.pending.size).toBe(0);
  });

  test("so does the deadline", async () => {
    const fetch = (): Promise<Response> => Promise.resolve(answer("LIMITED", { "retry-after": "10" }));
    const options = { fetch, runtime: fakeRuntime(), totalTimeoutMs: 25_000, retry: { patienceMs: 60_000 } };
    expect(await thrownBy(createFetch(sample, options)(URL))).toMatchObject({ attempts: 3, stoppedBy: "deadline" });
  });

  test("and it is told as the deadline where it comes in the middle of the line, also on a platform whose timers fire early", async () => {
    const fetch = (): Promise<Response> => Promise.resolve(answer("LIMITED", { "retry-after": "1" }));
    const clock = fakeRuntime();
    const runtime = { ...clock, setTimeout: (callback: () => void, ms: number) => clock.setTimeout(callback, ms - 0.5) };
    const sampleFetch = createFetch(sample, { fetch, runtime, totalTimeoutMs: 1500, retry: { patienceMs: 10_000 } });
    const calls = Array.from({ length: 5 }, () => thrownBy(sampleFetch(URL)));
    expect(new Set((await Promise.all(calls)).map((error) => (error as { stoppedBy: string }).stoppedBy))).toEqual(new Set(["deadline"]));
  });

  test("other failures count as attempts, and refusals between them do not", async () => {
    const answers = ["AGAIN", "LIMITED", "LIMITED", "AGAIN", "LIMITED", "AGAIN"] as const;
    let sent = 0;
    const fetch = (): Promise<Response> => {
      const code = answers[sent++] ?? "AGAIN";
      return Promise.resolve(answer(code, code === "LIMITED" ? { "retry-after": "1" } : {}));
    };
    const { createRetryBudget } = await import("../src/retry-budget.js");
    const budget = createRetryBudget({ start: 9 });
    expect(await thrownBy(patient(fetch, fakeRuntime(), { budget })(URL))).toMatchObject({ attempts: 6, stoppedBy: "attempts" });
    expect(budget.tokens).toBe(7);
  });

  test("the wait after another failure takes no patience", async () => {
    const answers = [answer("AGAIN", { "retry-after": "50" }), answer("LIMITED", { "retry-after": "1" }), new Response("ok")];
    const runtime = fakeRuntime();
    const fetch = (): Promise<Response> => Promise.resolve(answers.shift() ?? Response.error());
    const before = runtime.now();
    expect(await (await patient(fetch, runtime, { patienceMs: 5000 })(URL)).text()).toBe("ok");
    expect(runtime.now() - before).toBeGreaterThan(50_000);
  });

  test("retries that are switched off stay off", async () => {
    const fetch = (): Promise<Response> => Promise.resolve(answer("LIMITED", { "retry-after": "1" }));
    expect(await thrownBy(patient(fetch, fakeRuntime(), { attempts: 1 })(URL))).toMatchObject({ attempts: 1, stoppedBy: "attempts" });
  });

  test("a Request with a body is sent again after its last attempt that counts", async () => {
    const bodies: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      bodies.push(await new Request(input).text());
      return bodies.length <= 5 ? answer("LIMITED", { "retry-after": "1" }) : new Response("ok");
    };
    await patient(fetch)(new Request(URL, { method: "POST", body: "x" }));
    expect(bodies).toEqual(["x", "x", "x", "x", "x", "x"]);
  });

  test("a call that comes later does not overtake, and a first attempt is sent in the end", async () => {
    const order: string[] = [];
    const seen = new Set<string>();
    const fetch: typeof globalThis.fetch = (input) => {
      const path = (input as string).slice(URL.length);
      order.push(path);
      if (seen.has(path) || path === "late") return Promise.resolve(new Response("ok"));
      seen.add(path);
      return Promise.resolve(answer("LIMITED", { "retry-after": "1" }));
    };
    const call = patient(fetch);
    const early = [call(`${URL}1`), call(`${URL}2`)];
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([...early, call(`${URL}late`)]);
    expect(order.slice(0, 2)).toEqual(["1", "2"]);
    expect([...order].sort()).toEqual(["1", "1", "2", "2", "late"]);
  });
});
