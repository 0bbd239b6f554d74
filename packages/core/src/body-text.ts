import type { BodyReader } from "./body-stream.js";
import { decodeUtf8 } from "./utf8.js";

/** What is used of an `AbortSignal`, so that the declarations need neither the DOM library nor Node's types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** Limits for reading the body of a failed response. */
export interface ReadOptions {
  /**
   * Maximum number of bytes to read, after decompression. Default 1 MiB. Beyond it, the body is cancelled and left out of the error. If the response
   * has no web stream (node-fetch, React Native), its library reads the whole body within the time limit, and then its characters are counted.
   */
  readonly maxBytes?: number | undefined;
  /** Maximum time to read the body, in milliseconds. Default 10,000. Beyond it, the body is cancelled and left out of the error. */
  readonly timeoutMs?: number | undefined;
  /** Stops reading early; the error comes without the body. */
  readonly signal?: AbortSignalLike | undefined;
}

/** A `Response`, or what looks enough like one. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** A web stream. Otherwise, as in node-fetch and React Native, the body is read with `text()`. */
  readonly body?: { readonly getReader?: unknown; readonly pipe?: unknown } | null | undefined;
  readonly bodyUsed?: boolean;
  text?(): unknown;
  /** For an axios response, use `decode` with its `data` as `body`. */
  readonly data?: never;
}

/** Eleven days. A delay that is longer than a timer can hold would fire at once. */
const LONGEST_TIMEOUT_MS = 1e9;

const DEFAULT_MAX_BYTES = 1_048_576;
const DEFAULT_TIMEOUT_MS = 10_000;

/** What responses have of these; a fetch of an older platform may lack the first, one of the web's may have no text left. */
interface Readable {
  readonly body?: { getReader?(): BodyReader } | null;
  text(): Promise<string>;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(0)] = chunks;
  if (chunks.length < 2) return first;
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A whole stream as text, or the part that arrived before the connection broke; undefined beyond the limit. */
async function readChunks(stream: BodyReader, maxBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let left = maxBytes;
  try {
    for (;;) {
      const { value } = await stream.read();
      if (!value) break;
      // An empty chunk counts too: a stream with nothing else may never let a timer run.
      left -= Math.max(1, value.length);
      if (!(left >= 0)) return undefined;
      chunks.push(value);
    }
  } catch {
    // The connection broke, or the stream delivered something other than bytes. The part that arrived before counts.
  }
  return decodeUtf8(joined(chunks));
}

/** The whole text at once, if there is no web stream, as in React Native and node-fetch; undefined beyond the limit. */
async function readPiece(readable: Readable, maxBytes: number): Promise<string | undefined> {
  try {
    const text = await readable.text();
    return text.length > maxBytes ? undefined : text;
  } catch {
    // The connection broke, or the body was read before.
    return "";
  }
}

/**
 * Reads a body as UTF-8 text within limits of bytes and time. Never rejects and never hangs. Resolves to an empty text if a limit was reached, and to
 * the part that had arrived if the connection broke, because a complete JSON document can be trusted. Undefined if somebody else has read the body,
 * or is about to.
 */
export function readBodyText(response: ResponseLike, options?: ReadOptions | null): Promise<string | undefined> {
  const { maxBytes = DEFAULT_MAX_BYTES, timeoutMs = DEFAULT_TIMEOUT_MS, signal } = options ?? {};
  // Declared loosely, so that responses of many libraries fit.
  const readable = response as unknown as Readable;
  return new Promise((resolve) => {
    let reader: BodyReader | undefined;

    const settle = (text: string | undefined): void => {
      resolve(text);
      clearTimeout(timer);
      try {
        signal?.removeEventListener("abort", giveUp);
      } catch {
        // This may run in a timer, where anything that is thrown ends the process.
      }
    };

    // Not all that looks like a body ends when it is cancelled, so whatever still waits for it is left behind. The cancel is not awaited either: it
    // may throw, reject or never settle, and must neither hold up the error nor end the process from within a timer.
    const giveUp = (): void => {
      settle("");
      const cancel = async (): Promise<void> => reader?.cancel();
      cancel().catch(() => undefined);
    };

    const read = async (): Promise<void> => {
      signal?.addEventListener("abort", giveUp);
      const wasRead = response.bodyUsed === true;
      try {
        reader = readable.body?.getReader?.();
      } catch {
        // The stream has another reader. Asking for `locked` before took 0.65 of some 20 µs for every response, where hardly any has one.
        settle(undefined);
        return;
      }
      const text = signal?.aborted ? undefined : await (reader ? readChunks(reader, maxBytes) : readPiece(readable, maxBytes));
      if (text === undefined) giveUp();
      else settle(wasRead && text === "" ? undefined : text);
    };

    const timer = setTimeout(giveUp, Math.min(timeoutMs, LONGEST_TIMEOUT_MS));
    read().catch(() => {
      settle("");
    });
  });
}
