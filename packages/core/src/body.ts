/** The bounds on reading an error body. */
export interface ReadOptions {
  /**
   * The most bytes to read, after decompression. Default 1 MiB. Past it the body is cancelled and the error comes without it. Where a library
   * gives the text in one piece, its characters are counted.
   */
  readonly maxBytes?: number;
  /** The most milliseconds to spend on the body. Default 10,000. Past it the body is cancelled and the error comes without it. */
  readonly timeoutMs?: number;
  /** Ends the reading early; the error comes without the body. */
  readonly signal?: AbortSignal | undefined;
}

/** A `Response`, or what looks enough like one. */
export interface ResponseLike {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body?: unknown;
}

/** Eleven days. A delay that is longer than a timer can hold would fire at once. */
const LONGEST_TIMEOUT_MS = 1e9;

/**
 * Reads a body as UTF-8 text within bounds on bytes and time. Never rejects and never hangs: gives an empty text where a bound was reached or the
 * body was read before, and what had arrived where the connection broke, since a JSON document that is complete can be trusted.
 */
export function readBody(response: ResponseLike, { maxBytes = 1_048_576, timeoutMs = 10_000, signal }: ReadOptions = {}): Promise<string> {
  return new Promise((resolve) => {
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    let text = "";
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      resolve(maxBytes < 0 ? "" : text);
    };
    // Not all that looks like a body ends when it is cancelled, so whatever still waits for it is left behind. The cancel is not awaited either: it
    // may throw, reject or never settle, and must neither hold up the error nor end the process from within a timer.
    const stop = (): void => {
      maxBytes = -1;
      end();
      (async () => reader?.cancel())().catch(() => undefined);
    };
    const read = async (): Promise<void> => {
      const { body } = response as { readonly body?: { getReader?(): ReadableStreamDefaultReader<Uint8Array> } | null };
      reader = body?.getReader?.();
      if (signal?.aborted) stop();
      // Where there is no web stream, as in React Native and node-fetch, the text comes in one piece.
      if (!reader) {
        text = await (response as unknown as { text(): Promise<string> }).text();
        maxBytes -= text.length;
      } else {
        const decoder = new TextDecoder();
        for (let chunk; !(chunk = await reader.read()).done;) {
          // A chunk that ends with an ASCII character leaves nothing to the next one. Decoding without a stream takes a sixth of the time.
          text += decoder.decode(chunk.value, { stream: !((chunk.value.at(-1) as number) < 128) });
          // An empty chunk counts too: a stream that has nothing else may never let a timer run.
          maxBytes -= chunk.value.length || 1;
          if (maxBytes < 0) stop();
        }
      }
    };
    const timer = setTimeout(stop, Math.min(timeoutMs, LONGEST_TIMEOUT_MS));
    signal?.addEventListener("abort", stop);
    // The connection may break, or the stream give what is no bytes. What has arrived until then is what there is.
    read().then(end, end);
  });
}
