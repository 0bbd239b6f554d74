// Queries that are repeated as the service advises, and not three times whatever happened.
import { isServiceError } from "@scai-errors/scaigrid";
import { QueryClient } from "@tanstack/query-core";

/** How often a failure is worth another try. */
const TRIES = { never: 0, after_change: 0, once: 1, backoff: 3 };

export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => isServiceError(error) && failures < TRIES[error.retry.policy],
        retryDelay: (failures, error) => Math.max(500 * 2 ** failures, (isServiceError(error) && error.retry.afterMs) || 0),
      },
    },
  });
}
