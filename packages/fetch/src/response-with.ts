import { type BodyPiece, pulledBody } from "./pulled-body.js";

/** What replaces parts of a response. */
interface Changes {
  readonly body?: ReadableStream<Uint8Array> | Uint8Array | null;
  readonly headers?: Headers;
}

/** The statuses with which a response can be made. Others come only from servers that make up their own. */
export function canBeMade({ status }: Response): boolean {
  return status >= 200 && status <= 599;
}

/**
 * A response with another body or other headers, but otherwise the same; fetched responses cannot be changed. Returns the response itself if no
 * response can be made with its status.
 */
export function responseWith(response: Response, { body = response.body, headers = response.headers }: Changes): Response {
  if (!canBeMade(response)) return response;
  const { status, statusText, url, redirected, type } = response;
  // A body of bytes is one, which older DOM libraries do not say of every kind of them.
  const made = new Response(body as BodyInit | null, { status, statusText, headers });
  const kept = { url: { value: url }, redirected: { value: redirected }, type: { value: type } };
  return Object.defineProperties(made, kept);
}

/** Reads a response's body; undefined if it has none, or one that is not a web stream, as in node-fetch. */
export function readerOf({ body }: Response): ReadableStreamDefaultReader<BodyPiece> | undefined {
  return body && "getReader" in body ? body.getReader() : undefined;
}

/** A response whose body calls back when it was read to its end, has failed, or was cancelled; at once if it has no body. */
export function whenRead(response: Response, isOver: () => void): Response {
  const reader = readerOf(response);
  if (!reader) {
    isOver();
    return response;
  }
  const next = async (): Promise<BodyPiece | undefined> => {
    try {
      const { done, value } = await reader.read();
      if (done) isOver();
      return value;
    } catch (thrown) {
      isOver();
      throw thrown;
    }
  };
  const cancel = (reason: unknown): Promise<void> => {
    isOver();
    return reader.cancel(reason);
  };
  return responseWith(response, { body: pulledBody(next, cancel) });
}
