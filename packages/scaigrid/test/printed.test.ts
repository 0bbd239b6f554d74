import { inspect } from "node:util";
import { expect, it } from "vitest";
import { scaigrid } from "../src/index.js";

/** What a printer shows, without the lines of the stack, which name files of this machine. */
function printed(error: unknown): string {
  return inspect(error, { depth: 5, breakLength: 100 }).replace(/\n {4}at .*?(?= \{$|$)/gm, "");
}

const meta = { request_id: "req_8f2c" };
const headers = {
  authorization: "Bearer sgk_of_the_caller",
  "set-cookie": "session=secret",
  "x-scaigrid-ratelimit-limit": "60",
  "x-scaigrid-ratelimit-remaining": "0",
  "x-scaigrid-ratelimit-reset": "1713888715",
};

const errors = {
  "a validation failure": scaigrid.decode({
    status: 422,
    body: {
      status: "error",
      error: {
        code: "VALIDATION_ERROR",
        message: "Request validation failed",
        details: [{ field: "messages.0.role", message: "Input should be 'user' or 'assistant'" }],
      },
      meta,
    },
  }),
  "a rate limit": scaigrid.decode({
    status: 429,
    headers,
    body: { status: "error", error: { code: "RATE_LIMITED", message: "Too many requests", retry_after: 15 } },
  }),
  "an event frame": scaigrid.fromEvent({ event: "error", data: '{"code":"BACKEND_ERROR","message":"The provider hung up"}' }),
  "a code of a newer release": scaigrid.decode({
    status: 409,
    body: { status: "error", error: { code: "SEAT_TAKEN", message: "Taken.\u001b[31m\nForged line" }, meta },
  }),
  "a proxy's page": scaigrid.decode({ status: 502, headers, body: "<html><title>502 Bad Gateway</title>token=secret</html>" }),
};

it.each(Object.entries(errors))("%s prints as it is", async (name, error) => {
  const text = `${printed(error)}\n`;
  expect(text).not.toMatch(/secret|sgk_/);
  await expect(text).toMatchFileSnapshot(`golden/printed/${name.replaceAll(" ", "-").replaceAll("'", "")}.txt`);
});
