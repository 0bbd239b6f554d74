/** What `fetch` takes. */
export type FetchInput = RequestInfo | URL;

/** Whether an input is a Request, of this platform or of another that looks like it. */
function isRequest(input: FetchInput): input is Request {
  // What is no input at all is left to fetch, which has the better words for it.
  return "clone" in (Object(input) as object);
}

/** Where a request goes, without the parts of a URL that hold secrets: user name, query and fragment. Undefined where it goes nowhere. */
export function targetOf(input: FetchInput): string | undefined {
  try {
    const { origin, pathname } = new URL(
      isRequest(input) ? input.url : input,
      (globalThis as { readonly location?: Location }).location?.href,
    );
    return origin + pathname;
  } catch {
    // A mistake of the caller, which fetch has the better words for.
    return undefined;
  }
}

/** Bodies that give the same bytes every time they are sent. Streams and iterables do not, and what is not known may not. */
const REPEATABLE = /^\[object (?:Null|Undefined|String|\w*Array(?:Buffer)?|DataView|URLSearchParams|FormData|Blob|File)\]$/;

/** The methods that RFC 9110 and its successors call idempotent: sending them twice asks for the same as sending them once. */
const IDEMPOTENT = /^(?:GET|HEAD|OPTIONS|TRACE|PUT|DELETE|QUERY)$/;
const KEY = "idempotency-key";

/** A key as the Idempotency-Key draft has it: a quoted string. Not by `randomUUID`, which pages without HTTPS do not have. */
function newKey(): string {
  return `"${Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}

/** A request, and what repeating it depends on. */
export interface RepeatableRequest {
  readonly method: string;
  /** Whether redirects are the caller's business. */
  readonly seesRedirects: boolean;
  /** The caller's signal. */
  readonly signal: AbortSignal | null | undefined;
  /** Whether sending it twice does what sending it once does, by its method or its idempotency key. */
  readonly idempotent: boolean;
  /** Whether its body can be sent again. */
  readonly replayable: boolean;
  /** What `fetch` is to be given with every attempt, with another signal. */
  readonly init: RequestInit;
  /** The input of the next attempt. Sending a Request uses its body up, so it is copied first where this is not the last attempt. */
  next(isLast: boolean): FetchInput;
}

/**
 * Reads what a call was given.
 * @param generateKey whether a request that is not idempotent gets a key. It is made once, and so is the same in all attempts.
 * @throws TypeError where the headers have to be read and are none, in the platform's words.
 */
export function readRequest(input: FetchInput, given: RequestInit | null | undefined, generateKey: boolean): RepeatableRequest {
  const init = given ?? {};
  const request = isRequest(input) ? input : undefined;
  const method = (init.method ?? request?.method ?? "GET").toUpperCase();
  const headers = IDEMPOTENT.test(method) ? undefined : new Headers(init.headers ?? request?.headers);
  const addKey = generateKey && headers?.has(KEY) === false;
  if (addKey) headers.set(KEY, newKey());
  let spare = input;
  return {
    method,
    seesRedirects: (init.redirect ?? request?.redirect) === "manual",
    signal: init.signal === undefined ? request?.signal : init.signal,
    idempotent: headers?.has(KEY) ?? true,
    replayable: REPEATABLE.test(Object.prototype.toString.call(init.body)),
    init: addKey ? { ...init, headers } : init,
    next: (isLast) => {
      const current = spare;
      if (isRequest(current) && current.body !== null && !isLast) spare = current.clone();
      return current;
    },
  };
}
