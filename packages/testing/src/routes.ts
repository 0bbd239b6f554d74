import type { IncomingMessage, ServerResponse } from "node:http";
import type { CloseFrame } from "@scai-errors/core";

/** One thing that the emulator does on demand. */
export interface Route {
  /** From the root, such as `/scaigrid/MODEL_NOT_FOUND`. */
  readonly path: string;
  readonly protocol: "http" | "event-stream" | "websocket";
  /** What comes back. */
  readonly description: string;
}

/** An HTTP request that is to be answered. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
}

/** Answers a request. Throws an error with a sentence, and sends nothing, where the query asks for what cannot be sent. */
export type Respond = (exchange: Exchange) => void;

/** What a route does: answers a request, or opens a WebSocket to close it with a frame, or to drop it without one. */
export type Endpoint = Route &
  (
    | { readonly protocol: "http" | "event-stream"; readonly respond: Respond }
    | { readonly protocol: "websocket"; readonly close: (CloseFrame & { readonly reason?: string | undefined }) | "drop" }
  );
