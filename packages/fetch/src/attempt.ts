import { type ServiceError, type TransportError, classifyFetch, hasOwn, transportError } from "@scai-errors/core";
import { follow, signalsAreTaken } from "./abort.js";
import { within } from "./deadline.js";
import { type KeptResponse, keptResponse } from "./kept-response.js";
import type { Settings } from "./options.js";
import type { FetchInput, RepeatableRequest } from "./request.js";
import { whenRead } from "./response-with.js";
import type { FetchedService } from "./routes.js";

/** The error of an abort that is not the caller's: something else ended the request. */
function cancelled(thrown: unknown): TransportError | undefined {
  return thrown instanceof Error && thrown.name === "AbortError" ? transportError("CANCELLED") : undefined;
}

/** Whether another fetch of this package has given up the request; then it is not retried. */
function isGivenUp(thrown: unknown): boolean {
  return hasOwn(Object(thrown) as object, "stoppedBy");
}

/** How an attempt ended. */
export type Outcome =
  | { readonly end: "answered"; readonly response: Response }
  /** The service's error, or that of the connection. It has the response if that should be kept. */
  | { readonly end: "failed"; readonly error: ServiceError; readonly kept?: KeptResponse }
  | { readonly end: "aborted"; readonly thrown: unknown }
  /** What was thrown is not about the connection: a bad URL, or an error of the `fetch` option. */
  | { readonly end: "mistaken"; readonly thrown: unknown };

/** Whether a response is returned to the caller unchanged: a success, or a response that only callers get who ask for it. */
function isPassedOn({ ok, status, type }: Response, seesRedirects: boolean): boolean {
  const isRedirect = status >= 300 && status < 400;
  return ok || status === 304 || (isRedirect && seesRedirects) || type === "opaque" || type === "opaqueredirect";
}

/**
 * Makes one attempt. Never rejects.
 * @param ms time limit in milliseconds, up to the headers of a success or the end of an error's body.
 */
export async function attempt(
  { send, runtime, throws }: Settings,
  service: FetchedService,
  input: FetchInput,
  { init, signal: caller, seesRedirects }: RepeatableRequest,
  ms: number,
): Promise<Outcome> {
  let hasHeaders = false;
  let stopFollowing: (() => void) | undefined;
  const work = async (limit: AbortSignal): Promise<Outcome> => {
    // It also follows the caller's signal when the call is over, since an answer's body is read later.
    const { signal, stop } = caller ? follow([caller, limit]) : { signal: limit, stop: undefined };
    stopFollowing = stop;
    const response = await send(input, { ...init, signal: signalsAreTaken() ? signal : null });
    // A custom fetch can give anything, whatever its type says.
    if (typeof (Object(response) as Partial<Response>).status !== "number") {
      throw new TypeError("createFetch(): the fetch option gave no Response.");
    }
    // A fetch that took no notice of its signal. Nobody reads this body any more, and left alone it would keep its connection.
    if (signal.aborted) await response.body?.cancel();
    hasHeaders = true;
    if (isPassedOn(response, seesRedirects)) {
      stopFollowing = undefined;
      return { end: "answered", response: stop ? whenRead(response, stop) : response };
    }
    // Reading an error's body is what makes its connection free for the next attempt; past the service's bounds it is cancelled.
    if (throws) return { end: "failed", error: await service.fromResponse(response, { signal }) };
    const kept = keptResponse(response);
    return { end: "failed", error: await service.fromResponse(kept.toRead, { signal }), kept };
  };
  // Where the headers of an error have arrived in time, it comes without its body rather than not at all.
  const late = (): Outcome | undefined => (hasHeaders ? undefined : { end: "failed", error: transportError("TIMEOUT") });
  try {
    return await within(ms, caller, runtime, late, work);
  } catch (thrown) {
    if (caller?.aborted) return { end: "aborted", thrown };
    if (isGivenUp(thrown)) return { end: "mistaken", thrown };
    const error = classifyFetch(thrown) ?? cancelled(thrown);
    // The error may be a cause of what was thrown, and be given up as well.
    return !error || isGivenUp(error) ? { end: "mistaken", thrown } : { end: "failed", error };
  } finally {
    stopFollowing?.();
  }
}
