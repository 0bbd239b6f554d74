import { inspect } from "node:util";
import { expect, it } from "vitest";
import { scaikey } from "../src/index.js";

/** What a printer shows, without the lines of the stack, which name files of this machine. */
function printed(error: unknown): string {
  return inspect(error, { depth: 5, breakLength: 100 }).replace(/\n {4}at .*?(?= \{$|$)/gm, "");
}

const headers = {
  authorization: "Bearer skt_of_the_caller",
  "set-cookie": "session=secret",
  "x-request-id": "req_8f2c",
  "retry-after": "45",
  "x-ratelimit-limit": "100",
  "x-ratelimit-remaining": "0",
  "x-ratelimit-reset": "1713888715",
};

const errors = {
  "a missing path": scaikey.decode({
    status: 404,
    body: {
      error: {
        code: "secret_not_found",
        message: "Nothing is stored at 'environments/production/missing'",
        details: { path: "environments/production/missing" },
        request_id: "req_8f2c",
      },
    },
  }),
  "a rate limit": scaikey.decode({ status: 429, headers, body: { error: { code: "rate_limited", message: "Too many reads" } } }),
  "an OAuth failure": scaikey.decode({ status: 400, body: { error: "invalid_grant", error_description: "The code was used before" } }),
  "a list of FastAPI": scaikey.decode({
    status: 422,
    headers: { "x-request-id": "req_8f2c" },
    body: { detail: [{ loc: ["body", "password"], msg: "Field required", type: "missing", input: { user: "secret" } }] },
  }),
};

it.each(Object.entries(errors))("%s prints as it is", async (name, error) => {
  const text = `${printed(error)}\n`;
  expect(text).not.toMatch(/secret['"]|skt_/);
  await expect(text).toMatchFileSnapshot(`golden/printed/${name.replaceAll(" ", "-")}.txt`);
});
