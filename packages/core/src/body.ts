/** The bounds on reading an error body. */
export interface ReadOptions {
  /** The most bytes to read, after decompression. Default 1 MiB. Past it the body is cancelled and the error comes without it. */
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
export async function readBody(
  response: ResponseLike,
  { maxBytes = 1_048_576, timeoutMs = 10_000, signal }: ReadOptions = {},
): Promise<string> {
  const { body } = response as { readonly body?: { getReader?(): ReadableStreamDefaultReader<Uint8Array> } | null };
  let reader: Pick<ReadableStreamDefaultReader, "cancel"> | undefined;
  let text = "";
  // A stream that is cancelled ends at once, and the read that waits for it with it. The cancel itself is not awaited: it may reject or never
  // settle, and must not hold up the error.
  const stop = (): void => {
    maxBytes = -1;
    reader?.cancel().catch(() => undefined);
  };
  const timer = setTimeout(stop, Math.min(timeoutMs, LONGEST_TIMEOUT_MS));
  signal?.addEventListener("abort", stop);
  try {
    // Where there is no web stream, as in React Native and node-fetch, the text comes in one piece.
    if (!body?.getReader) text = await (response as unknown as { text(): Promise<string> }).text();
    else {
      const chunks = body.getReader();
      reader = chunks;
      const decoder = new TextDecoder();
      if (signal?.aborted) stop();
      for (let chunk; !(chunk = await chunks.read()).done;) {
        text += decoder.decode(chunk.value, { stream: true });
        maxBytes -= chunk.value.length;
        if (maxBytes < 0) stop();
      }
    }
  } catch {
    // The connection broke, or the stream gave what is no bytes. What has arrived until here is what there is.
  }
  clearTimeout(timer);
  signal?.removeEventListener("abort", stop);
  return maxBytes < 0 ? "" : text;
}
