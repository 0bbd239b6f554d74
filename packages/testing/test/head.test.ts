import { once } from "node:events";
import { type Socket, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Emulator, createEmulator } from "../src/index.js";
import { installed } from "./installed.js";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ services: installed });
});
afterAll(() => emulator.close());

/** The request as clients write it who want no second answer on the connection. */
function head(path: string, ...headers: readonly string[]): string {
  return [`HEAD ${path} HTTP/1.1`, "Host: localhost", ...headers, "", ""].join("\r\n");
}

async function connected(): Promise<Socket> {
  const socket = connect(emulator.port, "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

/** All that comes over a connection of its own, up to its end; it is waited for no longer than for a second. */
async function answerTo(path: string): Promise<string> {
  const socket = await connected();
  const stop = setTimeout(() => socket.destroy(new Error(`${path} hangs`)), 1000);
  socket.write(head(path, "Connection: close"));
  const answer = await text(socket);
  clearTimeout(stop);
  return answer;
}

/** What the description of a route begins with; a WebSocket's route asks for an upgrade. */
function statusOf(protocol: string, description: string): string {
  return protocol === "websocket" ? "426" : description.slice(0, 3);
}

it("answers a HEAD request with the headers alone, and at once, on every route", async () => {
  for (const { path, protocol, description } of [{ path: "/", protocol: "http", description: "200" }, ...emulator.routes]) {
    const answer = await answerTo(path);
    expect(answer, path).toMatch(new RegExp(`^HTTP/1\\.1 ${statusOf(protocol, description)} `));
    expect(answer.indexOf("\r\n\r\n"), path).toBe(answer.length - 4);
  }
});

it("says in the headers what GET says", async () => {
  expect(await answerTo("/odd/truncated")).toMatch(/^content-length: \d+\r$/m);
  expect(await answerTo("/odd/stream-cut")).toMatch(/^content-type: text\/event-stream\r$/m);
});

it("holds nothing: the connection takes the next request", async () => {
  const socket = await connected();
  let received = "";
  socket.on("data", (part) => (received += String(part)));
  for (const name of ["endless", "stalled", "truncated", "cut-chunked", "stream-cut", "download-cut"]) {
    received = "";
    socket.write(head(`/odd/${name}`));
    await once(socket, "data");
    expect(received, name).toContain("Connection: keep-alive");
  }
  socket.destroy();
});
