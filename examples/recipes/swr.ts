// The same for SWR: `<SWRConfig value={byAdvice}>`, or as the options of one useSWR.
import { isServiceError } from "@scai-errors/scaigrid";
import type { SWRConfiguration } from "swr";

const TRIES = { never: 0, after_change: 0, once: 1, backoff: 3 };

export const byAdvice = {
  onErrorRetry(error: unknown, _key, _config, revalidate, { retryCount }) {
    if (!isServiceError(error) || retryCount > TRIES[error.retry.policy]) return;
    const wait = Math.max(500 * 2 ** retryCount, error.retry.afterMs ?? 0);
    setTimeout(() => void revalidate({ retryCount }), wait);
  },
} satisfies SWRConfiguration;
