import { createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";
import ky from "ky";
import { expect, test } from "vitest";
import { noWaiting } from "../fake-runtime.js";
import { thrownBy } from "../thrown.js";
import { busyGrid } from "./busy-grid.js";

const withoutWaiting = { runtime: noWaiting(), attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity };

test("ky: with its own retries and time limit off, since two layers of them would multiply", async () => {
  const grid = await busyGrid();
  const client = ky.create({ prefixUrl: grid.url, fetch: createFetch(scaigrid, withoutWaiting), retry: 0, timeout: false });
  expect(await client.get("v1/models/small").json()).toEqual({ name: "small" });
  expect(await thrownBy(client.get("v1/models/large").json())).toMatchObject({ id: "scaigrid/MODEL_NOT_FOUND", attempts: 1 });
  expect(await client.post("v1/models/small", { json: { prompt: "Hello" } }).json()).toEqual({ name: "small" });
  expect(grid.requests).toHaveLength(4);
});
