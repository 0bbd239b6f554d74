import { readFileSync, readdirSync } from "node:fs";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { Answer } from "@scai-errors/core";
import type { ServiceName } from "@scai-errors/workspace/services";
import { END, FETCHED, RESET, type Step } from "@scai-errors/workspace/raw-server";

/** An answer that a real server gave. See `fixtures/recordings/README.md`. */
export interface Recording {
  readonly id: string;
  readonly like?: ServiceName;
  readonly method?: string;
  readonly status: number;
  readonly reason?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly bodyBase64: string;
  readonly chunks?: readonly number[];
  readonly end?: "cut" | "reset";
}

const folder = new URL("../fixtures/recordings/", import.meta.url);

/** The recordings by the name of their file, which is the name of the server. */
export function readRecordings(): Map<string, readonly Recording[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".jsonl"));
  return new Map(
    files.sort().map((file) => [
      file.replace(".jsonl", ""),
      readFileSync(new URL(file, folder), "utf8")
        .trim()
        .split("\n")
        // The fixtures are the project's own; the replay fails on a line that is something else.
        .map((line) => JSON.parse(line) as Recording),
    ]),
  );
}

function headerOf({ headers }: Recording, wanted: string): string | undefined {
  return headers.find(([name]) => name === wanted)?.[1].toLowerCase();
}

const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** The body as an HTTP client hands it over; what claims to be compressed and is not stays as it is. */
function decoded(recording: Recording): Uint8Array {
  const bytes = Buffer.from(recording.bodyBase64, "base64");
  try {
    return DECODERS[headerOf(recording, "content-encoding") ?? ""]?.(bytes) ?? bytes;
  } catch {
    return bytes;
  }
}

/** The recording as `decode` takes it. */
export function answerOf(recording: Recording, receivedAt: number): Answer {
  const { status, headers } = recording;
  return { status, headers, body: decoded(recording), receivedAt };
}

/** The recording as a server sends it. */
export function stepsOf(recording: Recording): readonly Step[] {
  const { status, reason = "Any", headers, bodyBase64, chunks, end } = recording;
  const body = Buffer.from(bodyBase64, "base64");
  const head = [`HTTP/1.1 ${status} ${reason}`, ...headers.map(([name, value]) => `${name}: ${value}`), "", ""].join("\r\n");
  const isChunked = headerOf(recording, "transfer-encoding") === "chunked";
  const parts: Step[] = [];
  if (isChunked) {
    let from = 0;
    for (const size of chunks ?? (body.length ? [body.length] : [])) {
      parts.push(`${size.toString(16)}\r\n`, body.subarray(from, from + size), "\r\n");
      from += size;
    }
    if (!end) parts.push("0\r\n\r\n");
  } else if (body.length) {
    parts.push(body);
  }
  if (end) parts.push(end === "cut" ? END : RESET);
  else if (!isChunked && (headerOf(recording, "content-length") === undefined || headerOf(recording, "connection") === "close"))
    parts.push(END);
  return [head, FETCHED, ...parts];
}
