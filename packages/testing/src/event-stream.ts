import type { ServerResponse } from "node:http";

/** The headers of every event stream. */
export const STREAM_HEADERS = { "content-type": "text/event-stream", "cache-control": "no-store" };

/** Writes an event stream that begins well, then reports a failure by a frame, and ends as every stream does. */
export function respondWithStream(response: ServerResponse, frame: { readonly event: string; readonly data: string }): void {
  response.writeHead(200, STREAM_HEADERS);
  response.write('data: {"delta":"Once upon"}\n\ndata: {"delta":" a time"}\n\n');
  response.end(`event: ${frame.event}\ndata: ${frame.data}\n\ndata: [DONE]\n\n`);
}
