import { randomBytes } from "node:crypto";
import { relay } from "@scai-errors/relay";
import { type RawServer, startRawServer } from "@scai-errors/workspace/raw-server";
import { services } from "@scai-errors/workspace/services";
import { afterAll, beforeAll, expect, it } from "vitest";
import { placements } from "../src/placements.js";

let server: RawServer;
beforeAll(async () => {
  server = await startRawServer();
});
afterAll(() => server.close());

it("hands on no secret that a failure has anywhere but in its request id", async () => {
  const leaks: string[] = [];
  let relayed = 0;
  for (const { where, visibleAs, fail } of placements) {
    for (const service of services) {
      const secret = randomBytes(24).toString("hex");
      const error = await fail(service, secret, server);
      if (!error) continue;
      for (const format of ["service", "problem"] as const) {
        relayed += 1;
        const isSeen = JSON.stringify(relay(error, { format })).includes(secret);
        if (isSeen && visibleAs !== "requestId") leaks.push(`${service.name} in the format ${format} hands on ${where}`);
      }
    }
  }
  expect(leaks).toEqual([]);
  expect(relayed).toBeGreaterThan(300);
});
