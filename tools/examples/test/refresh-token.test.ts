import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchWithToken } from "../.cache/examples/refresh-token.ts";
import { failing, server } from "./emulator.ts";

test("a new token, once", async () => {
  let refreshed = 0;
  const tokens = { current: () => "old", refresh: () => Promise.resolve(`new ${++refreshed}`) };
  const url = await server((path, _count, authorization) => {
    if (path === "/forbidden") return failing("AUTHZ_PERMISSION_DENIED");
    if (path === "/expired") return failing("SESSION_EXPIRED");
    return authorization === "Bearer old" ? failing("SESSION_EXPIRED") : new Response(authorization);
  });
  assert.equal(await (await fetchWithToken(url, tokens)).text(), "Bearer new 1");
  await assert.rejects(fetchWithToken(`${url}/expired`, tokens), { code: "SESSION_EXPIRED" });
  assert.equal(refreshed, 2);
  await assert.rejects(fetchWithToken(`${url}/forbidden`, tokens), { code: "AUTHZ_PERMISSION_DENIED" });
  assert.equal(refreshed, 2);
});
