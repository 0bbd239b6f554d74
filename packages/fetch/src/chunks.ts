import { type BodyStream, bodyStreamOf } from "@scai-errors/core";

/** A chunk of a body: bytes, or text if the platform decodes by itself. */
export type Chunk = Uint8Array | string;

/** Reads a body. */
export interface Chunks {
  /** The next chunk; undefined at the end. */
  read(): Promise<Chunk | undefined>;
  /** Stops reading early, so that the connection is released. Never rejects. */
  cancel(): Promise<void>;
}

/** What this needs from a response: a web stream, a Node stream (node-fetch), or at least a text (React Native). */
export interface ReadableResponse {
  readonly body?: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string> | null | undefined;
  text?(): Promise<string>;
}

function ofStream(stream: BodyStream): Chunks {
  const reader = stream.getReader();
  return {
    read: async () => (await reader.read()).value,
    cancel: () => reader.cancel().catch(() => undefined),
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

/** Returns a reader for a response's body; undefined if it has none. */
export function chunksOf(response: ReadableResponse): Chunks | undefined {
  const stream = bodyStreamOf(response.body);
  if (stream) return ofStream(stream);
  return response.text && ofText(() => response.text?.() ?? Promise.resolve(""));
}
