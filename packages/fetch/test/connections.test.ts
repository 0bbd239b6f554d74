import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import { noWaiting } from "./fake-runtime.js";
import { faultyServer, http } from "./faulty-server.js";
import { sample } from "./sample-service.js";
import { thrownBy } from "./thrown.js";

/** Calls a server that does something to every connection, with up to three attempts and no waits. */
async function against(
  behave: (socket: Socket, count: number) => void,
  init?: RequestInit,
): Promise<{ readonly thrown: unknown; readonly requests: number }> {
  const server = await faultyServer((socket, _, count) => behave(socket, count));
  const sampleFetch = createFetch(sample, { runtime: noWaiting(), attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity });
  const thrown = await thrownBy(sampleFetch(server.url, init));
  await server.close();
  return { thrown, requests: server.requests.length };
}

describe("over real sockets", () => {
  test.each([
    ["G98 a reset", (socket: Socket) => void socket.resetAndDestroy(), "CONNECTION_LOST", 2],
    ["G98 a close", (socket: Socket) => void socket.end(), "CONNECTION_LOST", 2],
    ["an answer that is not HTTP", (socket: Socket) => void socket.end("hello\r\n\r\n"), "UNREADABLE_ANSWER", 1],
    [
      "two lengths",
      (socket: Socket) => void socket.end("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab"),
      "UNREADABLE_ANSWER",
      1,
    ],
    ["a header of 70 kB", (socket: Socket) => void socket.end(http(200, { x: "a".repeat(70_000) })), "UNREADABLE_ANSWER", 1],
    [
      "packed 20 times",
      (socket: Socket) => void socket.end(http(500, { "content-encoding": Array(20).fill("gzip").join(", ") }, "x")),
      "UNREADABLE_ANSWER",
      1,
    ],
    ["redirects without end", (socket: Socket) => void socket.write(http(302, { location: "/" })), "REDIRECT_REFUSED", 21],
  ])("%s", async (_, behave, code, requests) => {
    expect(await against(behave)).toMatchObject({ thrown: { code }, requests });
  });

  test("G98 a reset in the middle of an error's body, at every byte: the service's error with the status", async () => {
    const whole = http(503, {}, JSON.stringify({ error: { code: "NEVER", message: "m" } }));
    const head = whole.indexOf("\r\n\r\n") + 4;
    for (let bytes = head; bytes < whole.length; bytes += 7) {
      const { thrown } = await against((socket) => void socket.write(whole.slice(0, bytes), () => void socket.resetAndDestroy()), {
        method: "POST",
      });
      expect(thrown).toMatchObject({ name: "SampleError", status: 503 });
    }
  });

  test("refused: nothing was sent, so a POST is repeated too", async () => {
    const server = await faultyServer(() => undefined);
    await server.close();
    const thrown = await thrownBy(createFetch(sample, { runtime: noWaiting() })(server.url, { method: "POST" }));
    expect(thrown).toMatchObject({ code: "CONNECTION_FAILED", receivedCode: "ECONNREFUSED", attempts: 2, stoppedBy: "budget" });
  });

  test("G104 a reset after the request was sent: a POST is not repeated", async () => {
    expect(await against((socket) => void socket.resetAndDestroy(), { method: "POST" })).toMatchObject({
      thrown: { code: "CONNECTION_LOST", attempts: 1, stoppedBy: "not_idempotent" },
      requests: 1,
    });
  });

  test.each([
    ["G101 a bad URL", "nope", {}],
    ["G101 an unknown scheme", "ftp://a.example/", {}],
    ["G101 a bad port", "http://127.0.0.1:1/", {}],
    ["G101 a bad header", "http://127.0.0.1:1234/", { headers: { "a b": "c" } }],
    ["G101 a bad method", "http://127.0.0.1:1234/", { method: "T T" }],
    ["G101 a GET with a body", "http://127.0.0.1:1234/", { body: "x" }],
    ["G101 a POST with a bad header", "http://127.0.0.1:1234/", { method: "POST", headers: { a: "b\nc" } }],
    ["G101 no URL", undefined as unknown as string, {}],
    ["G101 null", null as unknown as string, null as unknown as RequestInit],
  ])("%s passes through as it is", async (_, url, init) => {
    let sent = 0;
    const options = {
      fetch: (...given: Parameters<typeof fetch>) => {
        sent++;
        return fetch(...given);
      },
    };
    const thrown = await thrownBy(createFetch(sample, options)(url, init));
    const plain = await thrownBy(fetch(url, init));
    expect(thrown).toBeInstanceOf(TypeError);
    expect((thrown as Error).message).toBe((plain as Error).message);
    // Headers that have to be read before are found to be wrong before.
    expect(sent).toBeLessThanOrEqual(1);
    expect(thrown).not.toHaveProperty("stoppedBy");
  });

  test.each(["transfer-encoding", "keep-alive", "upgrade", "expect", "content-length"])(
    "H19 a %s header, which undici refuses as a failed fetch, is a mistake and sent once",
    async (name) => {
      let sent = 0;
      const counting: typeof fetch = (...given) => {
        sent++;
        return fetch(...given);
      };
      const init = { headers: { [name]: "chunked" } };
      const thrown = await thrownBy(createFetch(sample, { fetch: counting })("http://127.0.0.1:1234/", init));
      expect(thrown).toMatchObject({
        message: "fetch failed",
        cause: { code: expect.stringMatching(/^UND_ERR_(?:INVALID_ARG|NOT_SUPPORTED)$/) },
      });
      expect(sent).toBe(1);
    },
  );

  test("an abort that is not the caller's is told as one", async () => {
    const aborting = (): Promise<Response> => Promise.reject(new DOMException("Aborted", "AbortError"));
    const thrown = await thrownBy(createFetch(sample, { fetch: aborting })("http://127.0.0.1:1234/"));
    expect(thrown).toMatchObject({ id: "transport/CANCELLED", attempts: 1 });
  });
});
