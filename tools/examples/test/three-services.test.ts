import assert from "node:assert/strict";
import { test } from "node:test";
import { dns } from "@scai-errors/dns";
import { scaidrive } from "@scai-errors/scaidrive";
import { type ServiceError, scaigrid, transport } from "@scai-errors/scaigrid";
import { explain, react } from "../.cache/examples/three-services.ts";

test("an exhaustive handler of anything caught from three services", async () => {
  const refused = await fetch("http://127.0.0.1:9999/").catch(transport.from);
  const errors = [
    [scaigrid.decode({ status: 429, body: { error: { code: "RATE_LIMITED" } } }), "wait"],
    [scaigrid.decode({ status: 429, body: { error: { code: "QUOTA_EXCEEDED" } } }), "ask for more"],
    [scaidrive.decode({ status: 404 }), "give up"],
    [dns.decode({ status: 401 }), "sign in"],
    [refused, "wait"],
  ] as readonly (readonly [ServiceError, string])[];
  for (const [error, reaction] of errors) {
    assert.equal(react(error), reaction);
    assert.equal(react(new Error("The page could not be drawn.", { cause: error })), reaction);
  }
  assert.equal(explain(refused), "Nothing was sent.");
  assert.throws(() => react(new RangeError("a bug")), RangeError);
});
