import { STATUS_CODES, type ServerResponse } from "node:http";
import { sentenceOf } from "./in-words.js";
import type { Endpoint, Exchange, Respond } from "./routes.js";

/** Answers an HTTP request as the route of its path does. Where there is none, or one of another protocol, the answer says so. */
export function respond(endpoint: Endpoint | undefined, exchange: Exchange): void {
  const { request, response } = exchange;
  // The request's body is read and dropped, so that the connection can serve the next request.
  request.resume();
  // Not 404, which is what a misspelt code may have been asked for: a test that expects it would pass.
  if (!endpoint) say(response, 501, "The emulator has no such route; GET / lists those it has.");
  else if (endpoint.protocol === "websocket")
    say(response, 426, "This route of the emulator is a WebSocket; connect to it.", { upgrade: "websocket" });
  else respondOrRefuse(endpoint.respond, exchange);
}

function respondOrRefuse(respondAsAsked: Respond, exchange: Exchange): void {
  try {
    respondAsAsked(exchange);
  } catch (error) {
    // Thrown further, it would end the process.
    say(exchange.response, 400, sentenceOf(error, "The emulator cannot send this answer."));
  }
}

function say(response: ServerResponse, status: number, sentence: string, headers: Readonly<Record<string, string>> = {}): void {
  // The phrase is given, because Node would keep that of an answer whose headers it refused to send.
  response.writeHead(status, STATUS_CODES[status], { "content-type": "text/plain", ...headers }).end(sentence);
}
