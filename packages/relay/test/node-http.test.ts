import type { AddressInfo } from "node:net";
import { createFetch } from "@scai-errors/fetch";
import { ScaigridError, scaigrid } from "@scai-errors/scaigrid";
import { type Emulator, createEmulator } from "@scai-errors/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createBackend } from "../recipes/node-http.js";

let emulator: Emulator;
let url: string;
const backends: ReturnType<typeof createBackend>[] = [];

async function start(scaigridUrl: string): Promise<string> {
  const backend = createBackend(scaigridUrl);
  backends.push(backend);
  await new Promise<void>((resolve) => backend.listen(0, "127.0.0.1", resolve));
  // It listens on a port and not on a pipe.
  return `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  emulator = await createEmulator({ services: [scaigrid] });
  url = await start(`${emulator.url}/scaigrid`);
});
afterAll(async () => {
  for (const backend of backends) backend.close();
  await emulator.close();
});

/** What the client of the backend catches, with the same package against the backend as against the service. */
async function caught(address: string): Promise<unknown> {
  try {
    return await createFetch(scaigrid, { retry: { attempts: 1 } })(address);
  } catch (error) {
    return error;
  }
}

it("gives the client the typed error, over real sockets", async () => {
  const error = await caught(`${url}/RATE_LIMITED?retryAfter=120&requestId=req_7&message=Secret`);
  expect(error).toBeInstanceOf(ScaigridError);
  expect(error).toMatchObject({
    id: "scaigrid/RATE_LIMITED",
    status: 429,
    requestId: "req_7",
    retry: { policy: "backoff", afterMs: 120_000 },
  });
  expect(String(error)).not.toContain("Secret");
});

it("keeps to itself that its token was refused", async () => {
  expect(await caught(`${url}/AUTH_TOKEN_INVALID`)).toMatchObject({ id: "scaigrid/UNRECOGNIZED", status: 502, message: "Bad Gateway" });
});

it("says of a service that cannot be reached no more than that", async () => {
  const other = await createEmulator({ services: [scaigrid] });
  const backend = await start(other.url);
  await other.close();
  expect(await caught(`${backend}/RATE_LIMITED`)).toMatchObject({ status: 502, message: "Bad Gateway" });
}, 30_000);
