import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Respond } from "./routes.js";

/**
 * Sends a status and headers, and leaves the body, which does not end as it should, to a function.
 *
 * A HEAD request gets the headers alone. Node sends those of an answer without a body when it ends, and never says of such an answer that a client does
 * not keep up: left open, the request would hang, and a loop that writes until the client does not keep up would stop the whole emulator.
 */
export function unfinished(status: number, headers: OutgoingHttpHeaders, sendBody: (response: ServerResponse) => void): Respond {
  return ({ request, response }) => {
    response.writeHead(status, headers);
    if (request.method === "HEAD") response.end();
    else sendBody(response);
  };
}

/** Sends a status, headers and a part of a body, then ends the connection in the middle of the answer. */
export function cutAfter(status: number, headers: OutgoingHttpHeaders, part: string | Buffer): Respond {
  return unfinished(status, headers, (response) => response.write(part, () => response.socket?.destroySoon()));
}
