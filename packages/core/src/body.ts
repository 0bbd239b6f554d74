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

/** The longest delay that a timer can hold; a larger one would fire at once. */
const LONGEST_TIMEOUT_MS = 2_147_483_647;

/**
 * Reads a body as UTF-8 text within bounds on bytes and time. Never rejects and never hangs: gives nothing where a bound was reached or the
 * body was read before, and what had arrived where the connection broke, since a JSON document that is complete can be trusted.
 */
export function readBody(
  response: ResponseLike,
  { maxBytes = 1_048_576, timeoutMs = 10_000, signal }: ReadOptions = {},
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const { body } = response as { readonly body?: Partial<ReadableStream<Uint8Array>> | null };
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    let left = maxBytes;
    const settle = (text?: string): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
      resolve(text);
    };
    const giveUp = (): void => {
      left = -1;
      settle();
      // Not awaited: a cancel that rejects or never settles must not hold up the error.
      reader?.cancel().catch(() => undefined);
    };
    const read = async (): Promise<void> => {
      const decoder = new TextDecoder();
      let text = "";
      try {
        reader = body?.getReader?.() as typeof reader;
        // Where there is no web stream, as in React Native and node-fetch, the text comes in one piece.
        if (!reader) text = await (response as unknown as { text(): Promise<string> }).text();
        left -= text.length;
        while (reader && left >= 0) {
          const { done, value } = await reader.read();
          if (done) break;
          left -= value.length;
          text += decoder.decode(value, { stream: true });
        }
      } catch {
        // The connection broke, or the stream gave what is no bytes. What has arrived until here is what there is.
      }
      if (left >= 0) settle(text);
      else giveUp();
    };
    const timer = setTimeout(giveUp, Math.min(timeoutMs, LONGEST_TIMEOUT_MS));
    signal?.addEventListener("abort", giveUp);
    if (signal?.aborted) giveUp();
    else void read();
  });
}
