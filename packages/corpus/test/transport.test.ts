import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RawServer, startRawServer } from "@scai-errors/workspace/raw-server";
import { expectOutcome } from "./outcome.js";
import { problemsOf } from "../src/problems.js";
import { services } from "@scai-errors/workspace/services";
import { transport } from "../src/cases/transport.js";

let server: RawServer;
beforeAll(async () => {
  server = await startRawServer();
});
afterAll(() => server.close());

for (const service of services) {
  describe.concurrent(service.name, () => {
    for (const one of transport) {
      it(`${one.id}: ${one.fault}`, async () => {
        const response = await server.fetch(one.steps);
        const error = await service.fromResponse(response, one.read);
        expect(problemsOf(error, service, one.status)).toEqual([]);
        expectOutcome(error, one, service);
      });
    }
  });
}
