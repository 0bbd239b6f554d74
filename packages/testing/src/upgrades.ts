import type { IncomingMessage, Server, ServerOptions } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Endpoint } from "./routes.js";

/** An option that Node has since 24.9; older versions pass it over. */
interface UpgradeOption {
  readonly shouldUpgradeCallback: (request: IncomingMessage) => boolean;
}

/** The options of a server whose requests for other protocols than WebSockets are answered as if they asked for none. */
export const upgradeOptions: ServerOptions & UpgradeOption = { shouldUpgradeCallback: asksForWebSocket };

function asksForWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === "websocket";
}

/** Opens the WebSockets that a server is asked for, and closes or drops each as its route does. A path without such a route is a 501. */
export function acceptUpgrades(server: Server, endpointOf: (request: IncomingMessage) => Endpoint | undefined): void {
  const webSockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!asksForWebSocket(request)) {
      respondWithoutUpgrade(server, request, socket, head);
      return;
    }
    // A client that goes away during the handshake must not end the process.
    socket.on("error", () => socket.destroy());
    const endpoint = endpointOf(request);
    if (endpoint?.protocol !== "websocket") {
      socket.end("HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", () => socket.destroy());
      return;
    }
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      // Whatever the client sends is of no interest, not even what breaks the protocol.
      webSocket.on("error", () => undefined);
      if (endpoint.close === "drop") webSocket.terminate();
      else webSocket.close(endpoint.close.code, endpoint.close.reason);
    });
  });
}

/**
 * Does by hand what the option above does in newer versions of Node: gives a request back to the server without its wish for another protocol. Java's
 * client and `curl --http2` wish for HTTP/2 with every request, and expect the usual answer of a server that has none (RFC 9110, section 7.8). Node takes
 * each wish for a demand as soon as there are WebSockets.
 */
function respondWithoutUpgrade(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  // The type has no method and no address for messages that are answers; a request has both.
  const { method = "GET", url = "/", httpVersion } = request;
  const headers = headerLines(request.rawHeaders).filter((line) => !/^upgrade:/i.test(line));
  // Node reads the bytes of a header as Latin-1.
  const start = Buffer.from([`${method} ${url} HTTP/${httpVersion}`, ...headers, "\r\n"].join("\r\n"), "latin1");
  socket.unshift(Buffer.concat([start, head]));
  server.emit("connection", socket);
}

/** Of names and values in turn, as Node has them. */
function headerLines(raw: readonly string[]): readonly string[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? `${name}: ${raw[at + 1]}` : []));
}
