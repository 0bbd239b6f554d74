import { once } from "node:events";
import { scaidrive } from "@scai-errors/scaidrive";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import { delayMs } from "../src/backoff.js";
import { type ClosingService, type ClosingSocket, whenClosed } from "../src/websocket.js";

let server: WebSocketServer;
let url: string;

beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  // The path says how to close.
  server.on("connection", (socket, { url: path }) => {
    const [code, reason = ""] = decodeURIComponent((path ?? "").slice(1)).split("/");
    if (code === "1006") socket.terminate();
    else if (code === "1005") socket.close();
    else socket.close(Number(code), reason);
  });
  await once(server, "listening");
  const address = server.address();
  url = `ws://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => {
  server.close();
});

const closedWith = (code: number, reason = ""): ReturnType<typeof whenClosed<NonNullable<ReturnType<typeof scaidrive.fromClose>>>> =>
  whenClosed(new WebSocket(`${url}/${code}/${encodeURIComponent(reason)}`), scaidrive);

describe("a close, by the ws package", () => {
  test.each([1000, 1005])("F94 %i is the normal end", async (code) => {
    expect(await closedWith(code)).toBeUndefined();
  });

  test.each([1001, 1006, 1011, 1012, 1013, 1014])("F94 %i: connect again, after a while", async (code) => {
    expect(await closedWith(code)).toMatchObject({
      service: "scaidrive",
      codeFrom: "close",
      receivedCode: `${code}`,
      retry: { policy: "backoff" },
    });
  });

  test.each([1002, 1003, 1007, 1008, 1009])("F94 %i: never by itself", async (code) => {
    const error = await closedWith(code);
    expect(["never", "after_change"]).toContain(error?.retry.policy);
  });

  test.each([
    [4401, "unauthenticated", "after_change"],
    [4403, "permission_denied", "never"],
    [4429, "rate_limited", "backoff"],
  ])("F95 %i is the service's own: %s", async (code, kind, policy) => {
    expect(await closedWith(code)).toMatchObject({ kind, retry: { policy } });
  });

  test("F95 a number of another service is no advice", async () => {
    expect(await closedWith(4001)).toMatchObject({ code: "UNRECOGNIZED", receivedCode: "4001", retry: { policy: "never" } });
  });

  test("F96 the reason is cleaned, and decides nothing", async () => {
    const error = await closedWith(4403, "\u001B[2Jplease retry \u202Enow\r\n");
    expect(error?.retry.policy).toBe("never");
    // eslint-disable-next-line no-control-regex -- finding control characters is the purpose
    expect(error?.message).not.toMatch(/[\u0000-\u001F\u202E]/);
  });

  test("F97 a hostile frame before the close does not keep it from being read", async () => {
    const hostile = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    await once(hostile, "listening");
    hostile.on("connection", (socket) => {
      socket.send('{"type":{"toString":null},"__proto__":{"x":1}}');
      socket.send(new Uint8Array(1000));
      socket.close(1011);
    });
    const address = hostile.address();
    const socket = new WebSocket(`ws://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
    const frames: RawData[] = [];
    socket.on("message", (data) => frames.push(data));
    expect(await whenClosed(socket, scaidrive)).toMatchObject({ receivedCode: "1011" });
    expect(frames).toHaveLength(2);
    hostile.close();
  });

  test("a connection that cannot be made is a close as well", async () => {
    const socket = new WebSocket("ws://127.0.0.1:1");
    socket.on("error", () => undefined);
    expect(await whenClosed(socket, scaidrive)).toMatchObject({ receivedCode: "1006", retry: { policy: "backoff" } });
  });

  test("the advice tells how long to wait before connecting again", async () => {
    const error = await closedWith(1012);
    const waits = [1, 2, 3, 20].map((attempts) => delayMs(attempts, error?.retry.afterMs, undefined, () => 0.5));
    expect(waits).toEqual([250, 500, 1000, 30_000]);
  });
});

test("with the platform's WebSocket, where it has one", async () => {
  const { WebSocket: Platform } = globalThis as { readonly WebSocket?: new (url: string) => ClosingSocket };
  if (!Platform) {
    expect(process.versions.node).toMatch(/^2[01]\./);
    return;
  }
  const service: ClosingService = scaidrive;
  expect(await whenClosed(new Platform(`${url}/4429`), service)).toMatchObject({ kind: "rate_limited" });
});

test("a socket that is closed already is refused with a sentence", () => {
  const closed: ClosingSocket = { readyState: 3, addEventListener: () => undefined };
  expect(() => whenClosed(closed, scaidrive)).toThrow("whenClosed(): the socket is closed already; call it when the socket is made.");
});
