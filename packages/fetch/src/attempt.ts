import { type ServiceError, type TransportError, transport, transportError } from "@scai-errors/core";
import { within } from "./deadline.js";
import type { Settings } from "./options.js";
import type { FetchInput, RepeatableRequest } from "./request.js";
import type { FetchedService } from "./routes.js";

/** The error of an abort that is not the caller's: something between this and the network ended the request. */
function cancelled(thrown: unknown): TransportError | undefined {
  return thrown instanceof Error && thrown.name === "AbortError" ? transportError("CANCELLED") : undefined;
}

/**
 * One attempt: the answer, or the error that it or the broken connection means. Rejects with the signal's reason where the caller aborts, and
 * with what was thrown where that is no failure of the connection.
 * @param ms milliseconds, up to the headers of an answer or the end of an error's body.
 */
export async function attempt(
  { send, runtime }: Settings,
  service: FetchedService,
  input: FetchInput,
  { init, signal: caller, seesRedirects }: RepeatableRequest,
  ms: number,
): Promise<Response | ServiceError> {
  let answered = false;
  const work = async (signal: AbortSignal): Promise<Response | ServiceError> => {
    const response = await send(input, { ...init, signal });
    const { ok, status, type } = Object(response) as Response;
    if (typeof status !== "number") throw new TypeError("createFetch(): the fetch option gave no Response.");
    // A fetch that took no notice of its signal. Nobody reads this body any more, and left alone it would keep its connection.
    if (signal.aborted) await response.body?.cancel();
    answered = true;
    // What only comes to those who ask for it is theirs as it is: redirects, "not modified", and answers that nobody may look into.
    if (ok || status === 304 || (seesRedirects && status < 400) || ["opaque", "opaqueredirect"].includes(type)) return response;
    // Reading an error's body is what makes its connection free for the next attempt; past the service's bounds it is cancelled.
    return service.fromResponse(response, { signal });
  };
  try {
    // Where the headers of an error have arrived in time, it comes without its body rather than not at all.
    return await within(ms, caller, runtime, () => (answered ? undefined : transportError("TIMEOUT")), work);
  } catch (thrown) {
    // What another fetch of this package has given up on is not tried again.
    const isFinal = caller?.aborted || Object.hasOwn(Object(thrown) as object, "stoppedBy");
    const failure = isFinal ? undefined : (transport.from(thrown) ?? cancelled(thrown));
    if (failure) return failure;
    throw thrown;
  }
}
