import { once } from "node:events";
import { type AddressInfo, type Server, type Socket, createServer } from "node:net";

/**
 * One thing that the server does with a connection, in order.
 * - bytes or text (one byte per character): sent as they are
 * - `repeat`: sent over and over, `times` times or until the client has gone
 * - `fetched`: waits until the client says that it has the headers, because a broken connection overtakes what was sent before
 * - `end`: closes the connection in order; `reset`: breaks it; `stall`: says nothing more and keeps it open
 */
export type Step =
  string | Uint8Array | { readonly repeat: string | Uint8Array; readonly times?: number } | "fetched" | "end" | "reset" | "stall";

/** A server that sends byte for byte what it is told to, which no HTTP library lets a test do. */
export interface RawServer {
  /** The answer of this script, once the client has its headers. What is given of the URL comes behind its path. */
  fetch(steps: readonly Step[], init?: RequestInit, url?: string): Promise<Response>;
  /** Where another process can fetch the answer of this script, which must not wait for `fetched`. */
  urlOf(steps: readonly Step[]): string;
  /** Breaks what is still open and stops listening. */
  close(): Promise<void>;
}

async function write(socket: Socket, bytes: string | Uint8Array): Promise<void> {
  if (socket.destroyed || socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes)) return;
  await Promise.race([once(socket, "drain"), once(socket, "close")]);
}

interface Script {
  readonly steps: readonly Step[];
  /** Settles when the client has the headers. */
  readonly fetched: Promise<void>;
}

async function play(socket: Socket, { steps, fetched }: Script): Promise<void> {
  for (const step of steps) {
    if (socket.destroyed) return;
    if (step === "fetched") await fetched;
    else if (step === "end") socket.end();
    else if (step === "reset") socket.resetAndDestroy();
    else if (step === "stall") return;
    else if (typeof step === "string" || step instanceof Uint8Array) await write(socket, step);
    else for (let left = step.times ?? Infinity; left > 0 && !socket.destroyed; left--) await write(socket, step.repeat);
  }
}

/** Starts a server on a loopback port of the system's choice. */
export async function startRawServer(): Promise<RawServer> {
  const scripts: Script[] = [];
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    let head = "";
    socket.on("close", () => open.delete(socket));
    // A client that gives up is part of many cases; without a listener it would end the process.
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      head += bytes.toString("latin1");
      if (!head.includes("\r\n\r\n")) return;
      const script = scripts[Number(/^\w+ \/(\d+)/.exec(head)?.[1])];
      head = "";
      if (script) void play(socket, script).catch(() => undefined);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const urlOf = (script: Script): string => `http://127.0.0.1:${port}/${scripts.push(script) - 1}`;
  return {
    urlOf: (steps) => urlOf({ steps, fetched: Promise.resolve() }),
    fetch: async (steps, init, url = "") => {
      let goOn = (): void => undefined;
      const fetched = new Promise<void>((resolve) => (goOn = resolve));
      try {
        return await fetch(`${urlOf({ steps, fetched })}${url}`, init);
      } finally {
        goOn();
      }
    },
    close: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
  };
}
