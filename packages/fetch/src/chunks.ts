/** A piece of a body: bytes, or text where the platform decodes by itself. */
export type Chunk = Uint8Array | string;

/** What a body is read by. */
export interface Chunks {
  /** The next piece; undefined at the end. */
  read(): Promise<Chunk | undefined>;
  /** Ends the reading early, so that the connection is let go. Never rejects. */
  cancel(): Promise<void>;
}

/** What this needs of a response: a web stream, a stream of Node (node-fetch), or at least a text (React Native). */
export interface ReadableResponse {
  readonly body?: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string> | null | undefined;
  text?(): Promise<string>;
}

function ofWebStream(stream: ReadableStream<Uint8Array>): Chunks {
  const reader = stream.getReader();
  return {
    read: async () => (await reader.read()).value,
    cancel: () => reader.cancel().catch(() => undefined),
  };
}

function ofIterable(iterable: AsyncIterable<Chunk>): Chunks {
  const iterator = iterable[Symbol.asyncIterator]();
  return {
    read: async () => {
      const next = await iterator.next();
      return next.done ? undefined : next.value;
    },
    cancel: async () => {
      try {
        await iterator.return?.();
      } catch {
        // It is over in any case.
      }
    },
  };
}

function ofText(text: () => Promise<string>): Chunks {
  let isRead = false;
  return {
    read: async () => {
      if (isRead) return undefined;
      isRead = true;
      return text();
    },
    cancel: () => Promise.resolve(),
  };
}

/** A way to read a response's body; undefined where it has none. */
export function chunksOf(response: ReadableResponse): Chunks | undefined {
  const { body } = response;
  if (body && "getReader" in body) return ofWebStream(body);
  if (body && Symbol.asyncIterator in body) return ofIterable(body);
  return response.text && ofText(() => response.text?.() ?? Promise.resolve(""));
}
