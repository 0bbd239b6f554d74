// What a library hands on of fetch, with every type inferred. run.mjs adds every value of the package, and a client of every service.
import { createFetch, createRetryBudget, createRouter, decideRetry, whenClosed } from "@scai-errors/fetch";
import { readEvents } from "@scai-errors/fetch/sse";
import { dns } from "@scai-errors/dns";
import { scaigrid } from "@scai-errors/scaigrid";
import { scaiwave } from "@scai-errors/scaiwave";

export const budget = createRetryBudget({ capacity: 5 });
export const request = createFetch(scaigrid, { retry: { budget } });
export const router = createRouter({ "https://grid.example.com": scaigrid, "https://dns.example.com": dns });
export const routed = createFetch(router);
export const failed = (caught: unknown) => (routed.isFailure(caught) ? caught : undefined);
export const serviceOf = router.serviceOf;
export const closed = (socket: WebSocket) => whenClosed(socket, scaiwave);
export const events = (response: Response) => readEvents(response, scaigrid);
export const decide = (attempts: number) =>
  decideRetry(
    scaigrid.decode({ status: 429 }).retry,
    { attempts, remainingMs: 1000, idempotent: true, replayable: true },
    { attempts: 3, baseDelayMs: 500, maxDelayMs: 60_000 },
    budget,
    Math.random,
  );
