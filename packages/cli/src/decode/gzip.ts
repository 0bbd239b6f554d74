import { createGunzip } from "node:zlib";
import { Refusal } from "../exit-codes.js";

/** How much is unpacked at once. A thousandfold of it, which is the most that gzip packs, still fits into memory. */
const PIECE = 16 * 1024;

/** Large parts, because each costs a turn of whoever reads them. */
const PART = 128 * 1024;

/** Unpacks gzip piece by piece. */
class Unpacker {
  readonly #name: string;
  readonly #gunzip = createGunzip({ chunkSize: PART });
  readonly #parts: Buffer[] = [];

  constructor(name: string) {
    this.#name = name;
    this.#gunzip.on("data", (part: Buffer) => this.#parts.push(part));
    // Asked for after every step. Unheard it would end the program.
    this.#gunzip.on("error", () => undefined);
  }

  /** What a piece unpacks to, after which its memory is free again. */
  add(piece: Buffer): Promise<readonly Buffer[]> {
    return this.#step((done) => this.#gunzip.write(piece, done));
  }

  /** What is left when there is no more. */
  end(): Promise<readonly Buffer[]> {
    // Closes when all is done.
    return this.#step(() => this.#gunzip.end());
  }

  close(): void {
    this.#gunzip.destroy();
  }

  /** Damage closes the stream without an answer to the step during which it is found. */
  async #step(begin: (done: () => void) => void): Promise<readonly Buffer[]> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#gunzip.off("close", done);
        resolve();
      };
      this.#gunzip.on("close", done);
      begin(done);
    });
    const { errored } = this.#gunzip;
    if (errored) throw new Refusal(`${this.#name} is compressed with gzip and damaged or cut off (${errored.message}); fetch it again.`);
    return this.#parts.splice(0);
  }
}

/**
 * Chunks of gzip unpacked. The next is asked for only when all of the last was taken: a read that is still under way when the reader has enough would
 * keep the program alive for as long as a pipe is open.
 * @param name what the chunks are of, fit to be printed.
 * @throws Refusal where they are damaged or cut off.
 */
export async function* unpacked(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const unpacker = new Unpacker(name);
  try {
    for await (const chunk of chunks)
      for (let at = 0; at < chunk.length; at += PIECE) yield* await unpacker.add(chunk.subarray(at, at + PIECE));
    yield* await unpacker.end();
  } finally {
    unpacker.close();
  }
}
