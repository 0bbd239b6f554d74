import { once } from "node:events";
import { type Server, type Socket, createServer } from "node:net";
import { afterAll } from "vitest";

/** What a connection gets for each request on it. */
export type Behaviour = (socket: Socket, request: string, count: number) => void;

export interface FaultyServer {
  readonly url: string;
  /** The heads of the requests that came, in order. */
  readonly requests: string[];
  /**
   * How many connections ever had a request, and how many of them are open. Node's fetch may open another one after a cancelled body, which
   * idles until there is a request for it; that is nothing a caller can do about.
   */
  opened(): number;
  open(): number;
  close(): Promise<void>;
}

/** The bytes of an HTTP answer with a right length. */
export function http(status: number, headers: Readonly<Record<string, string>>, body = ""): string {
  const lines = Object.entries({ "content-length": `${Buffer.byteLength(body)}`, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `HTTP/1.1 ${status} Status\r\n${lines.join("")}\r\n${body}`;
}

/** A server below HTTP, so that it can do what no framework lets it: stall, cut, reset, answer nonsense. Every request is told its number. */
export async function faultyServer(behave: Behaviour): Promise<FaultyServer> {
  const sockets = new Set<Socket>();
  const used = new Set<Socket>();
  const requests: string[] = [];
  let opened = 0;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      used.delete(socket);
    });
    // Clients that reset are part of the game.
    socket.on("error", () => undefined);
    let received = "";
    socket.on("data", (bytes) => {
      received += bytes.toString("latin1");
      for (;;) {
        const head = received.indexOf("\r\n\r\n");
        if (head < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(received.slice(0, head))?.[1] ?? 0);
        if (received.length < head + 4 + length) return;
        const request = received.slice(0, head + 4 + length);
        received = received.slice(request.length);
        requests.push(request);
        if (!used.has(socket)) opened++;
        used.add(socket);
        behave(socket, request, requests.length);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port.");
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  afterAll(close);
  return { url: `http://127.0.0.1:${address.port}/`, requests, opened: () => opened, open: () => used.size, close };
}
