import { cleanLine, numberOf } from "@scai-errors/core";

/** Which limit was hit, from the body that the rate-limiting page shows. */
export interface RateLimitScope {
  /** Whose limit it is: `token`, `user` or `tenant`. */
  readonly dimension: string;
  /** Requests allowed in the window. */
  readonly limit: number;
  /** The length of the window, in seconds. */
  readonly window_seconds: number;
}

/** What was announced of a download and what arrived. A member that is not known is undefined. */
export interface DownloadFacts {
  /** The announced length, in bytes. Leave it out where the answer has a content coding: then it counts the coded bytes. */
  readonly expectedBytes?: number | undefined;
  /** The bytes that arrived. */
  readonly receivedBytes?: number | undefined;
  /** The file's `checksum_sha256`. */
  readonly expectedSha256?: string | undefined;
  /** The SHA-256 of what arrived, in hexadecimal digits. */
  readonly receivedSha256?: string | undefined;
}

/** The scope of a rate limit; undefined where the body does not tell all of it, as the errors page's own shape does not. */
export function rateLimitScope(received: unknown): RateLimitScope | undefined {
  const scope = Object(received) as Record<keyof RateLimitScope, unknown>;
  const dimension = cleanLine(scope.dimension);
  const limit = numberOf(scope.limit);
  const window_seconds = numberOf(scope.window_seconds);
  return dimension && limit && window_seconds ? { dimension, limit, window_seconds } : undefined;
}

export function downloadFacts(received: unknown): DownloadFacts {
  const facts = Object(received) as Record<keyof DownloadFacts, unknown>;
  return {
    expectedBytes: numberOf(facts.expectedBytes),
    receivedBytes: numberOf(facts.receivedBytes),
    expectedSha256: cleanLine(facts.expectedSha256)?.toLowerCase(),
    receivedSha256: cleanLine(facts.receivedSha256)?.toLowerCase(),
  };
}
