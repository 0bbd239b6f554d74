import { createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";
import { QueryClient, QueryObserver } from "@tanstack/query-core";
import { expect, test } from "vitest";
import { noWaiting } from "../fake-runtime.js";
import { thrownBy } from "../thrown.js";
import { busyGrid } from "./busy-grid.js";

const withoutWaiting = { runtime: noWaiting(), attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity };

test("TanStack Query: with its own retries off, and its signal passed on", async () => {
  const grid = await busyGrid();
  const gridFetch = createFetch(scaigrid, withoutWaiting);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const model = (name: string) => ({
    queryKey: ["model", name],
    queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
      (await gridFetch(`${grid.url}v1/models/${name}`, { signal })).json() as Promise<{ name: string }>,
  });
  expect(await client.query(model("small"))).toEqual({ name: "small" });
  expect(await thrownBy(client.query(model("large")))).toMatchObject({ id: "scaigrid/MODEL_NOT_FOUND" });
  const { error } = new QueryObserver(client, model("large")).getCurrentResult();
  if (!gridFetch.isFailure(error)) throw new Error("The observer has another error.");
  expect(error.kind).toBe("not_found");
  expect(grid.requests).toHaveLength(3);
});

test("TanStack Query: cancelling a query cancels the request", async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let signal: AbortSignal | undefined;
  const fetch: typeof globalThis.fetch = (_, init) => {
    signal = init?.signal ?? undefined;
    return new Promise(() => undefined);
  };
  const gridFetch = createFetch(scaigrid, { fetch });
  const query = client.query({
    queryKey: ["x"],
    queryFn: async ({ signal: own }) => (await gridFetch("http://a.example", { signal: own })).text(),
  });
  await client.cancelQueries();
  await query.catch(() => undefined);
  expect(signal?.aborted).toBe(true);
});
