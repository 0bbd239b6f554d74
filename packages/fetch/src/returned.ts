import type { ServiceError } from "@scai-errors/core";
import { responseWith } from "./response-with.js";

/** An id may have any letters in a body. One that no header takes would make a call reject that was to return its response. */
function setIfTaken(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    // The body has it all the same.
  }
}

/**
 * A failed response as a client of its own gets it: with its body unread, and with two headers. `x-should-retry: false` tells openai's clients that it is
 * final. `x-request-id` has the id where only the body had it, because clients drop that part of the body.
 */
export function returned(response: Response, { requestId }: ServiceError): Response {
  const headers = new Headers(response.headers);
  headers.set("x-should-retry", "false");
  if (requestId !== undefined && !headers.has("x-request-id")) setIfTaken(headers, "x-request-id", requestId);
  return responseWith(response, { headers });
}
