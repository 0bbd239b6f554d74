import assert from "node:assert/strict";
import { createFetch } from "@scai-errors/fetch";
import { scaigrid } from "@scai-errors/scaigrid";
import { createEmulator } from "@scai-errors/testing";

/** ScaiGrid as it fails on demand. The process ends with it, whatever a test has left open. */
export async function startScaigrid() {
  const emulator = await createEmulator({ services: [scaigrid] });
  return { url: `${emulator.url}/scaigrid`, close: () => emulator.close() };
}

/** Starts a server of Node on any free port, and gives its address. */
export async function listen(server) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

// A wait that is longer than a client of either side waits before it gives up.
const LIMITED = "RATE_LIMITED?retryAfter=120&requestId=req_7";
/** The path of a call that a backend hands on to ScaiGrid, where it is refused. */
export const limited = encodeURIComponent(LIMITED);

/** Whether an error is the refused call's, as the client of a backend is to see it. */
export function assertLimited(error) {
  assert.equal(scaigrid.is(error), true, String(error?.stack ?? error));
  const { id, kind, status, requestId, retry, message } = error;
  assert.deepEqual(
    { id, kind, status, requestId, policy: retry.policy, afterMs: retry.afterMs },
    { id: "scaigrid/RATE_LIMITED", kind: "rate_limited", status: 429, requestId: "req_7", policy: "backoff", afterMs: 120_000 },
  );
  assert.equal(message, "Too many requests; try again later.");
}

/** What a client with createFetch(scaigrid) catches. */
export async function caughtBy(url) {
  try {
    return await createFetch(scaigrid, { retry: { attempts: 1 } })(url);
  } catch (caught) {
    return caught;
  }
}

/** Checks a backend that answers `<url>/<code>` as ScaiGrid does. */
export async function assertRelays(url) {
  assertLimited(await caughtBy(`${url}/${limited}`));
  const raw = await fetch(`${url}/${limited}`);
  assert.equal(raw.headers.get("retry-after"), "120");
  assert.equal(raw.headers.get("x-request-id"), "req_7");
  // Not a word of the backend's own token.
  const refused = await fetch(`${url}/AUTH_TOKEN_INVALID`);
  assert.equal(refused.status, 502);
  assert.deepEqual({ ...(await refused.json()), request_id: undefined }, { detail: "Bad Gateway", request_id: undefined });
}
