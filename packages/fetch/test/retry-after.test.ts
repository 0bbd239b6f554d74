import { type ScaigridError, scaigrid } from "@scai-errors/scaigrid";
import { describe, expect, test } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import type { Failed } from "../src/call.js";
import type { FetchOptions } from "../src/options.js";
import { noWaiting } from "./fake-runtime.js";
import { faultyServer, http } from "./faulty-server.js";
import { thrownBy } from "./thrown.js";

const limited = (headers: Readonly<Record<string, string>>, body: object = {}): string =>
  http(429, headers, JSON.stringify({ error: { code: "RATE_LIMITED", message: "Slow down.", ...body } }));
const now = Date.now();
const date = (ms: number): string => new Date(now + ms).toUTCString();

/** One call against a server that fails once, over a real socket; with random numbers of 0.5 and without the waits, which are recorded. */
async function callOnce(first: string, options: FetchOptions = {}): Promise<{ waits: number[]; thrown?: unknown }> {
  const server = await faultyServer((socket, _, count) => socket.write(count === 1 ? first : http(200, {}, "ok")));
  const runtime = noWaiting();
  const gridFetch = createFetch(scaigrid, { runtime, attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity, ...options });
  try {
    expect(await (await gridFetch(server.url)).text()).toBe("ok");
    return { waits: runtime.waits };
  } catch (thrown) {
    return { waits: runtime.waits, thrown };
  } finally {
    await server.close();
  }
}

/** The first wait, by the back-off alone. */
const BACKOFF = 250;

describe("what the header asks for, over real sockets", () => {
  test.each([
    ["none", undefined, BACKOFF],
    ["zero is no wait that was asked for", "0", BACKOFF],
    ["seconds", "3", 3150],
    ["negative", "-5", BACKOFF],
    ["a date that is over", date(-60_000), BACKOFF],
    ["a date in 3 seconds", date(3000), 3150],
    ["a fraction", "1.5", BACKOFF],
    ["hexadecimal", "0x3", BACKOFF],
    ["a list, as of a header that was sent twice", "3, 3", BACKOFF],
    ["a word for a number", "Infinity", BACKOFF],
    ["with a unit", "3 seconds", BACKOFF],
    ["an ISO date", new Date(now + 3000).toISOString(), BACKOFF],
    ["exactly the cap", "60", 60_500],
  ])("%s: %s", async (_, value, wait) => {
    const { waits, thrown } = await callOnce(limited({ date: date(0), ...(value !== undefined && { "retry-after": value }) }));
    expect(thrown).toBeUndefined();
    expect(waits).toEqual([wait]);
  });

  test.each([
    ["90", 90_000],
    ["61", 61_000],
    ["2147484", 2_147_484_000],
    ["9999999999", 9_999_999_999_000],
    ["9".repeat(400), 9e15],
    [date(90_000), 90_000],
  ])("%s is above the cap: no retry, and the error says when", async (value, afterMs) => {
    const { waits, thrown } = await callOnce(limited({ date: date(0), "retry-after": value }));
    expect(waits).toEqual([]);
    const error = thrown as Failed<ScaigridError>;
    expect(error).toMatchObject({ code: "RATE_LIMITED", status: 429, attempts: 1, stoppedBy: "hint_above_cap" });
    expect(error.retry.afterMs).toBe(afterMs);
  });

  test("beyond the deadline: no retry, and the error says when", async () => {
    // With the platform's own timers, so that a wait would be noticed.
    const { thrown } = await callOnce(limited({ "retry-after": "3" }), { totalTimeoutMs: 2000, runtime: {} });
    expect(thrown).toMatchObject({ stoppedBy: "deadline", attempts: 1, retry: { afterMs: 3000 } });
  });

  test.each([
    ["3", 7, 7350],
    ["7", 3, 7350],
  ])("the larger of header (%s) and body (%s) counts", async (header, body, wait) => {
    const { waits } = await callOnce(limited({ "retry-after": header }, { retry_after: body }));
    expect(waits).toEqual([wait]);
  });
});

test("never earlier than asked, by the clock, where timers fire early", async () => {
  let clock = 0;
  let calls = 0;
  const runtime = {
    now: () => clock,
    random: () => 0,
    setTimeout: (callback: () => void, ms: number) => {
      // As Node does after a loop that was kept busy.
      clock += calls++ === 0 ? ms - 5 : ms;
      return setImmediate(callback);
    },
    clearTimeout: () => undefined,
  };
  const at: number[] = [];
  const gridFetch = createFetch(scaigrid, {
    runtime,
    attemptTimeoutMs: Infinity,
    totalTimeoutMs: Infinity,
    fetch: () => {
      at.push(clock);
      return Promise.resolve(at.length === 1 ? new Response("", { status: 429, headers: { "retry-after": "3" } }) : new Response());
    },
  });
  await gridFetch("http://a.example");
  expect(at).toEqual([0, 3000]);
});

test("thrown without a wait where the first hint is too long", async () => {
  const fetch = (): Promise<Response> => Promise.resolve(new Response("", { status: 503, headers: { "retry-after": "3600" } }));
  const thrown = await thrownBy(createFetch(scaigrid, { fetch })("http://a.example"));
  expect(thrown).toMatchObject({ retry: { afterMs: 3_600_000 }, stoppedBy: "hint_above_cap" });
});
