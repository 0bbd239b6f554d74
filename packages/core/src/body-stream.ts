import { memberOf } from "./member-of.js";
import { encodeUtf8 } from "./utf8.js";

/** Reads a stream chunk by chunk. */
export interface BodyReader {
  /** The next chunk; no value at the end. */
  read(): Promise<{ readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** The part of a web stream that is used. */
export interface BodyStream {
  getReader(): BodyReader;
}

/** A chunk as bytes: Node streams deliver text if somebody has set an encoding. A chunk that is neither fails when its length is read. */
function chunkBytes(chunk: unknown): Uint8Array {
  return typeof chunk === "string" ? encodeUtf8(chunk) : (chunk as Uint8Array);
}

/** Reads an async iterable like a web stream. */
function iteratingReader(iterable: AsyncIterable<unknown>): BodyReader {
  const iterator = iterable[Symbol.asyncIterator]();
  return {
    read: async () => {
      const next: IteratorResult<unknown, unknown> = await iterator.next();
      return { value: next.done ? undefined : chunkBytes(next.value) };
    },
    cancel: async () => {
      // Ending the iteration would wait for a chunk that may never come, and keep the connection until then.
      const destroy = memberOf(iterable, "destroy");
      if (typeof destroy === "function") await destroy.call(iterable);
      else await iterator.return?.();
    },
  };
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof memberOf(value, Symbol.asyncIterator) === "function";
}

/** The reader of what a Blob's `stream` returned, which may be a Node stream. */
function readerOf(stream: unknown): BodyReader {
  const given = bodyStreamOf(stream);
  if (!given) throw new TypeError("The stream of this Blob is none.");
  return given.getReader();
}

/**
 * The stream of a body that has to be awaited: a web stream, a Blob, or a Node stream. Undefined for any other value. Nothing of the body is called
 * before its reader is asked for, which throws if the body cannot be read.
 */
export function bodyStreamOf(body: unknown): BodyStream | undefined {
  // That it has a reader is all that can be asked of it; what that gives is read within bounds, and may be anything.
  if (typeof memberOf(body, "getReader") === "function") return body as BodyStream;
  const stream = memberOf(body, "stream");
  if (typeof stream === "function") return { getReader: () => readerOf(stream.call(body)) };
  return isIterable(body) ? { getReader: () => iteratingReader(body) } : undefined;
}
