import { once } from "node:events";
import { type AddressInfo, type Server, type Socket, createServer } from "node:net";

/** Waits until the client says that it has the headers, because a broken connection overtakes what was sent before. */
export const FETCHED = { then: "fetched" } as const;
/** Closes the connection in order. */
export const END = { then: "end" } as const;
/** Breaks the connection. */
export const RESET = { then: "reset" } as const;
/** Says nothing more and keeps the connection open. */
export const STALL = { then: "stall" } as const;

/**
 * One thing that the server does with a connection, in order: it sends bytes, or text with one byte per character; it sends something over and over
 * until the client has gone; or it does one of the above.
 */
export type Step =
  string | Uint8Array | { readonly repeat: string | Uint8Array } | typeof FETCHED | typeof END | typeof RESET | typeof STALL;

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

async function writeForEver(socket: Socket, bytes: string | Uint8Array): Promise<void> {
  for (; !socket.destroyed;) await write(socket, bytes);
}

interface Script {
  readonly steps: readonly Step[];
  /** Settles when the client has the headers. */
  readonly fetched: Promise<void>;
  /** Whether a request for it has come. */
  isPlayed: boolean;
}

async function play(socket: Socket, script: Script): Promise<void> {
  const { steps, fetched } = script;
  script.isPlayed = true;
  for (const step of steps) {
    if (socket.destroyed) return;
    if (typeof step === "string" || step instanceof Uint8Array) await write(socket, step);
    else if ("repeat" in step) await writeForEver(socket, step.repeat);
    else if (step === FETCHED) await fetched;
    else if (step === END) socket.end();
    else if (step === RESET) socket.resetAndDestroy();
    else return;
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
      if (script && !socket.writableEnded) void play(socket, script).catch(() => undefined);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // It listens on a TCP port, so it has the address of one.
  const { port } = server.address() as AddressInfo;
  const urlOf = (script: Script): string => `http://127.0.0.1:${port}/${scripts.push(script) - 1}`;
  return {
    urlOf: (steps) => urlOf({ steps, fetched: Promise.resolve(), isPlayed: false }),
    fetch: async (steps, init, url = "") => {
      let goOn = (): void => undefined;
      const fetched = new Promise<void>((resolve) => (goOn = resolve));
      const script: Script = { steps, fetched, isPlayed: false };
      const from = `${urlOf(script)}${url}`;
      try {
        // A connection that an earlier script has closed may still count as usable with the client. Such a request never gets here.
        for (;;) {
          try {
            return await fetch(from, init);
          } catch (error) {
            if (script.isPlayed) throw error;
          }
        }
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
