import { createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";
import createClient from "openapi-fetch";
import { expect, test } from "vitest";
import { noWaiting } from "../fake-runtime.js";
import { thrownBy } from "../thrown.js";
import { busyGrid } from "./busy-grid.js";

/** As openapi-typescript generates it. */
interface paths {
  "/v1/models/{name}": {
    get: {
      parameters: { path: { name: string } };
      responses: { 200: { content: { "application/json": { name: string } } } };
    };
    post: {
      parameters: { path: { name: string } };
      requestBody: { content: { "application/json": { prompt: string } } };
      responses: { 200: { content: { "application/json": { name: string } } } };
    };
  };
}

const withoutWaiting = { runtime: noWaiting(), attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity };

test("openapi-fetch: errors are thrown, so that `data` is always there", async () => {
  const grid = await busyGrid();
  const client = createClient<paths>({ baseUrl: grid.url, fetch: createFetch(scaigrid, withoutWaiting) });
  const { data } = await client.GET("/v1/models/{name}", { params: { path: { name: "small" } } });
  expect(data).toEqual({ name: "small" });
  const missing = client.GET("/v1/models/{name}", { params: { path: { name: "large" } } });
  expect(await thrownBy(missing)).toMatchObject({ id: "scaigrid/MODEL_NOT_FOUND", requestId: "req_1" });
});

test("openapi-fetch: a POST that a limiter refused is sent again with its body", async () => {
  const grid = await busyGrid();
  const client = createClient<paths>({ baseUrl: grid.url, fetch: createFetch(scaigrid, withoutWaiting) });
  await client.POST("/v1/models/{name}", { params: { path: { name: "small" } }, body: { prompt: "Hello" } });
  expect(grid.requests.map((request) => request.split("\r\n\r\n")[1])).toEqual(['{"prompt":"Hello"}', '{"prompt":"Hello"}']);
});
