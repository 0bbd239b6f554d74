import { memberOf } from "./member-of.js";
import { encodeUtf8 } from "./utf8.js";

/** What is read of a stream, as a web stream has it. */
export interface BodyStream {
  getReader(): { read(): Promise<{ readonly value?: Uint8Array | undefined }>; cancel(): Promise<void> };
}

/** A chunk as bytes: streams of Node give text where somebody has set an encoding. */
function bytesOf(chunk: unknown): Uint8Array {
  return typeof chunk === "string" ? encodeUtf8(chunk) : (chunk as Uint8Array);
}

/** What can be iterated over, as a web stream. */
function fromIterable(iterable: AsyncIterable<unknown>): BodyStream {
  const iterator = iterable[Symbol.asyncIterator]();
  return {
    getReader: () => ({
      read: async () => {
        const next: IteratorResult<unknown, unknown> = await iterator.next();
        return { value: next.done ? undefined : bytesOf(next.value) };
      },
      cancel: async () => {
        // Ending the iteration would wait for a chunk that may never come, and keep the connection until then.
        const destroy = memberOf(iterable, "destroy");
        if (typeof destroy === "function") await destroy.call(iterable);
        else await iterator.return?.();
      },
    }),
  };
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof memberOf(value, Symbol.asyncIterator) === "function";
}

/** The stream of a body that has to be awaited: a web stream, a Blob, or a stream of Node. Undefined for any other value. */
export function bodyStreamOf(body: unknown): BodyStream | undefined {
  const [getReader, stream] = [memberOf(body, "getReader"), memberOf(body, "stream")];
  // That it is a reader's stream, is all that can be asked of it; what it gives is read within bounds, and may be anything.
  if (typeof getReader === "function") return body as BodyStream;
  if (typeof stream === "function") return stream.call(body) as BodyStream;
  return isIterable(body) ? fromIterable(body) : undefined;
}
