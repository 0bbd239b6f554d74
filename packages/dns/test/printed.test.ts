import { inspect } from "node:util";
import { expect, it } from "vitest";
import { dns } from "../src/index.js";

/** What a person sees of an error, without the stack, whose paths differ from machine to machine. */
function printed(error: Error | undefined): string {
  return inspect(error, { breakLength: 100, depth: 5 }).replaceAll(/^ {4}at .*\n?/gm, "");
}

it("prints as follows", async () => {
  const detail = { message: "Record already exists", field: "content", conflicts: ["rec_81", "rec_82"] };
  const errors = [
    dns.decode({ status: 409, body: { detail } }),
    dns.decode({ status: 409, body: { detail: "Cannot create AAAA record: CNAME exists at www.example.com" } }),
    dns.decode({ status: 400, body: { detail: "TXT record found but value doesn't match. Expected: scai-verify=1f2e" } }),
    dns.decode({ status: 422, body: { detail: [{ loc: ["body", "name"], msg: "field required", type: "value_error.missing" }] } }),
    dns.decode({ status: 429, headers: { "retry-after": "60", "x-ratelimit-limit": "1000", "x-ratelimit-remaining": "0" } }),
    dns.decode({ status: 502, body: "<html><body>Bad gateway, cookie=secret</body></html>" }),
  ];
  const text = errors.map(printed).join("\n\n");
  expect(text).not.toContain("secret");
  await expect(`${text}\n`).toMatchFileSnapshot("golden/printed.txt");
});
