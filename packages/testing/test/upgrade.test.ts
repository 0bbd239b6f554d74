import { once } from "node:events";
import { type Socket, connect } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Emulator, createEmulator } from "../src/index.js";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ services: [] });
});
afterAll(() => emulator.close());

/** A request as Java's client and `curl --http2` make every one: it would rather speak HTTP/2. */
function wish(method: string, path: string, body = ""): string {
  const upgrade = ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"];
  return [`${method} ${path} HTTP/1.1`, "Host: localhost", ...upgrade, `Content-Length: ${body.length}`, "", body].join("\r\n");
}

describe("a request that would rather speak another protocol", () => {
  let socket: Socket;
  let received: string;
  beforeEach(async () => {
    socket = connect(emulator.port, "127.0.0.1");
    received = "";
    socket.on("data", (part) => (received += String(part)));
    await once(socket, "connect");
  });
  afterEach(() => socket.destroy());

  it("is answered as any other", async () => {
    socket.write(wish("GET", "/odd/plain-500"));
    await vi.waitFor(() => {
      expect(received).toMatch(/^HTTP\/1\.1 500 [\s\S]*\r\n\r\nInternal Server Error$/);
    });
  });

  it("may have a body, and be one of many on its connection", async () => {
    const warned = vi.fn();
    process.on("warning", warned);
    for (let at = 1; at <= 20; at += 1) {
      socket.write(wish("POST", "/odd/empty", "0123456789"));
      await vi.waitFor(() => {
        expect(received.match(/^HTTP\/1\.1 503 /gm)).toHaveLength(at);
      });
    }
    process.off("warning", warned);
    expect(warned).not.toHaveBeenCalled();
  });

  it("may ask for what never ends, and go away", async () => {
    socket.write(wish("GET", "/odd/endless"));
    await vi.waitFor(() => {
      expect(received.length).toBeGreaterThan(1_000_000);
    });
    socket.resetAndDestroy();
    expect((await fetch(`${emulator.url}/odd/empty`)).status).toBe(503);
  });
});
