import type { ErrorOf } from "./any-of.js";
import type { ReadOptions, ResponseLike } from "./body-text.js";
import { type CaughtAnswer, caughtAnswer } from "./caught-answer.js";
import { type FrameService, errorOfFrame } from "./caught-frame.js";
import { type Caught, chainOf } from "./chain.js";
import { classifyAny } from "./classify.js";
import type { ServiceError } from "./error.js";
import { isErrorJson } from "./read-json.js";
import type { Answer } from "./service.js";
import { transport } from "./transport.js";
import { type TransportError, isTransportError } from "./transport-error.js";
import { assertReadOptions } from "./wrong-use.js";

/** What `errorFrom` needs from a service. */
export interface ReadingService<E extends ServiceError = ServiceError> extends FrameService<E> {
  is(value: unknown): value is E;
  fromJSON(value: unknown): E | undefined;
  decode(answer: Answer): E;
  fromResponse(response: ResponseLike, options?: ReadOptions): Promise<E>;
}

/** The error of a failed response; reads a body that is still unread. */
async function errorOfAnswer<E extends ServiceError>(service: ReadingService<E>, answer: CaughtAnswer, options?: ReadOptions): Promise<E> {
  const { status, headers, body, unread, response } = answer;
  // The service reads headers in any form with care, whatever its types say.
  const answered = { status, headers: headers as ResponseLike["headers"] };
  try {
    if (unread === "response") return await service.fromResponse(response as unknown as ResponseLike, options);
    if (unread) return await service.fromResponse({ ...answered, body: unread }, options);
    return service.decode({ ...answered, body });
  } catch {
    // The body has an unknown form. The status and the headers still count.
    return service.decode(answered);
  }
}

/** The error of one object in the chain; undefined if it has none. */
async function errorOfOne<E extends ServiceError>(
  service: ReadingService<E>,
  one: Caught,
  options?: ReadOptions,
): Promise<E | TransportError | undefined> {
  const value: unknown = one;
  if (service.is(value) || isTransportError(value)) return value;
  // The JSON names its own service. That of another service is another program's error, even if both services have the code.
  if (isErrorJson(value)) return service.fromJSON(value) ?? transport.fromJSON(value);
  const answer = caughtAnswer(one);
  return answer ? errorOfAnswer(service, answer, options) : errorOfFrame(service, one);
}

/**
 * Turns whatever a client threw, rejected with or returned into the typed error: axios, got, ky, openai, the AI SDK, `fetch` and others. It imports
 * none of them. It looks at what was caught and, through `cause`, `errors` and `lastError`, at what that wraps.
 *
 * An error of the service or of a connection is returned unchanged, or restored from its JSON. A failed response becomes the service's error, a
 * failed connection a `TransportError`. Anything else is `undefined`: a bug, an error of another program, or the caller's own abort.
 *
 * The shape of a response does not tell which service sent it. It is read as a response of the service named here, as with `decode`. Never rejects
 * because of what was caught.
 * @param options limits for reading a body that the client has not read.
 * @throws TypeError for a wrong service or wrong options, whatever was caught, so that the first test of the handler shows it.
 */
export async function errorFrom<S extends ReadingService>(
  service: S,
  caught: unknown,
  options?: ReadOptions,
): Promise<ErrorOf<S> | TransportError | undefined> {
  if (typeof (service as Partial<ReadingService> | undefined)?.decode !== "function") {
    throw new TypeError(
      "errorFrom() expects the service that was called, such as scaigrid, and then what was caught; anyOf() only recognizes errors.",
    );
  }
  assertReadOptions("errorFrom()", options);
  for (const one of chainOf(caught)) {
    // oxlint-disable-next-line no-await-in-loop -- the first error counts, and nothing of the others is read
    const error = await errorOfOne(service, one, options);
    // The error is that of the given service, whichever member of the union it is, which the compiler does not follow.
    if (error) return error as ErrorOf<S> | TransportError;
  }
  return classifyAny(caught);
}
