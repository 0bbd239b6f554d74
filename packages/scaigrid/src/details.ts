import { type JsonValue, type Parts, isObject } from "@scai-errors/core";

/** What a rate limiter says about waiting. */
export interface RateLimitHint {
  /** Seconds to wait, the larger of body and header; undefined where neither says. The same in milliseconds is `retry.afterMs`. */
  readonly retry_after: number | undefined;
}

/** What a publishing pipeline says about the stage that refused. */
export interface StageErrors {
  /** As received, since the pages do not give the shape of an entry; empty where nothing was named. */
  readonly errors: readonly JsonValue[];
}

export function rateLimitHint(_received: unknown, { afterMs }: Parts): RateLimitHint {
  return { retry_after: afterMs && afterMs / 1000 };
}

export function stageErrors(received: unknown): StageErrors {
  const errors = isObject(received) ? received.errors : received;
  // Details are plain data by now.
  return { errors: Array.isArray(errors) ? (errors as readonly JsonValue[]) : [] };
}
