/** What `fetch` takes. It is derived from its type, because the DOM's name for it is unknown without the DOM library. */
export type FetchInput = Parameters<typeof globalThis.fetch>[0];

/** Whether an input is a Request, of this platform or of another that looks like it. */
export function isRequest(input: FetchInput): input is Request {
  // What is no input at all is left to fetch, which has the better words for it.
  return "clone" in (Object(input) as object);
}

/** The parts of an absolute URL without secrets: no user name, query or fragment. */
const PUBLIC_PARTS = /^([a-z][\d+.a-z-]*:)\/\/(?:[^/?#]*@)?([^/?#]*)([^?#]*)/i;

/** A URL, normalized by the platform. */
function normalized(input: FetchInput): string {
  const base = (globalThis as { readonly location?: { readonly href?: string } }).location?.href;
  return new URL(isRequest(input) ? input.url : input, base).href;
}

/**
 * The URL of a request, without the parts that can contain secrets. Undefined for an invalid URL. The parts are cut off here instead of read from
 * `URL`, because in React Native the `origin` of a URL has the user name in it.
 */
export function targetOf(input: FetchInput): string | undefined {
  try {
    const [, scheme, host, path] = PUBLIC_PARTS.exec(normalized(input)) ?? [];
    return scheme && `${scheme}//${host}${path}`;
  } catch {
    // A mistake of the caller, which fetch has the better words for.
    return undefined;
  }
}

/** Bodies that give the same bytes every time they are sent. Streams and iterables do not, and unknown ones may not. */
const REPEATABLE = /^\[object (?:Null|Undefined|String|\w*Array(?:Buffer)?|DataView|URLSearchParams|FormData|Blob|File)\]$/;

/** Whether a body can be sent again. npm's form-data calls itself FormData, but is a stream. */
function isRepeatable(body: unknown): boolean {
  const isStream = typeof (Object(body) as { readonly pipe?: unknown }).pipe === "function";
  return !isStream && REPEATABLE.test(Object.prototype.toString.call(body));
}

/** The methods that RFC 9110 and its successors call idempotent: sending a request twice has the same effect as sending it once. */
const IDEMPOTENT = /^(?:GET|HEAD|OPTIONS|TRACE|PUT|DELETE|QUERY)$/;

/** @param method in capitals. */
export function isIdempotent(method: string): boolean {
  return IDEMPOTENT.test(method);
}

/**
 * Whether a request changes nothing.
 * @param method in capitals.
 */
export function isSafe(method: string): boolean {
  return /^(?:GET|HEAD|OPTIONS|TRACE|QUERY)$/.test(method);
}

/** A request's method in capitals. */
export function methodOf(input: FetchInput, init: RequestInit | undefined): string {
  return (init?.method ?? (isRequest(input) ? input.method : "GET")).toUpperCase();
}

const KEY = "idempotency-key";

/** Sixteen random bytes. `Math.random` if the platform has no better source, as in React Native: a key must be unique, and nobody guesses it. */
function randomBytes(random: () => number): Uint8Array {
  const bytes = new Uint8Array(16);
  const { crypto } = globalThis as { readonly crypto?: Pick<Crypto, "getRandomValues"> };
  return crypto ? crypto.getRandomValues(bytes) : bytes.map(() => Math.floor(256 * random()));
}

/** A key in the form of the Idempotency-Key draft: a quoted string. Without `randomUUID`, which pages without HTTPS do not have. */
function newKey(random: () => number): string {
  return `"${Array.from(randomBytes(random), (byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}

/** A request, and what its repetition depends on. */
export interface RepeatableRequest {
  readonly method: string;
  /** Whether the caller handles redirects. */
  readonly seesRedirects: boolean;
  /** The caller's signal. */
  readonly signal: AbortSignal | null | undefined;
  /** Whether sending it twice has the same effect as sending it once, by its method or its idempotency key. */
  readonly idempotent: boolean;
  /** Whether its body can be sent again. */
  readonly replayable: boolean;
  /** The `init` for every attempt, apart from its signal. */
  readonly init: RequestInit;
  /** The input of the next attempt. Sending a Request uses up its body, so it is copied first unless this is the last attempt. */
  next(isLast: boolean): FetchInput;
}

/**
 * Reads the arguments of a call.
 * @param generateKey whether a request that is not idempotent gets a key. It is made once, so all attempts have the same.
 * @param random returns numbers from 0 to 1, without the 1.
 * @throws TypeError for invalid headers, in the platform's words.
 */
export function readRequest(
  input: FetchInput,
  given: RequestInit | null | undefined,
  generateKey: boolean,
  random: () => number,
): RepeatableRequest {
  const init = given ?? {};
  const request = isRequest(input) ? input : undefined;
  const method = methodOf(input, init);
  const headers = isIdempotent(method) ? undefined : new Headers(init.headers ?? request?.headers);
  const addKey = generateKey && headers?.has(KEY) === false;
  if (addKey) headers.set(KEY, newKey(random));
  let spare = input;
  return {
    method,
    seesRedirects: (init.redirect ?? request?.redirect) === "manual",
    signal: init.signal === undefined ? request?.signal : init.signal,
    idempotent: headers?.has(KEY) ?? true,
    replayable: isRepeatable(init.body),
    init: addKey ? { ...init, headers } : init,
    next: (isLast) => {
      const current = spare;
      if (isRequest(current) && current.body !== null && !isLast) spare = current.clone();
      return current;
    },
  };
}
