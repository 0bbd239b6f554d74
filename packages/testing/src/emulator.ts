import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Service } from "@scai-errors/core";
import { endpointsOf, oddEndpoints } from "./endpoints.js";
import { wrongNumber } from "./in-words.js";
import { respond } from "./respond.js";
import type { Endpoint, Route } from "./routes.js";
import { acceptUpgrades, upgradeOptions } from "./upgrades.js";
import { assertService } from "./vocabulary.js";

/** What an emulator serves, and on which port. */
export interface EmulatorOptions {
  /** The services whose failures it serves, such as `[scaigrid, dns]`; none of them twice. */
  readonly services: readonly Service[];
  /** The port on 127.0.0.1, from 0 to 65535. Default: 0, any free one. */
  readonly port?: number | undefined;
}

/** A server on this machine that fails on demand. */
export interface Emulator {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** All routes; `GET /` returns the same as JSON. */
  readonly routes: readonly Route[];
  /** Ends the server and all connections, even in the middle of a response. Resolves when all are closed; can be called twice. */
  close(): Promise<void>;
}

/**
 * Starts an HTTP and WebSocket server on the loopback interface that serves every failure of the given services, and responses that no service sends
 * on purpose.
 *
 * Rejects with a TypeError for wrong options, and with an Error if the port cannot be opened.
 */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  // Nothing is taken for granted here: a program without types may pass anything.
  const { services, port = 0 } = Object(options) as Partial<Record<keyof EmulatorOptions, unknown>>;
  if (!Array.isArray(services)) throw new TypeError("createEmulator() expects { services: [scaigrid, …] }.");
  if (!isPort(port))
    throw new TypeError(`createEmulator() was given ${wrongNumber("port", port)}; ports are whole numbers from 0 to 65535.`);

  const endpoints = endpointsByPath(services);
  const routes: readonly Route[] = [...endpoints.values()].map(({ path, protocol, description }) => ({ path, protocol, description }));
  const server = createServer(upgradeOptions, (request, response) => {
    const { pathname, searchParams } = urlOf(request);
    if (pathname === "/") sendJson(response, { routes });
    else respond(endpoints.get(pathname), { request, response, query: searchParams });
  });
  acceptUpgrades(server, (request) => endpoints.get(urlOf(request).pathname));
  const end = endOf(server);
  const listening = await listen(server, port);
  return { url: `http://127.0.0.1:${listening}`, port: listening, routes, close: end };
}

function isPort(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 65_535;
}

/** What the services' routes and the odd ones do, by their paths. */
function endpointsByPath(services: readonly unknown[]): ReadonlyMap<string, Endpoint> {
  const endpoints = new Map<string, Endpoint>();
  for (const service of services) {
    assertService(service, "createEmulator()");
    for (const endpoint of endpointsOf(service)) {
      if (endpoints.has(endpoint.path)) throw new TypeError(`createEmulator() was given two services with the name ${service.name}.`);
      endpoints.set(endpoint.path, endpoint);
    }
  }
  for (const endpoint of oddEndpoints) endpoints.set(endpoint.path, endpoint);
  return endpoints;
}

function urlOf(request: IncomingMessage): URL {
  // Only the path and the query are of interest; what a client calls this host is not.
  return new URL(`http://127.0.0.1${request.url?.startsWith("/") ? request.url : "/"}`);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value, undefined, 2));
}

/** A function that ends a server with all of its connections, once, however often it is called. */
function endOf(server: Server): () => Promise<void> {
  // Kept by hand: the server itself forgets a connection as soon as it is a WebSocket. One that it is given back comes here a second time.
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    if (sockets.has(socket)) return;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  let ended: Promise<void> | undefined;
  return () => {
    ended ??= new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      for (const socket of sockets) socket.destroy();
    });
    return ended;
  };
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
