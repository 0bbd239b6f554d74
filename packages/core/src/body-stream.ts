import { memberOf } from "./member-of.js";

/** A piece of a body: bytes, or text from a stream of Node that was given an encoding. Some streams give anything else. */
export type Chunk = Uint8Array | string;

/** What is read of a stream, as a web stream has it. */
export interface BodyStream {
  getReader(): { read(): Promise<{ readonly value?: Chunk | undefined }>; cancel(): Promise<void> };
}

/** Reads what can be iterated over as a web stream is read. */
function iteratingReader(iterable: AsyncIterable<Chunk>): ReturnType<BodyStream["getReader"]> {
  const iterator = iterable[Symbol.asyncIterator]();
  return {
    read: async () => {
      const next: IteratorResult<Chunk, unknown> = await iterator.next();
      return { value: next.done ? undefined : next.value };
    },
    cancel: async () => {
      // Ending the iteration would wait for a chunk that may never come, and keep the connection until then.
      const destroy = memberOf(iterable, "destroy");
      if (typeof destroy === "function") await destroy.call(iterable);
      else await iterator.return?.();
    },
  };
}

function isIterable(value: unknown): value is AsyncIterable<Chunk> {
  return typeof memberOf(value, Symbol.asyncIterator) === "function";
}

/**
 * The stream of a body that has to be awaited: a web stream, a Blob, or a stream of Node. Undefined for any other value. Nothing of the body is called
 * before its reader is asked for, which throws where the body cannot be read.
 */
export function bodyStreamOf(body: unknown): BodyStream | undefined {
  // That it has a reader is all that can be asked of it; what that gives is read within bounds, and may be anything.
  if (typeof memberOf(body, "getReader") === "function") return body as BodyStream;
  const stream = memberOf(body, "stream");
  if (typeof stream === "function") return { getReader: () => (stream.call(body) as BodyStream).getReader() };
  return isIterable(body) ? { getReader: () => iteratingReader(body) } : undefined;
}
