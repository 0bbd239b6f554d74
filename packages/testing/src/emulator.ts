import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Service } from "@scai-errors/core";
import { WebSocketServer } from "ws";
import { endpointsOf, oddEndpoints } from "./endpoints.js";
import type { Endpoint, Exchange, Route } from "./routes.js";
import { assertService } from "./vocabulary.js";

export interface EmulatorOptions {
  /** The services whose failures to serve, such as `[scaigrid, dns]`. */
  readonly services: readonly Service[];
  /** The port on 127.0.0.1. Default: 0, any free one. */
  readonly port?: number | undefined;
}

/** A server on this machine that fails on demand. */
export interface Emulator {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Everything that it does; `GET /` gives the same as JSON. */
  readonly routes: readonly Route[];
  /** Ends all connections, whatever they are in the middle of, and the server. Resolves when nothing is left of it; a second call as well. */
  close(): Promise<void>;
}

/**
 * Starts an HTTP and WebSocket server on the loopback interface that serves every failure of the given services, and the answers that no
 * service means to send.
 *
 * Rejects with a TypeError for wrong options, and with an Error where the port cannot be had.
 */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { services, port = 0 } = Object(options) as Partial<EmulatorOptions>;
  if (!Array.isArray(services)) throw new TypeError("createEmulator() expects { services: [scaigrid, …] }.");
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new TypeError(`createEmulator() was given the port ${JSON.stringify(port)}; ports are whole numbers from 0 to 65535.`);

  const endpoints = new Map<string, Endpoint>();
  for (const service of services as readonly unknown[]) {
    assertService(service, "createEmulator()");
    for (const endpoint of endpointsOf(service)) {
      if (endpoints.has(endpoint.path)) throw new TypeError(`createEmulator() was given two services with the name ${service.name}.`);
      endpoints.set(endpoint.path, endpoint);
    }
  }
  for (const endpoint of oddEndpoints) endpoints.set(endpoint.path, endpoint);
  const routes: readonly Route[] = [...endpoints.values()].map(({ path, protocol, description }) => ({ path, protocol, description }));

  const server = createServer((request, response) => {
    const { pathname, searchParams } = urlOf(request);
    if (pathname === "/") sendJson(response, { routes });
    else respond(endpoints.get(pathname), { request, response, query: searchParams });
  });
  const webSockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A client that goes away during the handshake must not end the process.
    socket.on("error", () => socket.destroy());
    const endpoint = endpoints.get(urlOf(request).pathname);
    if (endpoint?.protocol !== "websocket") {
      socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", () => socket.destroy());
      return;
    }
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      // Whatever the client sends is of no interest, not even what breaks the protocol.
      webSocket.on("error", () => undefined);
      if (endpoint.close === "drop") webSocket.terminate();
      else webSocket.close(endpoint.close.code, endpoint.close.reason);
    });
  });

  // Kept by hand: the server itself forgets a connection as soon as it is a WebSocket.
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });

  const listening = await listen(server, port);
  let closing: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${listening}`,
    port: listening,
    routes,
    close: () =>
      (closing ??= new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      })),
  };
}

function urlOf(request: IncomingMessage): URL {
  // Only the path and the query are of interest; what a client calls this host is not.
  return new URL(`http://127.0.0.1${request.url?.startsWith("/") ? request.url : "/"}`);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value, undefined, 2));
}

function respond(endpoint: Endpoint | undefined, exchange: Exchange): void {
  const { request, response } = exchange;
  // The request's body is read and dropped, so that the connection can serve the next request.
  request.resume();
  if (endpoint && endpoint.protocol !== "websocket") {
    try {
      endpoint.respond(exchange);
    } catch (error) {
      // What the query asks for cannot be sent. Thrown further, it would end the process.
      response.writeHead(400, { "content-type": "text/plain" }).end(error instanceof Error ? error.message : undefined);
    }
    return;
  }
  const status = endpoint ? 426 : 404;
  response
    .writeHead(status, { "content-type": "text/plain", ...(endpoint && { upgrade: "websocket" }) })
    .end(
      endpoint ? "This route of the emulator is a WebSocket; connect to it." : "The emulator has no such route; GET / lists those it has.",
    );
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code, message }: NodeJS.ErrnoException) => {
      reject(
        new Error(
          code === "EADDRINUSE"
            ? `Port ${port} of 127.0.0.1 is taken; choose another, or 0 for any free one.`
            : `Port ${port} of 127.0.0.1 cannot be had: ${message}.`,
        ),
      );
    });
    server.listen(port, "127.0.0.1", () => {
      // An AddressInfo, since the server listens on a port and not on a pipe.
      resolve((server.address() as AddressInfo).port);
    });
  });
}
