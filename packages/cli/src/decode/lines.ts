/** A line that is longer is passed over: it would have to be held in memory whole. */
const LONGEST_LINE = 16 * 1024 * 1024;

const LINE_END = 0x0a;

/** A line whose end has not come yet. */
class BegunLine {
  #parts: Buffer[] = [];
  #size = 0;

  get isBegun(): boolean {
    return this.#size > 0;
  }

  add(part: Buffer): void {
    this.#size += part.length;
    // A copy, since the chunk's memory may be used again; of a line that is too long nothing is kept.
    if (this.#size > LONGEST_LINE) this.#parts = [];
    else this.#parts.push(Buffer.from(part));
  }

  /** The line, undefined where it was too long; the next begins. */
  take(): Buffer | undefined {
    const line = this.#size > LONGEST_LINE ? undefined : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    return line;
  }
}

/**
 * The whole lines of chunks, many at a time and in the chunk's own memory where they stand in one chunk. Undefined in the place of a line that is
 * too long.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | undefined> {
  const begun = new BegunLine();
  for await (const chunk of chunks) {
    const first = begun.isBegun ? chunk.indexOf(LINE_END) + 1 : 0;
    const last = chunk.lastIndexOf(LINE_END) + 1;
    if (first > 0) {
      begun.add(chunk.subarray(0, first));
      yield begun.take();
    }
    if (last > first) yield chunk.subarray(first, last);
    if (last < chunk.length) begun.add(chunk.subarray(last));
  }
  if (begun.isBegun) yield begun.take();
}
