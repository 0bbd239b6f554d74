import type { ServiceError } from "@scai-errors/core";
import { type FetchInput, isIdempotent, isRequest, isSafe, methodOf } from "./request.js";

/** A request that was given up, and how often its result was returned again. */
interface Entry {
  /** Returns the response, or throws the error. */
  readonly end: () => Response;
  /** How long the service asked to wait, in milliseconds. Clients wait that long before they repeat the request. */
  readonly hintMs: number;
  /** Whether a repetition may have another result once something was changed: nothing was there, or something conflicted. */
  readonly isOfState: boolean;
  repeats: number;
  until: number;
}

/** How long the result of a call is kept, and for how many repetitions. */
interface Standing {
  readonly forMs: number;
  readonly repeats: number;
}

/** ky and similar clients repeat idempotent requests twice, after 300 and 600 ms. Programs that poll are slower. */
const IDEMPOTENT: Standing = { forMs: 1000, repeats: 2 };
/** The AI SDK and LangChain repeat POST up to six times, doubling the wait: first one to two seconds. */
const OTHER: Standing = { forMs: 5000, repeats: 6 };

/** Maximum number of requests that are remembered, and of characters of one. */
const MOST_REQUESTS = 20;
const MOST_CHARACTERS = 1_000_000;

/** Headers in which a client counts its repetitions. They are the only difference between these. */
const COUNTS = new Set(["x-stainless-retry-count"]);

function urlOf(input: FetchInput): string {
  if (isRequest(input)) return input.url;
  return typeof input === "string" ? input : input.href;
}

/** Whether nobody waits for the request any more. Sending it rejects with the signal's reason. */
function isAborted(input: FetchInput, init: RequestInit | undefined): boolean {
  // A signal of null takes the place of the request's, as with fetch.
  const signal = init?.signal === undefined && isRequest(input) ? input.signal : init?.signal;
  return signal?.aborted === true;
}

/** What makes two requests the same. */
interface Identity {
  readonly key: string;
  readonly standing: Standing;
}

/** Undefined for requests that cannot be compared, such as one whose body is a stream. */
function identityOf(input: FetchInput, init: RequestInit | undefined): Identity | undefined {
  const request = isRequest(input) ? input : undefined;
  const body = init?.body ?? request?.body ?? "";
  if (typeof body !== "string" || body.length > MOST_CHARACTERS) return undefined;
  const method = methodOf(input, init);
  const headers = [...new Headers(init?.headers ?? request?.headers)].filter(([name]) => !COUNTS.has(name));
  return {
    key: JSON.stringify([method, urlOf(input), headers, body]),
    standing: isIdempotent(method) ? IDEMPOTENT : OTHER,
  };
}

/**
 * Remembers what was given up a moment ago. Some clients repeat a request by themselves, whatever they are told. It would be sent again although the
 * service documents that this is useless, and three attempts would become nine. So the same request gets the same result again for a short while, and
 * is not sent.
 */
export class GivenUpCalls {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Remembers how a call ended.
   * @param end returns its failed response, or throws its error.
   */
  keep(input: FetchInput, init: RequestInit | undefined, end: () => Response, { kind, retry }: ServiceError): void {
    const identity = identityOf(input, init);
    if (!identity) return;
    const { key, standing } = identity;
    const hintMs = retry.afterMs ?? 0;
    const isOfState = kind === "not_found" || retry.policy === "after_change";
    this.#entries.delete(key);
    this.#entries.set(key, { end, hintMs, isOfState, repeats: 0, until: this.#now() + hintMs + standing.forMs });
    // The oldest first, which is the order of a Map.
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size > MOST_REQUESTS) this.#entries.delete(oldest);
  }

  /** Notes that a request succeeded. If it can change something, other requests may now have another result. */
  succeeded(input: FetchInput, init: RequestInit | undefined): void {
    if (isSafe(methodOf(input, init))) return;
    for (const [key, { isOfState }] of this.#entries) if (isOfState) this.#entries.delete(key);
  }

  /**
   * The response with which the same request ended a moment ago; undefined if it should be sent, or is aborted.
   * @throws the error with which it ended, if it ended with one.
   */
  repeat(input: FetchInput, init: RequestInit | undefined): Response | undefined {
    if (isAborted(input, init)) return undefined;
    const identity = identityOf(input, init);
    const entry = identity && this.#entries.get(identity.key);
    if (!entry) return undefined;
    const { key, standing } = identity;
    const now = this.#now();
    if (now > entry.until || entry.repeats >= standing.repeats) {
      this.#entries.delete(key);
      return undefined;
    }
    entry.repeats++;
    entry.until = now + entry.hintMs + standing.forMs * 2 ** entry.repeats;
    return entry.end();
  }
}
