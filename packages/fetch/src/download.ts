import { type ServiceError, classifyFetch } from "@scai-errors/core";
import { type Body, type BodyPiece, pulledBody } from "./pulled-body.js";
import { isAbort } from "./stream-end.js";

/** What was announced and what has arrived. */
export interface DownloadCheck {
  readonly expectedBytes?: number | undefined;
  readonly receivedBytes: number;
  /** In lower-case hexadecimal, like `receivedSha256`. */
  readonly expectedSha256?: string | undefined;
  readonly receivedSha256?: string | undefined;
}

/** What this needs of a service. */
export interface DownloadingService<E extends ServiceError = ServiceError> {
  /** The error of a download that does not match what was announced; undefined if it does. */
  fromDownload(check: DownloadCheck): E | undefined;
}

/** An incremental SHA-256: `createHash("sha256")` of `node:crypto`, that of `hash-wasm`, and others like them. */
export interface StreamingHash {
  update(bytes: Uint8Array): unknown;
  digest(encoding: "hex"): string;
}

/** What a download is checked against. */
export interface DownloadOptions {
  /** The length in bytes. Default: `Content-Length`, unless the body is compressed. */
  readonly expectedBytes?: number | undefined;
  /** The SHA-256 in hexadecimal. Default: not checked. */
  readonly sha256?: string | undefined;
  /**
   * Calculates the SHA-256. Default: the platform's WebCrypto, which takes its input only in one piece, so that the body is kept in memory until it
   * is complete.
   */
  readonly hash?: StreamingHash | undefined;
  /** Maximum number of bytes to keep for WebCrypto. Default 67,108,864. A larger body fails with a TypeError that asks for `hash`. */
  readonly maxKeptBytes?: number | undefined;
}

/** The length in the headers, if it counts the bytes that arrive and not those of a compressed form. */
function announcedLength(headers: Headers): number | undefined {
  const length = headers.get("content-length") ?? "";
  const isAsSent = /^(?:identity)?$/.test(headers.get("content-encoding") ?? "");
  const bytes = isAsSent && /^\d+$/.test(length) ? Number(length) : undefined;
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** A hash by WebCrypto, which takes its input in one piece. */
function keepingHash(most: number): { update(bytes: Uint8Array): void; digest(): Promise<string> } {
  const kept: Uint8Array[] = [];
  let length = 0;
  return {
    update: (bytes) => {
      length += bytes.length;
      if (length > most) {
        throw new TypeError(`checkedBody(): more than maxKeptBytes (${most}) for a SHA-256 by WebCrypto; pass a streaming one as "hash".`);
      }
      kept.push(bytes.slice());
    },
    digest: async () => {
      // Of no memory that is shared, which the compiler cannot know of these chunks.
      const digest = await crypto.subtle.digest("SHA-256", await new Blob(kept as BlobPart[]).arrayBuffer());
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
    },
  };
}

/**
 * The body of a response as a stream that fails, instead of ending, if it is shorter than announced or has another SHA-256. The failure is the
 * service's error; without an announced length, a broken connection is a `TransportError`. Earlier data has already been delivered, so keep it only
 * if the stream ends without an error. An abort is passed on as the signal's reason.
 */
export function checkedBody(
  response: Pick<Response, "headers" | "body">,
  service: DownloadingService,
  { expectedBytes = announcedLength(response.headers), sha256, hash: given, maxKeptBytes = 67_108_864 }: DownloadOptions = {},
): Body {
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  const hash = sha256 === undefined ? undefined : (given ?? keepingHash(maxKeptBytes));
  let receivedBytes = 0;
  const check = async (isWhole: boolean): Promise<ServiceError | undefined> =>
    service.fromDownload({
      expectedBytes,
      receivedBytes,
      ...(isWhole && { expectedSha256: sha256?.toLowerCase(), receivedSha256: await hash?.digest("hex") }),
    });
  /** The error for a failed read: the service's error for a download that is too short, or else that of the connection. */
  const failureOf = async (thrown: unknown): Promise<unknown> => {
    const lost = isAbort(thrown) ? undefined : classifyFetch(thrown);
    if (!lost) return thrown;
    return (await check(false)) ?? lost;
  };
  const next = async (): Promise<BodyPiece | undefined> => {
    const { done, value } = await reader.read().catch(async (thrown: unknown) => {
      throw await failureOf(thrown);
    });
    if (done) {
      const failure = await check(true);
      if (failure) throw failure;
      return undefined;
    }
    receivedBytes += value.length;
    try {
      hash?.update(value);
    } catch (thrown) {
      // Whoever reads this has no use for the rest, and left alone it would keep its connection.
      void reader.cancel(thrown).catch(() => undefined);
      throw thrown;
    }
    return value;
  };
  return pulledBody(next, (reason) => reader.cancel(reason));
}
