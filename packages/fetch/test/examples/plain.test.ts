import { createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";
import { expect, test } from "vitest";
import { noWaiting } from "../fake-runtime.js";
import { busyGrid } from "./busy-grid.js";

const withoutWaiting = { runtime: noWaiting(), attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity };

test("plain code", async () => {
  const grid = await busyGrid();
  const gridFetch = createFetch(scaigrid, withoutWaiting);

  async function describeModel(name: string): Promise<string> {
    try {
      const response = await gridFetch(`${grid.url}v1/models/${name}`);
      return `Found ${((await response.json()) as { name: string }).name}`;
    } catch (error) {
      if (!gridFetch.isFailure(error)) throw error;
      switch (error.id) {
        case "scaigrid/MODEL_NOT_FOUND":
          return `No model called ${name}`;
        case "transport/CONNECTION_FAILED":
          return "You seem to be offline";
        default:
          return `${error.message} (after ${error.attempts} attempts; quote ${error.requestId ?? "nothing"})`;
      }
    }
  }

  expect(await describeModel("small")).toBe("Found small");
  expect(await describeModel("large")).toBe("No model called large");
  expect(grid.requests).toHaveLength(3);
});
