import { createFetch } from "@scai-errors/fetch";
import { match, scaigrid } from "@scai-errors/scaigrid";
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
      return match(error, "id", {
        "scaigrid/MODEL_NOT_FOUND": () => `No model called ${name}`,
        "transport/CONNECTION_FAILED": () => "You seem to be offline",
        otherwise: ({ message, attempts, requestId }) => `${message} (after ${attempts} attempts; quote ${requestId ?? "nothing"})`,
      });
    }
  }

  expect(await describeModel("small")).toBe("Found small");
  expect(await describeModel("large")).toBe("No model called large");
  expect(grid.requests).toHaveLength(3);
});
