import { type HeadersInput, headerLookup, numberOf } from "@scai-errors/core";
import { type ScaidriveError, scaidrive } from "./scaidrive.js";

/** A finished download. */
export interface Download {
  /**
   * The response's headers. `Content-Length` is not compared if there is a `Content-Encoding`, because then it counts other bytes than those that
   * arrive.
   */
  readonly headers?: HeadersInput | null | undefined;
  /** The whole body, or the number of its bytes; with the number, only the length is checked. */
  readonly received: ArrayBuffer | ArrayBufferView | number;
  /** The file's `checksum_sha256`, as ScaiDrive reports it: hexadecimal digits. It is that of the whole file, not of a range. */
  readonly checksumSha256?: string | null | undefined;
}

/**
 * Checks a finished download against what was announced. Resolves to the error, or to undefined if nothing is wrong. ScaiDrive sends the status
 * before the file, so a failure halfway looks like a success that ends early. It is a separate function, so that only programs that use it bundle it.
 *
 * Rejects with a TypeError for wrong use: without bytes or their number, or with a checksum if there is no WebCrypto (outside of secure contexts).
 * With a digest from elsewhere, `scaidrive.fromDownload` does the same.
 */
export async function checkDownload({ headers, received, checksumSha256 }: Download): Promise<ScaidriveError | undefined> {
  const isBytes = ArrayBuffer.isView(received) || received instanceof ArrayBuffer;
  if (!isBytes && !Number.isInteger(received)) throw new TypeError("checkDownload expects { received }: the bytes, or their number.");
  const header = headerLookup(headers);
  const coding = header("content-encoding") ?? "identity";
  const expectedSha256 = typeof checksumSha256 === "string" ? checksumSha256 : undefined;
  return scaidrive.fromDownload({
    expectedBytes: coding === "identity" ? numberOf(header("content-length")) : undefined,
    receivedBytes: isBytes ? received.byteLength : received,
    expectedSha256,
    receivedSha256: isBytes && expectedSha256 ? await sha256(received) : undefined,
  });
}

/** The digest in lower-case hexadecimal digits. */
async function sha256(bytes: ArrayBuffer | ArrayBufferView): Promise<string> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) throw new TypeError("checkDownload cannot check a checksum here: WebCrypto needs a secure context (https, or localhost).");
  // A view of shared memory is refused at run time; asking callers for a view that is none would ask most of them for a cast.
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes as BufferSource));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
