import { type FileHandle, open, stat } from "node:fs/promises";
import { cleanLine, isObject } from "@scai-errors/core";
import { Refusal } from "../exit-codes.js";
import { unpacked } from "./gzip.js";

/** Something to read. */
export interface Source {
  /** The file as it was named, fit to be printed; `standard input` for that. */
  readonly name: string;
  /** The size of the file in bytes; undefined where nobody knows, as with a pipe. */
  readonly size: number | undefined;
  /** Each is good until the next is asked for: its memory is used again. */
  readonly chunks: AsyncIterable<Buffer>;
}

const CHUNK = 128 * 1024;

/**
 * Opens a file; `-` is standard input.
 * @throws Refusal where it is a folder, is not there, or may not be read.
 */
export async function openSource(file: string, standardInput: AsyncIterable<Buffer>): Promise<Source> {
  if (file === "-") return { name: "standard input", size: undefined, chunks: standardInput };
  const name = cleanLine(file) ?? "the file";
  const found = await stat(file).catch((error: unknown) => {
    throw refusal(name, error);
  });
  if (found.isDirectory()) throw new Refusal(`${name} is a folder; name the files in it, such as ${name.replace(/\/$/, "")}/*.log`);
  return { name, size: found.isFile() ? found.size : undefined, chunks: chunksOf(file, name) };
}

/** Reads into the same memory again and again: a buffer per chunk keeps the collector busier than all reading of lines. */
async function* chunksOf(file: string, name: string): AsyncGenerator<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    for (let got = await handle.read(buffer); got.bytesRead > 0; got = await handle.read(buffer)) yield buffer.subarray(0, got.bytesRead);
  } catch (error) {
    throw refusal(name, error);
  } finally {
    await handle?.close();
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "you may not read it",
  EISDIR: "it is a folder",
};

function refusal(name: string, error: unknown): Refusal {
  const { code, message } = isObject(error) ? error : {};
  const reason = typeof code === "string" && Object.hasOwn(reasons, code) ? reasons[code] : cleanLine(message);
  return new Refusal(`${name} cannot be read: ${reason ?? "the system gave no reason"}.`);
}

/** The chunks with what is compressed unpacked, and what Windows PowerShell writes (UTF-16) as UTF-8. */
export async function* readable({ name, chunks }: Source): AsyncGenerator<Buffer> {
  const { head, rest } = await peek(chunks, 3);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* unpacked(rest, name);
  else if (head[0] === 0xff && head[1] === 0xfe) yield* fromUtf16(rest);
  else if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) yield* without(rest, 3);
  else yield* rest;
}

async function* fromUtf16(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder("utf-16le");
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
}

async function* without(chunks: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const chunk of chunks) {
    yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** The first bytes of some chunks, at least as many as asked for where there are so many, and all of the chunks. */
export async function peek(
  chunks: AsyncIterable<Buffer>,
  bytes: number,
): Promise<{ readonly head: Buffer; readonly rest: AsyncIterable<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  let size = 0;
  while (size < bytes) {
    const next = await iterator.next();
    if (next.done === true) break;
    parts.push(Buffer.from(next.value));
    size += next.value.length;
  }
  const head = Buffer.concat(parts);
  async function* rest(): AsyncGenerator<Buffer> {
    try {
      if (head.length > 0) yield head;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      // Who stops reading here stops reading there: standard input that nobody closes keeps the program alive.
      await iterator.return?.();
    }
  }
  return { head, rest: rest() };
}
