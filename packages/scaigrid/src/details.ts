import { type JsonValue, type Parts, copyJson, isObject } from "@scai-errors/core";

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

export function rateLimitHint(received: unknown, { afterMs }: Parts): RateLimitHint {
  // Among the details it stands in an error's own JSON, which has to come out as it went in.
  const { retry_after: hint } = isObject(received) ? received : {};
  return { retry_after: Number.isFinite(hint) ? (hint as number) : afterMs && afterMs / 1000 };
}

export function stageErrors(received: unknown): StageErrors {
  const errors = copyJson(isObject(received) ? received.errors : received);
  return { errors: Array.isArray(errors) ? errors : [] };
}
