import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createFetch } from "../src/create-fetch.js";
import { fakeRuntime } from "./fake-runtime.js";
import { faultyServer, http } from "./faulty-server.js";
import { sample } from "./sample-service.js";
import { thrownBy } from "./thrown.js";

const SECRET = "s3cr3t-canary-0c1f";

/** Everything that people print errors with. */
function printed(error: unknown): string {
  return [
    String(error),
    inspect(error),
    inspect(error, { depth: Infinity, showHidden: true, getters: true }),
    JSON.stringify(error),
    JSON.stringify({ ...(error as object) }),
    (error as Error).stack,
    JSON.stringify(structuredClone(JSON.parse(JSON.stringify(error)))),
  ].join("\n");
}

/** The secret in everything that is sent. */
const init: RequestInit = {
  method: "POST",
  headers: { authorization: `Bearer ${SECRET}`, cookie: SECRET, "x-key": SECRET },
  body: SECRET,
};

describe("no printer shows what was sent", () => {
  test.each([
    ["an error of the service", http(503, { "set-cookie": SECRET, "x-internal": SECRET }, '{"error":{"code":"NEVER","message":"No."}}')],
    ["a broken connection", ""],
    ["an answer that is not HTTP", `${SECRET}\r\n\r\n`],
  ])("%s", async (_, answer) => {
    const server = await faultyServer((socket) => void socket.end(answer));
    const url = `${server.url}?token=${SECRET}#${SECRET}`;
    const told: unknown[] = [];
    const note = (event: unknown): void => void told.push(event);
    const hooks = { onAttempt: note, onOutcome: note, onRetry: note, onGiveUp: note };
    const error = await thrownBy(
      createFetch(sample, { hooks, runtime: fakeRuntime(), attemptTimeoutMs: Infinity, totalTimeoutMs: Infinity })(url, init),
    );
    expect(error).toHaveProperty("stoppedBy");
    expect(printed(error)).not.toContain(SECRET);
    expect(inspect(told, { depth: Infinity })).not.toContain(SECRET);
  });

  test("a runtime whose message has the URL in it", async () => {
    const message = `error sending request for url (https://a.example/?token=${SECRET})`;
    const fetch = (): Promise<never> => Promise.reject(new TypeError("fetch failed", { cause: new Error(message) }));
    expect(printed(await thrownBy(createFetch(sample, { fetch, runtime: fakeRuntime() })("https://a.example")))).not.toContain(SECRET);
  });
});
