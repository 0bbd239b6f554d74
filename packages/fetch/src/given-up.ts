import type { ServiceError } from "@scai-errors/core";
import { type FetchInput, isIdempotent, isRequest, isSafe, methodOf } from "./request.js";

/** A request that was given up, and how often its end was handed out again. */
interface Entry {
  /** Gives the response, or throws the error. */
  readonly end: () => Response;
  /** After how many milliseconds the service asked for the request again. Clients wait for it before they repeat it. */
  readonly hintMs: number;
  /** Whether it may end in another way once something was changed: nothing was there, or something stood in the way. */
  readonly isOfState: boolean;
  repeats: number;
  until: number;
}

/** How long the end of a call stands, and for how many repetitions. */
interface Standing {
  readonly forMs: number;
  readonly repeats: number;
}

/** ky and its like repeat what is idempotent, twice, after 300 and 600 ms. Programs that ask again and again do so more slowly. */
const IDEMPOTENT: Standing = { forMs: 1000, repeats: 2 };
/** The AI SDK and LangChain repeat POST, up to six times, each time after twice as long: after one to two seconds at first. */
const OTHER: Standing = { forMs: 5000, repeats: 6 };

/** The most requests that are remembered, and the most characters of one. */
const MOST_REQUESTS = 20;
const MOST_CHARACTERS = 1_000_000;

/** A client's own count of its repetitions is what differs between them. */
const COUNTS = new Set(["x-stainless-retry-count"]);

function urlOf(input: FetchInput): string {
  if (isRequest(input)) return input.url;
  return typeof input === "string" ? input : input.href;
}

/** Whether nobody waits for the request any more. Whoever sends it rejects with the signal's reason. */
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

/** Undefined for requests that nobody can compare, such as one whose body is a stream. */
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
 * What was given up a moment ago. Some clients repeat a request by themselves, whatever they are told: then it would be sent again although the service
 * documents that it is of no use, and three attempts would become nine. So the same request gets the same end again for a short while, and is not sent.
 */
export class GivenUpCalls {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Remembers how a call ended.
   * @param end gives its failed response, or throws its error.
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

  /** Notes that a request succeeded. One that changes something may have changed how others end. */
  succeeded(input: FetchInput, init: RequestInit | undefined): void {
    if (isSafe(methodOf(input, init))) return;
    for (const [key, { isOfState }] of this.#entries) if (isOfState) this.#entries.delete(key);
  }

  /**
   * The response that the same request ended with a moment ago; undefined where it is to be sent, and where it is aborted.
   * @throws what it ended with, where that was an error.
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
