import { once } from "node:events";
import type { CloseFrame } from "@scai-errors/core";
import { WebSocket } from "ws";

/** Connects to a WebSocket that the server is going to close, and gives the close as the client sees it. */
export async function closeFrom(url: string): Promise<CloseFrame> {
  const socket = new WebSocket(url.replace("http", "ws"));
  // The two arguments that `ws` documents for the event.
  const [code, reason] = (await once(socket, "close")) as [number, Buffer];
  return { code, reason: reason.toString() };
}
